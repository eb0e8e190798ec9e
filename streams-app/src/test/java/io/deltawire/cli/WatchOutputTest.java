package io.deltawire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.ChangeType;
import io.deltawire.avro.ClaimKind;
import io.deltawire.avro.EntityWeight;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.avro.UpdateType;
import io.deltawire.schemas.GeneratedClasses;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class WatchOutputTest {
    static {
        GeneratedClasses.trust();
    }

    private static final FactChange CHANGE = FactChange.newBuilder()
            .setId("c1")
            .setType(ChangeType.REVISED)
            .setStoryId("en:quake-1")
            .setFactId("f")
            .setAt(Instant.parse("2025-06-03T11:40:00Z"))
            .setKind(ClaimKind.QUANTITY)
            .setSubject("killed")
            .setAttribute("people, in the valley")
            .setBefore("12")
            .setAfter("41")
            .setAfterSources(List.of("Harbour Post", "Northline Wire"))
            .setConfidence(0.75)
            .setText("Killed: \"12\" → 41\u001b[31m")
            .build();

    @Test
    void csvQuotesWhatNeedsItAndRunsNoFormula() {
        assertThat(WatchCsv.of(CHANGE))
                .startsWith(
                        "2025-06-03T11:40:00Z,REVISED,en:quake-1,c1,,QUANTITY,killed,\"people, in the valley\",,12,41,,")
                .contains("Harbour Post; Northline Wire")
                .endsWith("\"Killed: \"\"12\"\" → 41 [31m\"");
        assertThat(WatchCsv.of(CHANGE).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .hasSameSizeAs(WatchCsv.head().split(","));
        assertThat(WatchCsv.cell("=cmd()")).isEqualTo("'=cmd()");
        assertThat(WatchCsv.cell("-5")).isEqualTo("-5");
        assertThat(WatchCsv.cell("-5+cmd()")).isEqualTo("'-5+cmd()");
    }

    @Test
    void lineIsWholeInAPipeAndCutAndColouredOnATerminal() {
        assertThat(new WatchLine(Ansi.OFF, 40).of(CHANGE)).contains("→ 41").doesNotContain("\u001b");
        String painted = new WatchLine(Ansi.ON, 80).of(CHANGE);
        assertThat(painted).contains("\u001b[31m12", "…");
        assertThat(painted.replaceAll("\u001b\\[[0-9;]*m", "")).hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void cutNeverLeavesHalfACharacter() {
        assertThat(WatchLine.cut("a👨‍👩‍👧b", 4)).isEqualTo("a…");
        assertThat(WatchLine.cut("abc", 3)).isEqualTo("abc");
        assertThat(WatchLine.cut("abcd", 3)).isEqualTo("ab…");
    }

    @Test
    void entityIsKnownFromThePictureOfItsStory() {
        WatchFilter filter = new WatchFilter("", "Peru", Set.of(), Set.of(), 0, 0);
        assertThat(filter.wants("en:quake-1", CHANGE)).isFalse();
        filter.learn(
                "en:quake-1",
                Story.newBuilder()
                        .setId("en:quake-1")
                        .setEntities(List.of(new EntityWeight("country:pe", "Peru", "PLACE", true, true, 1)))
                        .build());
        assertThat(filter.wants("en:quake-1", CHANGE)).isTrue();
        assertThat(filter.wants("en:other-1", CHANGE)).isFalse();
    }

    @Test
    void changeThatIsReadBeforeThePictureOfItsStoryIsPrintedWithIt() {
        WatchFilter filter = new WatchFilter("", "Peru", Set.of(), Set.of(), 0, 0);
        assertThat(filter.take("en:quake-1", CHANGE)).isEmpty();
        assertThat(filter.take("en:quake-1", picture("Peru", CHANGE.getAt().minusSeconds(1))))
                .as("with an older picture")
                .hasSize(1)
                .doesNotContain(CHANGE);
        assertThat(filter.take("en:quake-1", picture("Peru", CHANGE.getAt()))).contains(CHANGE);
        assertThat(filter.take("en:quake-1", picture("Peru", CHANGE.getAt())))
                .as("once")
                .doesNotContain(CHANGE);
        assertThat(filter.take("en:other-1", CHANGE)).isEmpty();
        assertThat(filter.take("en:other-1", picture("Chile", CHANGE.getAt()))).isEmpty();
    }

    private static Story picture(String entity, Instant updatedAt) {
        return Story.newBuilder()
                .setId("en:quake-1")
                .setEntities(List.of(new EntityWeight("country:x", entity, "PLACE", true, true, 1)))
                .setUpdatedAt(updatedAt)
                .build();
    }

    @Test
    void filtersByKindTypeSourcesAndConfidence() {
        assertThat(new WatchFilter("", "", Set.of(ClaimKind.QUANTITY), Set.of("REVISED"), 2, 0)
                        .wants("en:quake-1", CHANGE))
                .isTrue();
        assertThat(new WatchFilter("", "", Set.of(ClaimKind.OFFICE), Set.of(), 0, 0).wants("en:quake-1", CHANGE))
                .isFalse();
        assertThat(new WatchFilter("", "", Set.of(), Set.of(), 3, 0).wants("en:quake-1", CHANGE))
                .isFalse();
        assertThat(new WatchFilter("", "", Set.of(), Set.of(), 0, 0.75).wants("en:quake-1", CHANGE))
                .isTrue();
        assertThat(new WatchFilter("", "", Set.of(), Set.of(), 0, 0.76).wants("en:quake-1", CHANGE))
                .isFalse();
        StoryUpdate merged = StoryUpdate.newBuilder()
                .setId("u")
                .setType(UpdateType.MERGED)
                .setStoryId("en:quake-1")
                .build();
        assertThat(new WatchFilter("", "", Set.of(), Set.of("MERGED"), 0, 0).wants("en:quake-1", merged))
                .isTrue();
        assertThat(new WatchFilter("", "", Set.of(ClaimKind.QUANTITY), Set.of(), 0, 0).wants("en:quake-1", merged))
                .isFalse();
        assertThat(new WatchFilter("", "", Set.of(), Set.of(), 0, 0.1).wants("en:quake-1", merged))
                .isFalse();
    }
}
