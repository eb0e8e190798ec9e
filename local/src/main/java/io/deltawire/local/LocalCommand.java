package io.deltawire.local;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code local}: the group of commands for a stack in the background. */
@Command(
        name = "local",
        description = "A broker and a schema registry in the background, for machines without Docker.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LocalUp.class, LocalDown.class, LocalStatus.class, LocalServe.class})
final class LocalCommand {
    static final int BROKER_PORT = 9092;
    static final int REGISTRY_PORT = 8081;

    private LocalCommand() {}

    /** Where the stack keeps its topics, schemas, logs and pid file: the same folder wherever the command is called from. */
    static final class Data {
        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Folder for topics, schemas and logs (default: .deltawire beside the deltawire script).")
        private Path directory = Path.of(System.getProperty("deltawire.root", "."), ".deltawire");

        Path directory() {
            return directory.toAbsolutePath().normalize();
        }
    }

    /** Where the two listen. */
    static final class At {
        @Option(names = "--port", paramLabel = "N", description = "Port of the broker (default: ${DEFAULT-VALUE}).")
        int broker = BROKER_PORT;

        @Option(
                names = "--registry-port",
                paramLabel = "N",
                description = "Port of the schema registry (default: ${DEFAULT-VALUE}).")
        int registry = REGISTRY_PORT;
    }
}
