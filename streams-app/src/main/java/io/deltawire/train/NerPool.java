package io.deltawire.train;

import io.deltawire.text.LinearModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The sets the name tagger learns from, each with its weight, and what is added to them. */
public final class NerPool {
    private static final double LEAST_WEIGHT = 0.04;

    /** Share of sentences of which a copy with other names is added. */
    private static final double RENAMED = 0.5;

    /** Share of sentences of which a copy that begins later is added. */
    private static final double BEGUN_LATER = 0.5;

    /** Passes over the data. */
    public static final int EPOCHS = 5;

    private NerPool() {}

    /** Names of the sets that are learnt from, in order. */
    public static List<String> names() {
        return names(false);
    }

    /** Names of our own sets that are never learnt from: to measure on. */
    public static List<String> kept() {
        return names(true);
    }

    private static List<String> names(boolean kept) {
        return Resources.lines("ner-sets.txt").stream()
                .map(line -> line.split(" "))
                .filter(parts -> (Double.parseDouble(parts[1]) == 0) == kept)
                .map(parts -> parts[0])
                .toList();
    }

    /**
     * The sentences of a set: our own news comes with the program, the public sets are files of a folder, plain or gzipped.
     *
     * @throws IOException if there is no such set or it cannot be read
     */
    public static List<NerSentence> set(Path folder, String name) throws IOException {
        if (Resources.has(name + ".txt")) {
            return MarkedNews.read(Resources.text(name + ".txt"));
        }
        Path plain = folder.resolve(name + ".txt");
        return NerData.read(Files.exists(plain) ? plain : folder.resolve(name + ".txt.gz"));
    }

    /**
     * All sets but those left out; a weight above one repeats sentences, one below takes a share of them.
     *
     * @throws IOException if a set is missing or cannot be read
     */
    public static List<NerSentence> read(Path folder, List<String> without, long seed) throws IOException {
        List<NerSentence> sentences = new ArrayList<>();
        Random random = new Random(seed);
        for (String line : Resources.lines("ner-sets.txt")) {
            String[] parts = line.split(" ");
            if (without.contains(parts[0])) {
                continue;
            }
            double weight = Double.parseDouble(parts[1]);
            for (NerSentence sentence : set(folder, parts[0])) {
                for (double rest = weight; rest > 0; rest--) {
                    if (rest >= 1 || random.nextDouble() < rest) {
                        sentences.add(sentence);
                    }
                }
            }
        }
        return sentences;
    }

    /** Trains on the sentences and on copies of some of them: set like headlines and in capitals, with other names, or begun later. */
    public static LinearModel train(List<NerSentence> sentences, int epochs, long seed) {
        List<NerSentence> all = new ArrayList<>(sentences);
        Random random = new Random(seed + 1);
        for (NerSentence sentence : sentences) {
            int roll = random.nextInt(20);
            if (roll < 3) {
                all.add(sentence.recased(roll < 2 ? Casing::titleCase : Casing::capitals));
            }
        }
        OtherNames others = new OtherNames(sentences);
        for (NerSentence sentence : sentences) {
            if (random.nextDouble() < RENAMED) {
                all.add(others.renamed(sentence, random));
            }
        }
        for (NerSentence sentence : sentences) {
            if (random.nextDouble() < BEGUN_LATER) {
                LaterBeginning.of(sentence, random).ifPresent(all::add);
            }
        }
        return new NerTrainer(epochs, seed, LEAST_WEIGHT).train(all);
    }
}
