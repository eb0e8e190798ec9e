package io.deltawire.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deltawire.evaluate.ScenarioGold.Told;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must not come of the five articles the project started from. Reads data that is not part of the repository. */
class SeedChangesTest {
    private static final Path SEEDS = Path.of("../../shared/data/seeds/articles.jsonl");

    /** Each of their figures is of something else: breaches of a truce by either side, soldiers killed in a day and since the start. */
    @Test
    void noFigureTakesThePlaceOfAnother() throws Exception {
        assumeTrue(Files.exists(SEEDS), "the evaluation data is not on this machine");
        List<String> bad = new ArrayList<>();
        List<Told> told = ScenarioRun.whole(SEEDS, bad::add);
        assertThat(bad).isEmpty();
        assertThat(told).filteredOn(each -> each.kind().equals("QUANTITY")).isNotEmpty();
        assertThat(told)
                .filteredOn(each -> each.kind().equals("QUANTITY") && each.shift())
                .isEmpty();
    }
}
