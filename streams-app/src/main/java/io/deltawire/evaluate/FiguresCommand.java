package io.deltawire.evaluate;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deltawire evaluate figures}. */
@Command(
        name = "figures",
        mixinStandardHelpOptions = true,
        description = {
            "Measures killed, injured, names, place and day against GVDB (per article)",
            "and gun-violence (per incident: its last article, the last that tells any,",
            "and what FACT holds at its end)."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:measured, and above the least figures given",
            "1:failed, or below them",
            "2:usage; no data there"
        })
public final class FiguresCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder with gvdb/ and gun-violence/; one may be missing.")
    private Path data = Path.of("");

    @Option(
            names = "--min-killed",
            paramLabel = "PERCENT",
            description = "Least exact figures of killed for exit code 0.")
    private double minKilled;

    @Option(names = "--min-injured", paramLabel = "PERCENT", description = "Least exact figures of injured.")
    private double minInjured;

    @Option(names = "--disagreements", description = "List the rows whose figure is not the gold's.")
    private boolean disagreements;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path gvdb = data.resolve("gvdb");
        Path gun = data.resolve("gun-violence");
        boolean none = !Files.isReadable(gvdb.resolve("facts.jsonl.gz"))
                && !Files.isReadable(gun.resolve("incidents.jsonl.gz"));
        if (none) {
            spec.commandLine().getErr().println("deltawire: neither gvdb/ nor gun-violence/ in " + data);
            return 2;
        }
        boolean above = true;
        if (Files.isReadable(gvdb.resolve("facts.jsonl.gz"))) {
            above &= print("GVDB, per article", FigureScore.gvdb(gvdb));
        }
        if (Files.isReadable(gun.resolve("incidents.jsonl.gz"))) {
            above &= print("gun-violence, per incident after its last article", FigureScore.gunViolence(gun));
        }
        return above ? 0 : 1;
    }

    private boolean print(String title, FigureScore score) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(title);
        score.lines().forEach(out::println);
        if (disagreements) {
            score.disagreements().forEach(line -> out.println("  " + line));
        }
        out.flush();
        return score.killedExact() >= minKilled && score.injuredExact() >= minInjured;
    }
}
