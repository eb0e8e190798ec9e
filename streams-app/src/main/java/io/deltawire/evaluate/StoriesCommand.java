package io.deltawire.evaluate;

import io.deltawire.engine.Enricher;
import io.deltawire.evaluate.StoriesMeasured.Measured;
import io.deltawire.story.Digest;
import io.deltawire.story.StoryConfig;
import io.deltawire.story.StoryModels;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deltawire evaluate stories}. */
@Command(
        name = "stories",
        mixinStandardHelpOptions = true,
        description = {
            "Measures STORY on streams whose stories are known: B-cubed, NMI, pairwise F1, merges, splits, speed,",
            "both as labelled at arrival and after merges; each set by itself and all as one stream.",
            "The models that are shipped were trained on the development half of these sets: figures on that half flatter.",
            "With --folds each story is scored by models trained on the other folds; this takes minutes a fold."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured, and above --min", "1:failed, or below --min", "2:usage"})
public final class StoriesCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder with a folder for each set.")
    private Path data = Path.of("");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings, deltawire.story.* as in the properties file.")
    private @Nullable Path configFile;

    @Option(
            names = "--min",
            paramLabel = "PERCENT",
            description = "Least B-cubed F1 after merges of every set, for code 0.")
    private double min;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "Train on all but an N-th of the stories and score that N-th, N times over (3 is usual).")
    private int folds;

    @Option(
            names = "--orders",
            defaultValue = "1",
            paramLabel = "N",
            description =
                    "Run a set without dates in N orders; scores and counts are those of all runs together (one order moves ECB+ by 2 points).")
    private int orders;

    @Option(
            names = "--besides",
            paramLabel = "FOLDER",
            arity = "1..*",
            description =
                    "With --folds: folders of scenarios whose stories are learnt from besides, as train-stories does.")
    private List<Path> besides = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        List<GoldStories> sets = Files.isDirectory(data) ? GoldStories.readAll(data) : List.of();
        if (orders < 1) {
            spec.commandLine().getErr().println("deltawire: --orders " + orders + "; give 1 or more");
            return 2;
        }
        if (folds < 0 || folds == 1) {
            spec.commandLine().getErr().println("deltawire: --folds " + folds + "; give 2 or more, or leave it out");
            return 2;
        }
        if (folds == 0 && !besides.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("deltawire: --besides is for the models that --folds trains; give both");
            return 2;
        }
        if (sets.isEmpty() || (configFile != null && !Files.isReadable(configFile))) {
            spec.commandLine().getErr().println("deltawire: no labelled set in " + data + ", or no such settings file");
            return 2;
        }
        Properties settings = new Properties();
        if (configFile != null) {
            try (var in = Files.newBufferedReader(configFile)) {
                settings.load(in);
            }
        }
        Enricher enricher = new Enricher();
        Map<String, Digest> digests = new HashMap<>();
        GoldStories more = GoldStories.scenarios("besides", besides);
        for (GoldStories set : Stream.concat(sets.stream(), Stream.of(more)).toList()) {
            StoriesRun.digests(set, enricher).forEach(digest -> digests.put(digest.articleId(), digest));
        }
        StoriesMeasured measure = new StoriesMeasured(sets, digests, StoryConfig.from(settings), orders);
        List<Measured> measured = folds == 0 ? measure.with(StoryModels.shipped()) : measure.heldOut(folds, more);
        out.println("set            when       P     R    F1   NMI pairF1 stories  gold merges splits articles/s");
        for (Measured set : measured) {
            print(out, set, "arrival", set.atArrival());
            print(out, set, "merged", set.afterMerges());
        }
        out.flush();
        return measured.stream().allMatch(set -> set.afterMerges().f1() >= min) ? 0 : 1;
    }

    private static void print(PrintWriter out, Measured set, String when, ClusterScores scores) {
        out.printf(
                Locale.ROOT,
                "%-14s %-8s %5.1f %5.1f %5.1f %5.1f  %5.1f %7d %5d %6d %6d %10.0f%n",
                set.name(),
                when,
                scores.precision(),
                scores.recall(),
                scores.f1(),
                scores.nmi(),
                scores.pairwiseF1(),
                scores.stories(),
                set.gold(),
                set.merges(),
                set.splits(),
                set.perSecond());
    }
}
