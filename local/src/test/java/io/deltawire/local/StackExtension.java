package io.deltawire.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Stack} as a parameter: one broker and one registry for all test classes of the JVM, started on first
 * use and stopped at the end. Tests that share it keep apart by their own topic prefix.
 *
 * <pre>{@code
 * @ExtendWith(StackExtension.class)
 * class ITSomething {
 *     @Test
 *     void something(Stack stack) { … stack.bootstrapServers() … stack.registryUrl() … }
 * }
 * }</pre>
 */
public class StackExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(getClass()))
                .getOrComputeIfAbsent(Running.class, type -> start(), Running.class)
                .stack();
    }

    private Running start() {
        try {
            Path directory = Files.createTempDirectory("deltawire-stack");
            Stack stack = start(directory);
            keepSuperseded(stack);
            return new Running(stack, directory);
        } catch (IOException e) {
            throw new IllegalStateException("no stack", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Before there is any topic: compaction takes earlier pictures of a story away at any time, also of topics that a command under test makes
     * itself, and tests count them all.
     */
    private static void keepSuperseded(Stack stack) throws IOException, InterruptedException {
        Cluster.compactNothing(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new ConfigResource(ConfigResource.Type.BROKER, ""),
                "log.cleaner.min.cleanable.ratio");
    }

    /** Starts the stack that tests get. */
    protected Stack start(Path directory) throws IOException, InterruptedException {
        return LocalStack.start(directory);
    }

    /** The stack and its folder, ended by JUnit when all tests are through. */
    private record Running(Stack stack, Path directory) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            stack.close();
            Folder.delete(directory);
        }
    }
}
