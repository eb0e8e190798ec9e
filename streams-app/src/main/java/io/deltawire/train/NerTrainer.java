package io.deltawire.train;

import io.deltawire.entity.NameFeatures;
import io.deltawire.entity.NameLabels;
import io.deltawire.entity.NameSpan;
import io.deltawire.entity.Viterbi;
import io.deltawire.text.LinearModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Trains the name tagger: an averaged structured perceptron. Deterministic by seed.
 *
 * <p>Source: M. Collins, Discriminative training methods for hidden Markov models, 2002.
 */
final class NerTrainer {
    /** Template of the features "this label behind that one". */
    static final int TRANSITION = 250;

    private final int epochs;
    private final long seed;
    private final double least;

    NerTrainer(int epochs, long seed, double least) {
        this.epochs = epochs;
        this.seed = seed;
        this.least = least;
    }

    LinearModel train(List<NerSentence> data) {
        int labels = NameLabels.count();
        Weights weights = new Weights(labels);
        Random random = new Random(seed);
        List<NerSentence> order = new ArrayList<>(data);
        int time = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(order, random);
            for (NerSentence sentence : order) {
                learn(sentence, weights, ++time);
            }
        }
        return weights.average(NameLabels.names(), time, least);
    }

    private static void learn(NerSentence sentence, Weights weights, int time) {
        int labels = NameLabels.count();
        int size = sentence.tokens().size();
        NameFeatures features = new NameFeatures(sentence.tokens());
        int[][] keys = new int[size][0];
        float[][] scores = new float[size][];
        int[] buffer = new int[NameFeatures.MOST];
        for (int i = 0; i < size; i++) {
            scores[i] = Viterbi.NOTHING;
            if (features.isCandidate(i)) {
                int n = features.fill(i, buffer);
                keys[i] = Arrays.copyOf(buffer, n);
                scores[i] = new float[labels];
                weights.score(keys[i], 0, keys[i].length, scores[i]);
            }
        }
        float[] transitions = new float[labels * labels];
        for (int before = 0; before < labels; before++) {
            for (int label = 0; label < labels; label++) {
                transitions[before * labels + label] = weights.weight(LinearModel.key(TRANSITION, before), label);
            }
        }
        int[] found = new Viterbi(transitions, labels).decode(scores);
        int[] gold = reachable(sentence.gold(found), scores);
        int goldBefore = NameLabels.NONE;
        int foundBefore = NameLabels.NONE;
        for (int i = 0; i < size; i++) {
            if (gold[i] != found[i]) {
                for (int key : keys[i]) {
                    weights.change(key, gold[i], 1, time);
                    weights.change(key, found[i], -1, time);
                }
            }
            if (gold[i] != found[i] || goldBefore != foundBefore) {
                weights.change(LinearModel.key(TRANSITION, goldBefore), gold[i], 1, time);
                weights.change(LinearModel.key(TRANSITION, foundBefore), found[i], -1, time);
            }
            goldBefore = gold[i];
            foundBefore = found[i];
        }
    }

    /** Names with a token that is no candidate can't be found: to learn from them would only spoil the transitions. */
    private static int[] reachable(int[] gold, float[][] scores) {
        int[] reachable = gold.clone();
        for (NameSpan span : NameLabels.spans(gold, 0)) {
            boolean all = true;
            for (int i = span.firstToken(); i < span.endToken(); i++) {
                all &= scores[i] != Viterbi.NOTHING;
            }
            if (!all) {
                Arrays.fill(reachable, span.firstToken(), span.endToken(), NameLabels.NONE);
            }
        }
        return reachable;
    }
}
