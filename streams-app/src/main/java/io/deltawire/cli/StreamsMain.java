package io.deltawire.cli;

import io.deltawire.schemas.Failures;
import io.deltawire.schemas.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The streams app by itself, as its image runs it: {@code run}, and what one does around it. */
@Command(
        name = "deltawire-streams",
        mixinStandardHelpOptions = true,
        versionProvider = Version.Provider.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Turns articles on Kafka into stories and changes.",
        subcommands = {
            RunCommand.class,
            TopicsCommand.class,
            WatchCommand.class,
            BacktestCommand.class,
            ReplayCommand.class,
            WebhooksCommand.class,
            DlqCommand.class,
            ResetCommand.class,
            CleanCommand.class
        })
public final class StreamsMain {
    private StreamsMain() {}

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new StreamsMain()).setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("deltawire-streams: " + Failures.message(failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(line.execute(args));
    }
}
