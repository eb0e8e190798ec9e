package io.deltawire.producer;

import io.deltawire.schemas.Failures;
import io.deltawire.schemas.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The producer by itself, as its image runs it: {@code publish} and {@code mark}. */
@Command(
        name = "deltawire-producer",
        mixinStandardHelpOptions = true,
        versionProvider = Version.Provider.class,
        description = "Publishes articles to Kafka.",
        subcommands = {PublishCommand.class, MarkCommand.class})
public final class ProducerMain {
    private ProducerMain() {}

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new ProducerMain());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("deltawire-producer: " + Failures.message(failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(line.execute(args));
    }
}
