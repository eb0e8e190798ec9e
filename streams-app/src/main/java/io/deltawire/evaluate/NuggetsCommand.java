package io.deltawire.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deltawire evaluate nuggets}. */
@Command(
        name = "nuggets",
        mixinStandardHelpOptions = true,
        description = "Measures figures against the nuggets of TREC Temporal Summarization, with the stories given.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:failed", "2:usage; the data is not there"})
public final class NuggetsCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder with articles, nuggets and updates (.jsonl.gz).")
    private Path data = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!Files.isReadable(data.resolve("nuggets.jsonl.gz"))) {
            spec.commandLine().getErr().println("deltawire: no nuggets.jsonl.gz in " + data);
            return 2;
        }
        NuggetScore.of(data).forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}
