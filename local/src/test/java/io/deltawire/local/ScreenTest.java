package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.ChangeType;
import io.deltawire.avro.ClaimKind;
import io.deltawire.avro.ClaimRecord;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.avro.UpdateType;
import io.deltawire.schemas.GeneratedClasses;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ScreenTest {
    private static final Instant AT = Instant.parse("2025-06-03T11:40:00Z");

    @BeforeAll
    static void trustTheGeneratedClasses() {
        GeneratedClasses.trust();
    }

    private final StringWriter printed = new StringWriter();
    private final Screen screen = new Screen(new PrintWriter(printed), Ansi.OFF, 120);

    @Test
    void changesStandUnderTheTitleOfTheirStory() {
        screen.show(opened("en-1", "Earthquake in Peru"));
        screen.show(change(ChangeType.REVISED, "12", "41"));
        assertThat(printed.toString())
                .containsSubsequence(
                        "■ Earthquake in Peru  en-1",
                        "06-03 11:40  OPENED        article quake-1 of Harbour Post",
                        "06-03 11:40  REVISED       killed, Peru: 12 → 41 (Harbour Post)",
                        "“The toll rose to 41.”");
    }

    @Test
    void disputeShowsBothValues() {
        screen.show(change(ChangeType.DISPUTED, "41", "57"));
        assertThat(printed.toString()).contains("killed, Peru: 41 ↔ 57");
    }

    @Test
    void titleIsPrintedAgainWhenAnotherStoryCameBetween() {
        screen.show(opened("en-1", "First"));
        screen.show(opened("en-2", "Second"));
        screen.show(change(ChangeType.REPORTED, "", "12"));
        assertThat(printed.toString()).containsSubsequence("■ First", "■ Second", "■ First", "REPORTED");
    }

    @Test
    void pipedOutputHasNoEscapeSequencesAndColourHasThem() {
        screen.show(change(ChangeType.DISPUTED, "41", "57"));
        assertThat(printed.toString()).doesNotContain("\u001b");
        StringWriter terminal = new StringWriter();
        new Screen(new PrintWriter(terminal), Ansi.ON, 120).show(change(ChangeType.DISPUTED, "41", "57"));
        assertThat(terminal.toString()).contains("\u001b[1m\u001b[31mDISPUTED");
    }

    @Test
    void articleTextCannotDriveTheTerminal() {
        StringWriter terminal = new StringWriter();
        Screen colour = new Screen(new PrintWriter(terminal), Ansi.ON, 120);
        colour.show(opened("en-1", "Breaking \u001b]0;owned\u0007 @|blink news|@"));
        assertThat(terminal.toString())
                .contains("Breaking ]0;owned @|blink news|@")
                .doesNotContain("\u0007");
    }

    private static StoryUpdate opened(String story, String title) {
        return StoryUpdate.newBuilder()
                .setId("u-" + story)
                .setType(UpdateType.OPENED)
                .setStoryId(story)
                .setArticleId("quake-1")
                .setAt(AT)
                .setTitle(title)
                .setSource("Harbour Post")
                .build();
    }

    private static FactChange change(ChangeType type, String before, String after) {
        return FactChange.newBuilder()
                .setId("c")
                .setType(type)
                .setStoryId("en-1")
                .setAt(AT)
                .setKind(ClaimKind.QUANTITY)
                .setSubject("killed")
                .setAttribute("Peru")
                .setBefore(before)
                .setAfter(after)
                .setAfterSources(List.of("Harbour Post"))
                .setEvidence(ClaimRecord.newBuilder()
                        .setSentence("The toll rose to 41.")
                        .build())
                .build();
    }
}
