package io.deltawire.cli;

import io.deltawire.backtest.Articles;
import io.deltawire.backtest.Backtest;
import io.deltawire.backtest.Summary;
import io.deltawire.backtest.Sweep;
import io.deltawire.ops.MadeWith;
import io.deltawire.schemas.Settings;
import io.deltawire.story.StoryConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Several configurations over one reading of the articles, and one table and page of all. */
record SweepRun(CommandSpec spec, Path file, Path folder, Optional<Path> gold) {
    int run(Backtest backtest, Articles articles, Settings settings, String catalogAdded, Meter meter)
            throws IOException, InterruptedException {
        Map<String, Sweep.Variant> variants = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, String>> each : SweepFile.read(file).entrySet()) {
            Settings own = settings.with(each.getValue());
            variants.put(
                    each.getKey(), new Sweep.Variant(StoryConfig.from(own.values()), MadeWith.of(own, catalogAdded)));
        }
        Map<String, Summary> summaries = backtest.sweep(articles, folder, variants);
        return summaries.values().stream().allMatch(summary -> summary.skipped() == 0) ? 0 : 3;
    }
}
