package io.deltawire.local;

import io.deltawire.cli.BacktestCommand;
import io.deltawire.cli.CatalogCommand;
import io.deltawire.cli.CleanCommand;
import io.deltawire.cli.CompareCommand;
import io.deltawire.cli.DlqCommand;
import io.deltawire.cli.ReplayCommand;
import io.deltawire.cli.ResetCommand;
import io.deltawire.cli.RunCommand;
import io.deltawire.cli.TopicsCommand;
import io.deltawire.cli.WatchCommand;
import io.deltawire.cli.WebhooksCommand;
import io.deltawire.evaluate.EvaluateCommand;
import io.deltawire.producer.MarkCommand;
import io.deltawire.producer.PublishCommand;
import io.deltawire.schemas.Failures;
import io.deltawire.schemas.Version;
import io.deltawire.train.TrainCues;
import io.deltawire.train.TrainNer;
import io.deltawire.train.TrainPos;
import io.deltawire.train.TrainShifts;
import io.deltawire.train.TrainStances;
import io.deltawire.train.TrainStories;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ScopeType;

/** The command line: {@code ./deltawire COMMAND}. Each command is a class of the module that does the work. */
@Command(
        name = "deltawire",
        mixinStandardHelpOptions = true,
        versionProvider = Version.Provider.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        description = "Turns news articles on Kafka into evolving stories and tells subscribers what changed in them.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong use of the command", "3:done in part: something was skipped"},
        subcommands = {
            DemoCommand.class,
            LocalCommand.class,
            RunCommand.class,
            WatchCommand.class,
            TopicsCommand.class,
            CatalogCommand.class,
            WebhooksCommand.class,
            BacktestCommand.class,
            ReplayCommand.class,
            CompareCommand.class,
            PublishCommand.class,
            MarkCommand.class,
            EvaluateCommand.class,
            TrainCues.class,
            TrainStances.class,
            TrainNer.class,
            TrainPos.class,
            DlqCommand.class,
            ResetCommand.class,
            CleanCommand.class,
            SoakCommand.class,
            TrainShifts.class,
            TrainStories.class,
            HelpCommand.class
        })
public final class Deltawire {
    private Deltawire() {}

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole command line, for {@link #main} and for tests of the help. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Deltawire()).setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(command.getColorScheme().errorText("deltawire: " + Failures.message(failure)));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }
}
