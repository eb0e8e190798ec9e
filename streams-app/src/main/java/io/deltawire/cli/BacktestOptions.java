package io.deltawire.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a backtest reads and writes. */
final class BacktestOptions {
    @Option(
            names = "--input",
            paramLabel = "FILE|DIR",
            description = "JSONL, plain or gzip; or a folder of such files.")
    @Nullable
    Path input;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            description = "Read articles from this topic instead; 'articles.raw' is taken under --prefix.")
    @Nullable
    String topic;

    @Option(
            names = "--from",
            paramLabel = "TIME|OFFSETS",
            defaultValue = "beginning",
            description = "With --topic: beginning, an event time (2025-05-11 or 2025-05-11T06:00:00Z), or 0:120,1:98.")
    String from = "beginning";

    @Option(
            names = "--to",
            paramLabel = "TIME|OFFSETS",
            defaultValue = "end",
            description = "With --topic: end, an event time, or offsets; what lies there is not included.")
    String to = "end";

    @Option(names = "--output", paramLabel = "DIR", description = "Folder for the files.")
    @Nullable
    Path output;

    @Option(
            names = "--output-prefix",
            paramLabel = "TEXT",
            description = "Write to topics under this prefix instead; they are made and must not be there yet.")
    @Nullable
    String outputPrefix;

    @Option(names = "--force", description = "Write over what an earlier run left in the folder.")
    boolean force;

    @Option(names = "--resume", description = "Go on where the run in the folder was broken off.")
    boolean resume;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that read articles; all cores by default.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description =
                    "Entities to add to the catalog, JSON lines as for 'catalog import'. With --topic the catalog's"
                            + " topic is read unless this is given.")
    @Nullable
    Path catalog;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "Stop at this event time, articles of that instant included: what was known then.")
    @Nullable
    String asOf;

    @Option(
            names = "--sweep",
            paramLabel = "FILE",
            description = "Run several configurations over one reading; a list or a grid, see docs/replay.md.")
    @Nullable
    Path sweep;

    @Option(
            names = "--gold",
            paramLabel = "DIR",
            description = "With --sweep: score each against articles with story_id.")
    @Nullable
    Path gold;

    /** What is wrong with the options taken together; "" when nothing is. */
    String wrong() {
        if ((input == null) == (topic == null)) {
            return "say where articles come from: --input FILE|DIR or --topic NAME";
        }
        if ((output == null) == (outputPrefix == null)) {
            return "say where output goes: --output DIR or --output-prefix TEXT";
        }
        if (input != null && !(from.equals("beginning") && to.equals("end"))) {
            return "--from and --to go with --topic; for files, --as-of says where to stop";
        }
        if (resume && (output == null || sweep != null)) {
            return "--resume goes with --output and without --sweep";
        }
        if (resume && force) {
            return "--resume goes on and --force begins anew; give one of them";
        }
        if (sweep != null && output == null) {
            return "--sweep goes with --output";
        }
        if (gold != null && sweep == null) {
            return "--gold goes with --sweep; for single runs: compare RUN_A RUN_B --gold DIR";
        }
        return "";
    }
}
