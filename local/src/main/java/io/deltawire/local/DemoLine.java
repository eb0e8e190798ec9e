package io.deltawire.local;

import io.deltawire.ops.StreamsSettings;
import io.deltawire.ops.TopicPlan;
import io.deltawire.ops.TopicSetup;
import io.deltawire.schemas.Settings;
import io.deltawire.serve.Instance;
import io.deltawire.web.HttpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;

/** A whole line that lives as long as the demo: stack, topics and streams app on a folder that goes away with it. */
final class DemoLine implements AutoCloseable {
    private final Path directory;
    private final LocalStack stack;
    private final Settings settings;
    private final Instance instance;
    private boolean closed;

    private DemoLine(Path directory, LocalStack stack, Settings settings, Instance instance) {
        this.directory = directory;
        this.stack = stack;
        this.settings = settings;
        this.instance = instance;
    }

    static DemoLine start(int brokerPort, int registryPort, int httpPort) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("deltawire-demo");
        try {
            LocalStack stack = LocalStack.start(directory, brokerPort, registryPort);
            try {
                Settings settings = settings(stack, directory, httpPort);
                try (TopicSetup topics = new TopicSetup(settings)) {
                    topics.create(line -> {});
                }
                return new DemoLine(directory, stack, settings, Instance.start(settings));
            } catch (IOException | InterruptedException | RuntimeException e) {
                stack.close();
                throw e;
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            Folder.delete(directory);
            throw e;
        }
    }

    private static Settings settings(LocalStack stack, Path directory, int httpPort) {
        return StreamsSettings.defaults()
                .with(Map.of(
                        "application.id",
                        "deltawire-demo",
                        "bootstrap.servers",
                        stack.bootstrapServers(),
                        "schema.registry.url",
                        stack.registryUrl(),
                        "state.dir",
                        directory.resolve("state").toString(),
                        TopicPlan.REPLICATION,
                        "1",
                        HttpSettings.PORT,
                        Integer.toString(httpPort)));
    }

    /** For clients of this line. */
    Settings settings() {
        return settings;
    }

    /** Where a browser finds it. */
    String address() {
        return instance.address().orElseThrow();
    }

    /** Whether the streams app has given up. */
    boolean failed() {
        return instance.app().streams().state() == KafkaStreams.State.ERROR;
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            instance.close();
            stack.close();
            Folder.delete(directory);
        }
    }
}
