package io.deltawire.evaluate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deltawire evaluate}: one measure a subcommand. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "MEASURE",
        description = "Measures the engines on gold data.",
        subcommands = {
            SpeedCommand.class,
            NerCommand.class,
            EntitiesCommand.class,
            ValuesCommand.class,
            AttributionCommand.class,
            ChangesCommand.class,
            StoriesCommand.class,
            NuggetsCommand.class,
            FiguresCommand.class,
        })
public final class EvaluateCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a measure");
    }
}
