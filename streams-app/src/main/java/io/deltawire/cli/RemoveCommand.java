package io.deltawire.cli;

import io.deltawire.ops.Removal;
import io.deltawire.ops.Traces;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code reset} and {@code clean} share: they list what they will delete, ask, and do it. */
abstract class RemoveCommand implements Callable<Integer> {
    private final boolean outputsToo;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    RemoveCommand(boolean outputsToo) {
        this.outputsToo = outputsToo;
    }

    @Override
    public final Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (Removal removal = new Removal(cluster.settings())) {
            Traces traces = removal.find(outputsToo);
            if (traces.isEmpty()) {
                say(out, "nothing to delete");
                return 0;
            }
            say(out, "This will be deleted:");
            traces.lines().forEach(line -> say(out, "  " + line));
            say(out, "State of other machines stays; delete it there before an instance starts on it.");
            if (!yes && !agreed(out)) {
                say(out, "nothing was deleted");
                return 1;
            }
            removal.remove(traces, line -> say(out, line));
        }
        return 0;
    }

    /** End of input, as when nobody is there to answer, is a no. */
    private static boolean agreed(PrintWriter out) throws IOException {
        out.print("Delete all of it? [y/N] ");
        out.flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null
                && (answer.strip().toLowerCase(Locale.ROOT).equals("y")
                        || answer.strip().toLowerCase(Locale.ROOT).equals("yes"));
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
