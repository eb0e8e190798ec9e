package io.deltawire.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.claim.StanceModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped model of positions on snippets that it has not learnt from. */
class StanceModelTest {
    @Test
    void readsWhatNoListKnows() throws Exception {
        StanceScore score = new StanceScore();
        new SnippetReader()
                .read(List.of(Path.of("src/test/resources/stances/unseen.jsonl")))
                .forEach(snippet -> score.add(snippet, StanceModel.english()));
        assertThat(score.found(3)).as("positions found, per cent").isGreaterThan(31);
        assertThat(score.isTrue(3)).as("true of found").isGreaterThan(60);
        assertThat(score.isTrue(5)).as("true of what it is sure of").isGreaterThan(80);
    }
}
