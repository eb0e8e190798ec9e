package io.deltawire.train;

import io.deltawire.entity.Attributor;
import io.deltawire.entity.CueCandidate;
import io.deltawire.entity.CueModel;
import io.deltawire.entity.Entities;
import io.deltawire.entity.Linker;
import io.deltawire.entity.NameTagger;
import io.deltawire.evaluate.AttributionScore;
import io.deltawire.evaluate.GoldAttributions;
import io.deltawire.evaluate.GoldAttributions.Item;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltawire train-cues}. */
@Command(
        name = "train-cues",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the attribution model on a data folder's attribution/ articles and writes it.",
            "Prints its scores by cross-validation over articles first. Deterministic by its seed."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:model written", "1:failed", "2:usage"})
public final class TrainCues implements Callable<Integer> {
    private static final int FOLDS = 6;
    private static final int LEAST = 2;
    private static final CueTrainer TRAINER = new CueTrainer(8, 0.05, 0.002);

    @Parameters(paramLabel = "DATA", description = "Folder that holds attribution/.")
    private Path data = Path.of("");

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "Model file to write.")
    private Path output = Path.of("");

    @Option(names = "--seed", description = "Seed of the shuffles; default ${DEFAULT-VALUE}.")
    private long seed = 7;

    @Option(names = "--threshold", description = "Log-odds from which a pair is taken; default ${DEFAULT-VALUE}.")
    private double threshold = -0.7;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Files.createDirectories(output.toAbsolutePath().getParent());
        List<Item> items = GoldAttributions.read(data);
        NameTagger tagger = new NameTagger();
        Linker linker = new Linker();
        Attributor grammar = new Attributor(new CueModel(Map.of(), threshold));
        List<Entities> entities = new ArrayList<>();
        List<List<CueTrainer.Example>> examples = new ArrayList<>();
        for (Item item : items) {
            Entities linked = linker.link(item.document(), tagger.tag(item.document()));
            entities.add(linked);
            List<CueCandidate> candidates = grammar.candidates(item.document(), linked);
            examples.add(CueExamples.of(item, candidates));
        }
        AttributionScore score = new AttributionScore();
        for (int fold = 0; fold < FOLDS; fold++) {
            Attributor trained = new Attributor(new CueModel(train(examples, fold), threshold));
            for (int k = fold; k < items.size(); k += FOLDS) {
                score.add(items.get(k), trained.attribute(items.get(k).document(), entities.get(k)));
            }
        }
        out.println("cross-validation over " + items.size() + " articles, " + FOLDS + " folds");
        score.table().forEach(out::println);
        Map<Integer, Double> weights = train(examples, -1);
        try (OutputStream file = Files.newOutputStream(output)) {
            CueModel.write(weights, threshold, file);
        }
        out.println(weights.size() + " weights written to " + output);
        return 0;
    }

    /** On all articles but those of a fold. */
    private Map<Integer, Double> train(List<List<CueTrainer.Example>> examples, int without) {
        List<CueTrainer.Example> all = new ArrayList<>();
        for (int k = 0; k < examples.size(); k++) {
            if (without < 0 || k % FOLDS != without) {
                all.addAll(examples.get(k));
            }
        }
        return TRAINER.train(all, LEAST, seed);
    }
}
