package io.deltawire.evaluate;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate values}. */
@Command(
        name = "values",
        mixinStandardHelpOptions = true,
        description = {
            "Measures numbers and times on a gold list of sentences: DIR/values-gold.tsv, or DIR itself when it is a file.",
            "The project's own list is streams-app/src/test/resources/io/deltawire/text/values-gold.tsv."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:failed", "2:usage; no such list"})
public final class ValuesCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder or file of the gold list.")
    private Path data = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path gold = Files.isDirectory(data) ? data.resolve("values-gold.tsv") : data;
        if (!Files.isReadable(gold)) {
            spec.commandLine().getErr().println("deltawire: cannot read " + gold);
            return 2;
        }
        for (String part : List.of("work", "held")) {
            ValueScore score = ValueScore.of(gold, part);
            out.printf(
                    "%s: P %.1f R %.1f F1 %.1f (%d right, %d missed, %d false)%n",
                    part,
                    score.precision(),
                    score.recall(),
                    score.f1(),
                    score.right(),
                    score.missed(),
                    score.spurious());
            score.errors().forEach(out::println);
        }
        return 0;
    }
}
