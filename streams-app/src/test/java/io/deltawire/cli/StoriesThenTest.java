package io.deltawire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.ChangeType;
import io.deltawire.avro.ClaimKind;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.avro.UpdateType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoriesThenTest {
    private final StoriesThen early = new StoriesThen(Instant.parse("2024-03-01T12:00:00Z"));
    private final StoriesThen late = new StoriesThen(Instant.parse("2024-03-09T00:00:00Z"));

    @BeforeEach
    void aStoryThatGoesUpInAnother() {
        for (StoriesThen then : List.of(early, late)) {
            then.hear(update(UpdateType.OPENED, "x", "", "a", "2024-03-01T10:00:00Z"));
            then.hear(change(ChangeType.REPORTED, "x", "f", "", "12", "2024-03-01T10:00:00Z"));
            then.hear(update(UpdateType.OPENED, "y", "", "b", "2024-03-01T11:00:00Z"));
            then.hear(update(UpdateType.GREW, "x", "", "c", "2024-03-01T13:00:00Z"));
            then.hear(change(ChangeType.REVISED, "x", "f", "12", "41", "2024-03-01T13:00:00Z"));
            then.hear(update(UpdateType.MERGED, "y", "x", "c", "2024-03-01T13:00:00Z"));
            then.hear(update(UpdateType.CLOSED, "x", "", "", "2024-03-08T13:00:00Z"));
        }
    }

    @Test
    void whatCameLaterWasNotKnown() {
        assertThat(early.lines(false, Optional.empty()))
                .containsExactly(
                        "x  OPEN  1 articles  Title", "  killed, dead: 12 (Wire)", "y  OPEN  1 articles  Title");
    }

    @Test
    void aStoryThatWentUpInAnotherStandsThere() {
        assertThat(late.lines(false, Optional.empty()))
                .containsExactly("x  CLOSED  3 articles  Title", "  killed, dead: 41 (Wire)");
        assertThat(late.lines(true, Optional.of("y")))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).contains("\"story_id\":\"x\"", "[\"a\",\"c\",\"b\"]", "\"value\":\"41\""));
    }

    private static StoryUpdate update(UpdateType type, String story, String other, String article, String at) {
        return new StoryUpdate(
                "", type, story, other, article, Instant.parse(at), List.of(), "Title", "", "Wire", false);
    }

    private static FactChange change(
            ChangeType type, String story, String fact, String before, String after, String at) {
        return FactChange.newBuilder()
                .setId("")
                .setType(type)
                .setStoryId(story)
                .setFactId(fact)
                .setArticleId("a")
                .setAt(Instant.parse(at))
                .setKind(ClaimKind.QUANTITY)
                .setSubject("killed")
                .setAttribute("dead")
                .setUnit("")
                .setBefore(before)
                .setAfter(after)
                .setBeforeSources(List.of())
                .setAfterSources(List.of("Wire"))
                .setEvidence(null)
                .setConfidence(0.9)
                .setText("")
                .build();
    }
}
