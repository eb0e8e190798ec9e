package io.deltawire.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Processes that tests start on their own class path. */
final class TestPrograms {
    private TestPrograms() {}

    /** A command line that ends with this JVM (see {@link Tether}), with settings for a quick start. */
    static List<String> java(List<String> options, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(Tether.class.getName());
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** SIGTERM. {@link Process#destroy} also closes the pipe that the child is tethered by, which ends it at once. */
    static void terminate(Process process) {
        process.toHandle().destroy();
    }

    static void freeze(Process process) throws IOException, InterruptedException {
        signal("-STOP", process);
    }

    static void thaw(Process process) throws IOException, InterruptedException {
        signal("-CONT", process);
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }
}
