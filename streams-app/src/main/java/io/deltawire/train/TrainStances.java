package io.deltawire.train;

import io.deltawire.claim.StanceModel;
import io.deltawire.claim.StanceSightings.Said;
import io.deltawire.claim.StanceSightings.Seen;
import io.deltawire.net.SentenceNetTrainer;
import io.deltawire.text.LinearModel;
import io.deltawire.train.SnippetReader.Snippet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    /** Label of what a sentence may or may not tell. */
    private static final int UNTOLD = -1;

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
            description = "Folder the four models are written to (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("");

    @Option(names = "--seed", defaultValue = "7", description = "Seed of the training (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        Files.createDirectories(out);
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
                OutputStream holders = Files.newOutputStream(out.resolve(StanceModel.HOLDERS_FILE));
                OutputStream net = Files.newOutputStream(out.resolve(StanceModel.NET_FILE))) {
            model.save(screen, stances, holders, net);
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
        LinearModel first = trainer.train(examples, seed);
        examples.clear();
        List<StanceTrainer.Example> screened = new ArrayList<>();
        List<SentenceNetTrainer.Example> marked = new ArrayList<>();
        for (Snippet snippet : snippets) {
            Labels labels = new Labels(snippet, first);
            for (int i = 0; i < snippet.said().size(); i++) {
                Said said = snippet.said().get(i);
                int told = labels.told[i];
                if (told != UNTOLD) {
                    examples.add(new StanceTrainer.Example(said.features(), told));
                    screened.add(new StanceTrainer.Example(said.words(), told == 0 ? 0 : 1));
                }
                marked.add(new SentenceNetTrainer.Example(said.marked(), labels.ofHolders.get(i)));
            }
        }
        StanceTrainer twofold = new StanceTrainer(List.of("no", "yes"));
        return new StanceModel(
                twofold.train(screened, seed),
                trainer.train(examples, seed),
                twofold.train(holders(snippets), seed),
                new SentenceNetTrainer(StanceModel.STANCES.size(), seed).train(marked));
    }

    /**
     * What the sentences of a snippet tell. Which of several takes a position is not known: of those that name its holder the one that
     * does so most clearly by a first model.
     */
    private static final class Labels {
        /** By sentence: a stance, 0 for none, or {@link #UNTOLD}. */
        final int[] told;

        /** The same of each holder of each sentence. */
        final List<List<Integer>> ofHolders = new ArrayList<>();

        Labels(Snippet snippet, LinearModel model) {
            told = new int[snippet.said().size()];
            for (Said said : snippet.said()) {
                ofHolders.add(new ArrayList<>(Collections.nCopies(said.holders().size(), 0)));
            }
            for (SnippetReader.Position position : snippet.positions()) {
                int clearest = clearest(snippet, position, model);
                for (int i = 0; i < told.length; i++) {
                    List<Seen> holders = snippet.said().get(i).holders();
                    boolean named = false;
                    for (int k = 0; k < holders.size(); k++) {
                        if (position.of(holders.get(k))) {
                            named = true;
                            int label = i == clearest ? position.stance() : UNTOLD;
                            ofHolders.get(i).set(k, stronger(ofHolders.get(i).get(k), label));
                        }
                    }
                    if (named || i == clearest) {
                        told[i] = stronger(told[i], i == clearest ? position.stance() : UNTOLD);
                    }
                }
            }
        }

        /** The first position stands; what is not known gives way to one. */
        private static int stronger(int before, int label) {
            return before > 0 ? before : label;
        }

        private static int clearest(Snippet snippet, SnippetReader.Position position, LinearModel model) {
            int best = 0;
            double most = -1;
            for (int i = 0; i < snippet.said().size(); i++) {
                Said said = snippet.said().get(i);
                double sure = StanceModel.probabilities(model, said.features())[position.stance()]
                        + (said.holders().stream().anyMatch(position::of) ? 1 : 0);
                if (sure > most) {
                    most = sure;
                    best = i;
                }
            }
            return best;
        }
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
