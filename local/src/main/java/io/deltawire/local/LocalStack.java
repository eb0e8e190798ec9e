package io.deltawire.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A broker inside this JVM and a schema registry as its child process, both on 127.0.0.1, both real. */
public final class LocalStack implements Stack {
    private final Broker broker;
    private final Registry registry;

    private LocalStack(Broker broker, Registry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /** Starts both on free ports; see {@link #start(Path, int, int)}. */
    public static LocalStack start(Path directory) throws IOException, InterruptedException {
        List<Integer> ports = Ports.free(2);
        return start(directory, ports.get(0), ports.get(1));
    }

    /**
     * Starts both and returns when both answer.
     *
     * @param directory where logs, topics and schemas are kept; a later start on it finds them again
     * @throws PortTakenException if a port is in use
     */
    public static LocalStack start(Path directory, int brokerPort, int registryPort)
            throws IOException, InterruptedException {
        Path home = directory.toAbsolutePath();
        Ports.requireFree(brokerPort, "broker");
        // The registry comes up in its own process while the broker does in this one.
        Registry registry = Registry.launch(home.resolve("registry"), registryPort);
        try {
            Broker broker = Broker.start(home.resolve("broker"), brokerPort);
            try {
                registry.awaitReady();
                return new LocalStack(broker, registry);
            } catch (IOException | InterruptedException | RuntimeException e) {
                broker.close();
                throw e;
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public String registryUrl() {
        return registry.url();
    }

    /** Process id of the registry, which is a child of this JVM. */
    public long registryPid() {
        return registry.pid();
    }

    /** Waits until the registry ends by itself, which it does not do unless something is wrong; returns its exit code. */
    int awaitRegistryEnd() throws InterruptedException {
        return registry.awaitEnd();
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
