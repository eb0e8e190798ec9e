package io.deltawire.bench;

import io.deltawire.schemas.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ScopeType;

/** {@code ./deltawire bench}. */
@Command(
        name = "deltawire bench",
        mixinStandardHelpOptions = true,
        versionProvider = Version.Provider.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Measures deltawire on this machine. Each figure comes with its spread, the machine and the versions.",
        subcommands = {
            ThroughputCommand.class,
            LatencyCommand.class,
            ScaleCommand.class,
            MemoryCommand.class,
            ServeCommand.class,
            PeersCommand.class,
            HelpCommand.class
        })
public final class BenchMain {
    private BenchMain() {}

    public static void main(String[] args) {
        CommandLine line = new CommandLine(new BenchMain());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(command.getColorScheme().errorText("deltawire: " + failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(line.execute(args));
    }
}
