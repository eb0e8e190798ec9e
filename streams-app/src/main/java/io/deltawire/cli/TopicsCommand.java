package io.deltawire.cli;

import io.deltawire.ops.TopicSetup;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deltawire topics}. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "create|list|check",
        description = {
            "Creates, lists and checks the topics and their schemas.",
            "Partitions, replication and retention are settings: deltawire.topics.partitions,",
            "deltawire.topics.replication, deltawire.topics.retention.ms, deltawire.topics.work.retention.ms."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done; all is as it should be", "1:failed; check found differences", "2:usage"})
public final class TopicsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: create, list or check");
    }

    /** Creates what is missing and registers all schemas with FULL_TRANSITIVE compatibility. */
    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Creates missing topics; registers schemas, FULL_TRANSITIVE. Leaves what is there.")
    int create(@Mixin ClusterOptions cluster) throws IOException, InterruptedException {
        try (TopicSetup setup = new TopicSetup(cluster.settings())) {
            setup.create(line -> print(line));
        }
        return 0;
    }

    /** Lists topics and subjects as they stand. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists topics and schemas as they stand.")
    int list(@Mixin ClusterOptions cluster) throws IOException, InterruptedException {
        try (TopicSetup setup = new TopicSetup(cluster.settings())) {
            setup.list().forEach(this::print);
        }
        return 0;
    }

    /** Says what differs from how it should be. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Says what differs from the settings and the schemas of this build.")
    int check(@Mixin ClusterOptions cluster) throws IOException, InterruptedException {
        try (TopicSetup setup = new TopicSetup(cluster.settings())) {
            List<String> differences = setup.check();
            differences.forEach(this::print);
            if (differences.isEmpty()) {
                print("all topics and schemas are as they should be");
            }
            return differences.isEmpty() ? 0 : 1;
        }
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
