package io.deltawire.train;

import io.deltawire.claim.StanceModel;
import io.deltawire.claim.StanceSightings.Said;
import io.deltawire.claim.StanceSightings.Seen;
import io.deltawire.text.LinearModel;
import io.deltawire.train.SnippetReader.Snippet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltawire train-stances}. */
@Command(
        name = "train-stances",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the models of what position a sentence takes and whose it is, on snippets of news with their positions:",
            "JSONL files of {\"text\", \"positions\": [{\"holder\", \"stance\", \"matter\"}]}.",
            "The same data gives the same files."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:trained and written, or scored", "1:failed", "2:usage"})
public final class TrainStances implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files of snippets, or folders of such.")
    private List<Path> paths = List.of();

    @Option(
            names = "--test",
            paramLabel = "PATH",
            description = "Scores on other snippets instead of writing the models.")
    private List<Path> tests = List.of();

    @Option(
            names = "--out",
            defaultValue = "streams-app/src/main/resources/io/deltawire/claim",
            description = "Folder the three models are written to (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("");

    @Option(names = "--seed", defaultValue = "7", description = "Seed of the training (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        SnippetReader reader = new SnippetReader();
        List<Snippet> snippets = reader.read(paths);
        StanceModel model = train(snippets);
        if (!tests.isEmpty()) {
            StanceScore score = new StanceScore();
            reader.read(tests).forEach(snippet -> score.add(snippet, model));
            score.table().forEach(print::println);
            return 0;
        }
        try (OutputStream screen = Files.newOutputStream(out.resolve(StanceModel.SCREEN_FILE));
                OutputStream stances = Files.newOutputStream(out.resolve(StanceModel.STANCES_FILE));
                OutputStream holders = Files.newOutputStream(out.resolve(StanceModel.HOLDERS_FILE))) {
            model.save(screen, stances, holders);
        }
        print.printf(
                "%d snippets, %d positions%n",
                snippets.size(),
                snippets.stream()
                        .mapToInt(snippet -> snippet.positions().size())
                        .sum());
        return 0;
    }

    private StanceModel train(List<Snippet> snippets) {
        StanceTrainer trainer = new StanceTrainer(StanceModel.STANCES);
        List<StanceTrainer.Example> examples = new ArrayList<>();
        for (Snippet snippet : snippets) {
            snippet.said().forEach(said -> examples.add(new StanceTrainer.Example(said.features(), snippet.stance())));
        }
        LinearModel holders = new StanceTrainer(List.of("no", "yes")).train(holders(snippets), seed);
        LinearModel screen = screen(snippets);
        StanceModel first = new StanceModel(screen, trainer.train(examples, seed), holders);
        // Which sentence of several takes the position is not told: the one that does so most clearly by a first model.
        examples.clear();
        for (Snippet snippet : snippets) {
            if (snippet.positions().isEmpty()) {
                snippet.said().forEach(said -> examples.add(new StanceTrainer.Example(said.features(), 0)));
            }
            Set<Said> taken = new HashSet<>();
            for (SnippetReader.Position position : snippet.positions()) {
                Said clearest = clearest(snippet, position.stance(), first);
                if (taken.add(clearest)) {
                    examples.add(new StanceTrainer.Example(clearest.features(), position.stance()));
                }
            }
        }
        return new StanceModel(screen, trainer.train(examples, seed), holders);
    }

    private static Said clearest(Snippet snippet, int stance, StanceModel model) {
        Said best = snippet.said().get(0);
        for (Said said : snippet.said()) {
            if (model.sure(said, stance) > model.sure(best, stance)) {
                best = said;
            }
        }
        return best;
    }

    private LinearModel screen(List<Snippet> snippets) {
        List<StanceTrainer.Example> examples = new ArrayList<>();
        for (Snippet snippet : snippets) {
            int label = snippet.stance() == 0 ? 0 : 1;
            snippet.said().forEach(said -> examples.add(new StanceTrainer.Example(said.words(), label)));
        }
        return new StanceTrainer(List.of("no", "yes")).train(examples, seed);
    }

    /** Of all who may hold the position of a sentence, who does. */
    private static List<StanceTrainer.Example> holders(List<Snippet> snippets) {
        List<StanceTrainer.Example> examples = new ArrayList<>();
        for (Snippet snippet : snippets) {
            for (SnippetReader.Position gold : snippet.positions()) {
                for (Said said : snippet.said()) {
                    if (said.holders().stream().anyMatch(gold::of)) {
                        for (Seen seen : said.holders()) {
                            int[] features = seen.features().get(gold.stance());
                            examples.add(new StanceTrainer.Example(features, gold.of(seen) ? 1 : 0));
                        }
                    }
                }
            }
        }
        return examples;
    }
}
