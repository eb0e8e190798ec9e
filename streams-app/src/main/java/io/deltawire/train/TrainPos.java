package io.deltawire.train;

import io.deltawire.text.LinearModel;
import io.deltawire.text.PosTagger;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains the part-of-speech tagger. */
@Command(
        name = "train-pos",
        mixinStandardHelpOptions = true,
        description = "Trains the part-of-speech tagger on tagged sentences and writes its model.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:trained and written", "1:failed", "2:wrong usage"})
public final class TrainPos implements Callable<Integer> {
    @Parameters(
            paramLabel = "DATA",
            description =
                    "Files with a word and its Penn Treebank tag a line, parted by a tab, and an empty line between"
                            + " sentences; .gz is read too.")
    private List<Path> files = List.of();

    @Option(
            names = "--out",
            defaultValue = "pos.model.gz",
            description = "The model written (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("pos.model.gz");

    @Option(names = "--epochs", defaultValue = "5", description = "Passes over the data (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(names = "--seed", defaultValue = "7", description = "Seed of all chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--held-out",
            defaultValue = "0.1",
            description = "Share of the sentences, at the end, kept to measure on (default: ${DEFAULT-VALUE}).")
    private double heldOut;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out.toAbsolutePath().getParent());
        List<PosTrainer.Tagged> sentences = new ArrayList<>();
        for (Path file : files) {
            for (ColumnFile.Rows rows : ColumnFile.read(file)) {
                sentences.add(new PosTrainer.Tagged(
                        rows.rows().stream().map(row -> row[0]).toList(),
                        rows.rows().stream().map(row -> row[1]).toList()));
            }
        }
        int cut = (int) Math.round(sentences.size() * (1 - heldOut));
        LinearModel model = new PosTrainer(epochs, seed).train(sentences.subList(0, cut));
        try (OutputStream stream = Files.newOutputStream(out)) {
            model.save(stream);
        }
        System.out.printf("%d sentences, %d features, %d bytes%n", cut, model.size(), Files.size(out));
        measure(new PosTagger(model), sentences.subList(cut, sentences.size()));
        return 0;
    }

    private static void measure(PosTagger tagger, List<PosTrainer.Tagged> sentences) {
        long right = 0;
        long all = 0;
        for (PosTrainer.Tagged sentence : sentences) {
            List<String> found = tagger.tag(sentence.words());
            for (int i = 0; i < found.size(); i++) {
                right += found.get(i).equals(sentence.tags().get(i)) ? 1 : 0;
                all++;
            }
        }
        if (all > 0) {
            System.out.printf("accuracy on %d held-out tokens: %.2f %%%n", all, 100.0 * right / all);
        }
    }
}
