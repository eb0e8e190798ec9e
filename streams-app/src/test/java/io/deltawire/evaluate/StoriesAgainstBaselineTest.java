package io.deltawire.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deltawire.engine.Enricher;
import io.deltawire.story.Digest;
import io.deltawire.story.StoryConfig;
import io.deltawire.story.StoryModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** STORY and the plain baseline side by side, on the sets that are quick to read. Reads data that is not part of the repository. */
class StoriesAgainstBaselineTest {
    private static final Path DATA = Path.of("../../shared/data");

    @ParameterizedTest
    @ValueSource(strings = {"ecbplus", "headlines"})
    void trainedMatchingBeatsEveryThresholdOfPlainCosine(String name) throws IOException {
        assumeTrue(Files.exists(DATA.resolve(name)), "the evaluation data is not on this machine");
        GoldStories set = GoldStories.read(DATA, name);
        List<Digest> stream = StoriesRun.digests(set, new Enricher());
        List<String> gold = set.rows().stream().map(GoldStories.Row::story).toList();
        List<Integer> all = IntStream.range(0, gold.size()).boxed().toList();
        double baseline = 0;
        for (double threshold = 0.1; threshold < 0.6; threshold += 0.05) {
            List<String> labels = new TfIdfBaseline(stream, threshold).labels(stream);
            baseline = Math.max(baseline, ClusterScores.of(labels, gold, all).f1());
        }
        StoriesRun run = StoriesRun.of(set, stream, StoryConfig.defaults(), StoryModels.shipped());
        System.out.printf(
                "%s B-cubed F1: plain %.1f at its best threshold, STORY %.1f%n",
                name, baseline, run.afterMerges(all).f1());
        assertThat(run.afterMerges(all).f1()).isGreaterThan(baseline);
    }
}
