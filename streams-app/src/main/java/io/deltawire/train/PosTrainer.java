package io.deltawire.train;

import io.deltawire.text.LinearModel;
import io.deltawire.text.PosFeatures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Trains the part-of-speech tagger on tagged sentences. Of some sentences it adds copies set like headlines, in capitals and in
 * lower case, with the same tags, so that headlines are tagged like text. Deterministic by seed.
 */
final class PosTrainer {
    private static final int NO_TAG = 62;
    private static final double LEAST_WEIGHT = 0.012;

    private final int epochs;
    private final long seed;

    PosTrainer(int epochs, long seed) {
        this.epochs = epochs;
        this.seed = seed;
    }

    /** Words and their tags. */
    record Tagged(List<String> words, List<String> tags) {}

    LinearModel train(List<Tagged> sentences) {
        Map<String, Integer> labels = new LinkedHashMap<>();
        sentences.forEach(sentence -> sentence.tags().stream().sorted().forEach(tag -> {
            if (!labels.containsKey(tag)) {
                labels.put(tag, labels.size());
            }
        }));
        Random random = new Random(seed);
        List<Tagged> all = new ArrayList<>(sentences);
        for (Tagged sentence : sentences) {
            int roll = random.nextInt(20);
            if (roll < 4) {
                all.add(recased(sentence, roll < 3 ? Casing::titleCase : Casing::capitals));
            } else if (roll == 4) {
                all.add(recased(sentence, Casing::small));
            }
        }
        Weights weights = new Weights(labels.size());
        int time = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(all, random);
            for (Tagged sentence : all) {
                time = learn(sentence, labels, weights, time);
            }
        }
        return weights.average(List.copyOf(labels.keySet()), time, LEAST_WEIGHT);
    }

    private static int learn(Tagged sentence, Map<String, Integer> labels, Weights weights, int start) {
        PosFeatures features = new PosFeatures(sentence.words());
        int[] keys = new int[PosFeatures.MOST];
        int time = start;
        int tag1 = NO_TAG;
        int tag2 = NO_TAG;
        for (int i = 0; i < sentence.words().size(); i++) {
            time++;
            int n = features.fill(i, tag1, tag2, keys);
            float[] scores = new float[labels.size()];
            weights.score(keys, 0, n, scores);
            int best = 0;
            for (int label = 1; label < scores.length; label++) {
                best = scores[label] > scores[best] ? label : best;
            }
            int gold = labels.getOrDefault(sentence.tags().get(i), 0);
            if (best != gold) {
                for (int k = 0; k < n; k++) {
                    weights.change(keys[k], gold, 1, time);
                    weights.change(keys[k], best, -1, time);
                }
            }
            tag2 = tag1;
            tag1 = best;
        }
        return time;
    }

    private static Tagged recased(Tagged sentence, UnaryOperator<String> casing) {
        return new Tagged(sentence.words().stream().map(casing).toList(), sentence.tags());
    }
}
