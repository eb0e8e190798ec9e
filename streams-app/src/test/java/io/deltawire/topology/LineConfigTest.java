package io.deltawire.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deltawire.engine.DeskRule;
import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import io.deltawire.story.StoryConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineConfigTest {
    @Test
    void defaults() {
        assertThat(LineConfig.of(Settings.of(Map.of()), 3, "run"))
                .isEqualTo(new LineConfig(
                        new Topics("deltawire."),
                        3,
                        4,
                        DeskRule.LANGUAGE,
                        Duration.ZERO,
                        1_000_000,
                        Duration.ZERO,
                        Duration.ofMillis(200),
                        Duration.ofHours(1),
                        StoryConfig.defaults(),
                        "run"));
    }

    @Test
    void everySettingIsHeard() {
        Settings settings = Settings.of(Map.of(
                "deltawire.prefix", "x.",
                "deltawire.desk.partitions", "7",
                "deltawire.desk.by", "language-and-section",
                "deltawire.reorder.bound.ms", "60000",
                "deltawire.order.limit", "10",
                "deltawire.order.idle.ms", "5000",
                "deltawire.commit.early.ms", "0",
                "deltawire.future.tolerance.ms", "1000",
                "deltawire.story.gap.days", "30",
                "deltawire.story.family.Sund", "Coast Post, Norlund Times"));
        StoryConfig stories = LineConfig.of(settings, 1, "run").stories();
        assertThat(stories.gap()).isEqualTo(Duration.ofDays(30));
        assertThat(stories.families()).isEqualTo(Map.of("Coast Post", "Sund", "Norlund Times", "Sund"));
        assertThat(LineConfig.of(settings, 1, "run"))
                .isEqualTo(new LineConfig(
                        new Topics("x."),
                        1,
                        7,
                        DeskRule.LANGUAGE_AND_SECTION,
                        Duration.ofMinutes(1),
                        10,
                        Duration.ofSeconds(5),
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        stories,
                        "run"));
    }

    @ParameterizedTest
    @CsvSource({
        "deltawire.desk.partitions,0",
        "deltawire.desk.partitions,many",
        "deltawire.desk.partitions,99999999999",
        "deltawire.desk.by,weather",
        "deltawire.reorder.bound.ms,-1",
        "deltawire.order.limit,0",
        "deltawire.order.idle.ms,-1",
        "deltawire.commit.early.ms,-1",
        "deltawire.future.tolerance.ms,1h",
        "deltawire.story.gap.days,long"
    })
    void aWrongSettingIsNamed(String name, String value) {
        Settings settings = Settings.of(Map.of(name, value));
        assertThatThrownBy(() -> LineConfig.of(settings, 1, "run"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }
}
