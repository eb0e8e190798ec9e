package io.deltawire.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deltawire clean}. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = {
            "What reset does, and empties the output topics too, dead letters among them. Raw",
            "articles and the catalog stay. Stop all instances first."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed, or not agreed to", "2:usage"})
public final class CleanCommand implements Callable<Integer> {
    @Mixin
    private RemoveOptions common = new RemoveOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return common.run(spec, true);
    }
}
