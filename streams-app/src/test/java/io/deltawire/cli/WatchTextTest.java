package io.deltawire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.ChangeType;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.avro.UpdateType;
import io.deltawire.schemas.GeneratedClasses;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WatchTextTest {
    private static final Instant NOON = Instant.parse("2024-05-06T12:00:00Z");

    @BeforeAll
    static void trust() {
        GeneratedClasses.trust();
    }

    @Test
    void changesAndUpdatesAreOneLineEach() {
        FactChange change = FactChange.newBuilder()
                .setId("1")
                .setType(ChangeType.REVISED)
                .setStoryId("en:a")
                .setAt(NOON)
                .setText("Killed revised from 41 to 118")
                .build();
        assertThat(WatchText.of(change))
                .isEqualTo("2024-05-06T12:00:00Z FACT_REVISED en:a: Killed revised from 41 to 118");
        StoryUpdate update = StoryUpdate.newBuilder()
                .setId("2")
                .setType(UpdateType.MERGED)
                .setStoryId("en:a")
                .setOtherStoryId("en:b")
                .setArticleId("c")
                .setAt(NOON)
                .setTitle("Quake")
                .build();
        assertThat(WatchText.of(update)).isEqualTo("2024-05-06T12:00:00Z STORY_MERGED en:a / en:b by c: Quake");
    }

    @Test
    void whatCouldSteerATerminalIsTakenOut() {
        assertThat(WatchText.printable("a\u001b[31mb\u202ec\nd\u0085e")).isEqualTo("a [31mb c d e");
        assertThat(WatchText.printable("Türkiye 👍")).isEqualTo("Türkiye 👍");
    }
}
