package io.deltawire.train;

import io.deltawire.engine.Enricher;
import io.deltawire.evaluate.GoldStories;
import io.deltawire.story.Digest;
import io.deltawire.story.MatchFeatures;
import io.deltawire.story.MergeFeatures;
import io.deltawire.story.StoryModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deltawire train-stories}. */
@Command(
        name = "train-stories",
        mixinStandardHelpOptions = true,
        description = {
            "Trains STORY's matching, merge and split models and the table of background frequencies on streams whose stories",
            "are known.",
            "The same data gives the same files."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:trained and written", "1:failed", "2:usage"})
public final class TrainStories implements Callable<Integer> {
    @Parameters(paramLabel = "DATA", description = "Folder with a folder for each set, as evaluate stories reads it.")
    private Path data = Path.of("");

    @Option(
            names = "--besides",
            paramLabel = "FOLDER",
            arity = "1..*",
            description =
                    "Folders of scenarios (articles.jsonl) whose stories are learnt from besides, at little weight.")
    private List<Path> besides = List.of();

    @Option(
            names = "--out",
            defaultValue = "streams-app/src/main/resources/story",
            description = "Folder the files are written to (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        List<GoldStories> sets = GoldStories.readAll(data);
        if (sets.isEmpty()) {
            throw new IOException("No labelled set in " + data);
        }
        Files.createDirectories(out);
        Enricher enricher = new Enricher();
        Map<String, String> storyOf = new TreeMap<>();
        List<List<Digest>> streams =
                sets.stream().map(set -> digests(set, enricher, storyOf)).toList();
        List<Digest> more = digests(GoldStories.scenarios("besides", besides), enricher, storyOf);
        StoryModels models = new StoryTrainer(streams, more, storyOf).train(story -> true);
        write(models, sets, besides.isEmpty() ? "" : ", and scenarios besides", out);
        return 0;
    }

    private static List<Digest> digests(GoldStories set, Enricher enricher, Map<String, String> storyOf) {
        set.rows().forEach(row -> storyOf.put(row.article().id(), row.story()));
        return set.rows().stream()
                .map(row -> enricher.enrich(row.article()).digest())
                .toList();
    }

    /** Writes the four files, each with a header that says what it is. */
    private static void write(StoryModels models, List<GoldStories> sets, String more, Path out) throws IOException {
        String words = String.join(", ", sets.stream().map(GoldStories::name).toList());
        String of = words + more;
        write(
                out.resolve("match.model"),
                "Does an article belong to a story? Made by train-stories from " + of + ".",
                models.match().lines(MatchFeatures.NAMES));
        write(
                out.resolve("merge.model"),
                "Are two stories one? Made by train-stories from " + of + ".",
                models.merge().lines(MergeFeatures.NAMES));
        write(
                out.resolve("split.model"),
                "Are the two groups a story falls into one story? Made by train-stories from " + of + ".",
                models.split().lines(MergeFeatures.NAMES));
        write(
                out.resolve("background.tsv"),
                "Base forms of words and the number of stories they occur in. Made by train-stories from " + words
                        + ".",
                models.background().lines());
    }

    private static void write(Path file, String header, List<String> lines) throws IOException {
        List<String> all = new ArrayList<>();
        all.add("# " + header);
        all.addAll(lines);
        Files.write(file, all);
    }
}
