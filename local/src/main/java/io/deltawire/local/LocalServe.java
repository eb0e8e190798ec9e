package io.deltawire.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The background process itself: {@link LocalUp} starts it, a termination signal ends it. */
@Command(name = "serve", hidden = true, description = "Runs broker and registry until the process is told to end.")
final class LocalServe implements Callable<Integer> {
    @Mixin
    private LocalCommand.Data data = new LocalCommand.Data();

    @Mixin
    private LocalCommand.At ports = new LocalCommand.At();

    private final AtomicBoolean ending = new AtomicBoolean();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path directory = data.directory();
        LocalStack stack = LocalStack.start(directory, ports.broker, ports.registry);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, directory), "stack-end"));
        RunningStack.ofThisProcess(stack).write(directory);
        int exitCode = stack.awaitRegistryEnd();
        if (ending.get()) {
            return 0;
        }
        throw new IOException("the schema registry ended with exit code " + exitCode + "; see " + directory);
    }

    private void end(LocalStack stack, Path directory) {
        ending.set(true);
        stack.close();
        try {
            RunningStack.forget(directory);
        } catch (IOException e) {
            System.err.println("deltawire: cannot remove the pid file in " + directory + ": " + e.getMessage());
        }
    }
}
