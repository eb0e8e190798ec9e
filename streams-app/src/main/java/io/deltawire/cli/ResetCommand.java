package io.deltawire.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deltawire reset}. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the streams app forget: its offsets, its internal topics and its state on this",
            "machine. Output topics are kept, so that all articles, read again, give the same",
            "records a second time (with the ids they had). Stop all instances first."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed, or not agreed to", "2:usage"})
public final class ResetCommand implements Callable<Integer> {
    @Mixin
    private RemoveOptions common = new RemoveOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return common.run(spec, false);
    }
}
