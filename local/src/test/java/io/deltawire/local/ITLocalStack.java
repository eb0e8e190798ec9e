package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ITLocalStack {
    @TempDir
    Path directory;

    @Test
    void committedTransactionsAndSchemasAreThereAfterARestart() throws Exception {
        int schemaId;
        try (LocalStack stack = LocalStack.start(directory)) {
            schemaId = new CachedSchemaRegistryClient(stack.registryUrl(), 10)
                    .register(StackContract.SUBJECT, StackContract.SCHEMA);
            StackContract.createTopic(stack, "kept");
            StackContract.sendTwiceButCommitOnce(stack, "kept");
        }
        try (LocalStack stack = LocalStack.start(directory)) {
            assertThat(StackContract.read(stack, "kept", 1)).containsExactly("committed");
            assertThat(new CachedSchemaRegistryClient(stack.registryUrl(), 10)
                            .getId(StackContract.SUBJECT, StackContract.SCHEMA))
                    .isEqualTo(schemaId);
        }
    }

    @Test
    void registryEndsWithTheStack() throws Exception {
        LocalStack stack = LocalStack.start(directory);
        ProcessHandle child = ProcessHandle.of(stack.registryPid()).orElseThrow();
        stack.close();
        await().atMost(Duration.ofSeconds(30)).until(() -> !child.isAlive());
    }

    @Test
    void portInUseIsNamedWithWhatWantedIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int free = Ports.free(1).get(0);
            assertThatThrownBy(() -> LocalStack.start(directory, other.getLocalPort(), free))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("port " + other.getLocalPort())
                    .hasMessageContaining("broker");
            assertThatThrownBy(() -> LocalStack.start(directory, free, other.getLocalPort()))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("schema registry");
        }
    }
}
