package io.deltawire.local;

import java.io.IOException;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;

/** A stack in containers. */
final class DockerStack implements Stack {
    private static final String KAFKA = "apache/kafka:4.3.1";
    private static final String REGISTRY = "apicurio/apicurio-registry-mem:2.6.13.Final";
    private static final int REGISTRY_PORT = 8080;
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private final KafkaContainer kafka;
    private final GenericContainer<?> registry;

    private DockerStack(KafkaContainer kafka, GenericContainer<?> registry) {
        this.kafka = kafka;
        this.registry = registry;
    }

    static DockerStack start() throws IOException, InterruptedException {
        KafkaContainer kafka = new KafkaContainer(KAFKA).withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        kafka.waitingFor(new BrokerAnswers(kafka).withStartupTimeout(READY_WITHIN));
        GenericContainer<?> registry = new GenericContainer<>(REGISTRY)
                .withExposedPorts(REGISTRY_PORT)
                .waitingFor(Wait.forHttp("/health/ready").forStatusCode(200).withStartupTimeout(READY_WITHIN));
        DockerStack stack = new DockerStack(kafka, registry);
        try {
            kafka.start();
            registry.start();
            new RegistryApi(stack.registryUrl()).requireFullTransitive();
            return stack;
        } catch (IOException | InterruptedException | RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String registryUrl() {
        return "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT) + "/apis/ccompat/v7";
    }

    @Override
    public void close() {
        registry.stop();
        kafka.stop();
    }
}
