package io.deltawire.cli;

import io.deltawire.backtest.Articles;
import io.deltawire.backtest.Backtest;
import io.deltawire.backtest.Summary;
import io.deltawire.backtest.Sweep;
import io.deltawire.compare.Gold;
import io.deltawire.compare.Report;
import io.deltawire.compare.ReportPage;
import io.deltawire.compare.ReportText;
import io.deltawire.compare.Run;
import io.deltawire.ops.MadeWith;
import io.deltawire.schemas.Settings;
import io.deltawire.story.StoryConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Several configurations over one reading of the articles, and one table and page of all. */
record SweepRun(CommandSpec spec, Path file, Path folder, Optional<Path> gold) {
    int run(Backtest backtest, Articles articles, Settings settings, String catalogAdded, Meter meter)
            throws IOException, InterruptedException {
        Optional<Gold> known = gold.isPresent() ? Optional.of(Gold.read(gold.get())) : Optional.empty();
        Map<String, Sweep.Variant> variants = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, String>> each : SweepFile.read(file).entrySet()) {
            Settings own = settings.with(each.getValue());
            variants.put(
                    each.getKey(), new Sweep.Variant(StoryConfig.from(own.values()), MadeWith.of(own, catalogAdded)));
        }
        Map<String, Summary> summaries = backtest.sweep(articles, folder, variants);
        List<Run> runs = new ArrayList<>();
        for (String name : summaries.keySet()) {
            runs.add(Run.read(folder.resolve(name)));
        }
        Report report = Report.of(runs, known);
        meter.close();
        PrintWriter out = spec.commandLine().getOut();
        ReportText.table(report).forEach(out::println);
        out.flush();
        Path page = folder.resolve("report.html");
        Files.writeString(page, ReportPage.html(report));
        Files.writeString(folder.resolve("report.json"), ReportPage.json(report));
        meter.print("%d configurations in %.1f s; side by side in %s"
                .formatted(runs.size(), meter.elapsed().toNanos() / 1e9, page));
        return summaries.values().stream().allMatch(summary -> summary.skipped() == 0) ? 0 : 3;
    }
}
