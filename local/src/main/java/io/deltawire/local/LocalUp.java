package io.deltawire.local;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the background stack and returns when it answers. */
@Command(name = "up", description = "Starts them and returns when both answer. Does nothing when they run.")
final class LocalUp implements Callable<Integer> {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    @Mixin
    private LocalCommand.Data data = new LocalCommand.Data();

    @Mixin
    private LocalCommand.At ports = new LocalCommand.At();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path directory = data.directory();
        Files.createDirectories(directory);
        Optional<RunningStack> found = RunningStack.find(directory);
        if (found.isPresent()) {
            say("already up", found.get());
            return 0;
        }
        Ports.requireFree(ports.broker, "broker");
        Ports.requireFree(ports.registry, "schema registry");
        RunningStack.forget(directory);
        Path log = directory.resolve("stack.log");
        Process process = new ProcessBuilder(command(directory))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        say("up", awaitReady(process, directory, log));
        return 0;
    }

    private static RunningStack awaitReady(Process process, Path directory, Path log)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            boolean ended = process.waitFor(100, TimeUnit.MILLISECONDS);
            if (ended) {
                throw new IOException("the stack did not start:\n" + Files.readString(log));
            }
            Optional<RunningStack> found = RunningStack.find(directory);
            if (found.isPresent()) {
                return found.get();
            }
        }
        process.destroy();
        throw new IOException("the stack was not ready within " + READY_WITHIN.toSeconds() + " s; see " + directory);
    }

    private List<String> command(Path directory) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // A session of its own: Ctrl-C in the terminal that started it, or closing that, is not for it.
            command.add("/usr/bin/setsid");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx512m",
                "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile", "logback-local.xml"),
                "-cp",
                System.getProperty("java.class.path"),
                Deltawire.class.getName(),
                "local",
                "serve",
                "--data",
                directory.toString(),
                "--port",
                Integer.toString(ports.broker),
                "--registry-port",
                Integer.toString(ports.registry)));
        return command;
    }

    private void say(String state, RunningStack stack) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(state + " (process " + stack.pid() + ", data in " + data.directory() + ")");
        out.println("  broker    " + stack.bootstrapServers());
        out.println("  registry  " + stack.registryUrl());
        out.println("In the environment, for all commands:");
        out.println("  export KAFKA_BOOTSTRAP_SERVERS=" + stack.bootstrapServers());
        out.println("  export KAFKA_SCHEMA_REGISTRY_URL=" + stack.registryUrl());
        out.println("./deltawire local down ends it; the data stays.");
        out.flush();
    }
}
