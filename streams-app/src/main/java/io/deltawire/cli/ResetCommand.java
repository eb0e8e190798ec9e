package io.deltawire.cli;

import picocli.CommandLine.Command;

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
public final class ResetCommand extends RemoveCommand {
    public ResetCommand() {
        super(false);
    }
}
