package io.deltawire.cli;

import io.deltawire.compare.Gold;
import io.deltawire.compare.Report;
import io.deltawire.compare.ReportPage;
import io.deltawire.compare.ReportText;
import io.deltawire.compare.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltawire compare}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Compares runs of the same articles: stories matched, articles that moved, changes that only one tells or that",
            "differ, figures by kind, and with --gold the scores of each. The first run is compared with each of the others."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:compared", "1:failed", "2:usage; a folder is no run, a file is there already"})
public final class CompareCommand implements Callable<Integer> {
    /** How it is printed. */
    enum Format {
        TEXT,
        JSON
    }

    @Parameters(arity = "2..*", paramLabel = "RUN", description = "Output folders of backtest.")
    private List<Path> runs = List.of();

    @Option(
            names = "--gold",
            paramLabel = "DIR",
            description = "articles.jsonl[.gz] with story_id, or gold.json with scenarios of changes.")
    private @Nullable Path gold;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "What is printed.")
    private Format format = Format.TEXT;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write a page that opens without network.")
    private @Nullable Path html;

    @Option(names = "--force", description = "Write over the page.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (html != null && Files.exists(html) && !force) {
            err.println("deltawire: " + html + " is there already; use another file or --force");
            return 2;
        }
        Report report;
        try {
            List<Run> read = new ArrayList<>();
            for (Path run : runs) {
                read.add(Run.read(run));
            }
            Optional<Gold> known = gold == null ? Optional.empty() : Optional.of(Gold.read(gold));
            report = Report.of(read, known);
        } catch (IOException e) {
            err.println("deltawire: " + e.getMessage());
            return 2;
        }
        if (format == Format.JSON) {
            out.println(ReportPage.json(report));
        } else {
            ReportText.lines(report).forEach(line -> out.println(WatchText.printable(line)));
        }
        out.flush();
        if (html != null) {
            Files.writeString(html, ReportPage.html(report));
            err.println("wrote " + html);
        }
        return 0;
    }
}
