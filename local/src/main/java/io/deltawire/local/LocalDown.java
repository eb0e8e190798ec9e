package io.deltawire.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends the background stack and returns when it has ended. */
@Command(name = "down", description = "Ends them; the data stays. Does nothing when they do not run.")
final class LocalDown implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Mixin
    private LocalCommand.Data data = new LocalCommand.Data();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path directory = data.directory();
        Optional<RunningStack> running = RunningStack.find(directory);
        if (running.isPresent()) {
            running.get().end(PATIENCE);
        }
        RunningStack.forget(directory);
        PrintWriter out = spec.commandLine().getOut();
        out.println(running.isPresent() ? "down" : "was not up");
        out.flush();
        return 0;
    }
}
