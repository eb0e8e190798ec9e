package io.deltawire.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that all benchmarks share. */
final class BenchOptions {
    @Option(
            names = "--input",
            paramLabel = "FILE",
            description =
                    "Articles, JSONL or JSONL.gz; may be given several times (default: training stories put together).")
    private List<Path> input = new ArrayList<>();

    @Option(names = "--full", description = "The long form, up to 15 minutes; without it, 2 minutes at most.")
    private boolean full;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write all figures there.")
    private @Nullable Path json;

    @Option(
            names = {"-D", "--set"},
            paramLabel = "NAME=VALUE",
            description = "A setting of the streams app, over its defaults.")
    private Map<String, String> settings = new LinkedHashMap<>();

    boolean full() {
        return full;
    }

    Map<String, String> settings() {
        return settings;
    }

    Workload workload(int count) throws IOException {
        return Workload.of(input, count);
    }

    /** A history of any length, made of the same. */
    LongHistory history() throws IOException {
        return LongHistory.of(input);
    }

    /** A report with machine and versions in it. */
    Report report(String name) {
        Report report = new Report(name);
        Machine.describe(report);
        report.condition("mode", full ? "full" : "short");
        report.condition("settings", settings.isEmpty() ? "defaults" : settings);
        return report;
    }

    /** And with its input. */
    Report report(String name, Workload workload) {
        Report report = report(name);
        report.condition("input", workload.origin());
        report.condition(
                "articles",
                String.format(
                        java.util.Locale.ROOT,
                        "%,d of %.0f words, %.0f characters",
                        workload.articles().size(),
                        workload.meanWords(),
                        workload.meanCharacters()));
        return report;
    }

    void finish(Report report, java.io.PrintWriter out) throws IOException {
        report.condition("load after", Machine.load());
        report.print(out);
        if (json != null) {
            report.write(json);
        }
    }
}
