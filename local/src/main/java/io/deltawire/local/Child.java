package io.deltawire.local;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** A Java process on this one's class path that ends when this one does, however it ends (see {@link Tether}). */
final class Child {
    /** How this process logs is how its children log. */
    private static final List<String> LOGGING =
            List.of("logback.configurationFile", "deltawire.log", "deltawire.log.format");

    /** So is what their compiler inlines, and whether they use large pages. */
    private static final String TUNING =
            "-XX:(.?IgnoreUnrecognizedVMOptions|FreqInlineSize=.*|InlineSmallCode=.*|.?UseTransparentHugePages)";

    private Child() {}

    /** @param log where both of its outputs are appended */
    static Process start(List<String> options, Class<?> main, List<String> arguments, File log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "-cp", System.getProperty("java.class.path")));
        for (String name : LOGGING) {
            String value = System.getProperty(name);
            if (value != null) {
                command.add("-D" + name + "=" + value);
            }
        }
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.matches(TUNING))
                .forEach(command::add);
        command.addAll(options);
        command.add(Tether.class.getName());
        command.add(main.getName());
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** SIGTERM. {@link Process#destroy} also closes the pipe that the child is tethered by, which ends it at once. */
    static void terminate(Process process) {
        process.toHandle().destroy();
    }
}
