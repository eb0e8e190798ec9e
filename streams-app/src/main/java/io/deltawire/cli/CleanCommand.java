package io.deltawire.cli;

import picocli.CommandLine.Command;

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
public final class CleanCommand extends RemoveCommand {
    public CleanCommand() {
        super(true);
    }
}
