package io.deltawire.train;

import io.deltawire.entity.NameFeatures;
import io.deltawire.entity.NameLabels;
import io.deltawire.entity.NameSpan;
import io.deltawire.entity.Viterbi;
import io.deltawire.text.LinearModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;

/**
 * Trains the name tagger: an averaged structured perceptron with a margin, some features left out by chance at every step. Deterministic by
 * seed.
 *
 * <p>Source: M. Collins, Discriminative training methods for hidden Markov models, 2002; B. Taskar et al., Max-margin Markov networks, 2003;
 * N. Srivastava et al., Dropout, 2014.
 */
final class NerTrainer {
    /** Template of the features "this label behind that one". */
    static final int TRANSITION = 250;

    /** What a wrong label is allowed before it is scored: names must win by this much. About a third of the scores of clear cases. */
    private static final float MARGIN = 50;

    /** Share of a token's features that is left out at each step, by chance, so that none is relied on alone. */
    private static final float LEFT_OUT = 0.3f;

    /** A sentence and the features of its tokens. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Example(NerSentence sentence, int[][] keys) {}

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
        List<Example> order = examples(data);
        int time = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(order, random);
            for (Example example : order) {
                learn(example.sentence(), example.keys(), weights, ++time, random);
            }
        }
        return weights.average(NameLabels.names(), time, least);
    }

    /** Sentences with their features; copies of one sentence share them. */
    private static List<Example> examples(List<NerSentence> data) {
        IdentityHashMap<NerSentence, Example> met = new IdentityHashMap<>();
        List<Example> examples = new ArrayList<>();
        for (NerSentence sentence : data) {
            examples.add(met.computeIfAbsent(sentence, each -> new Example(each, features(each))));
        }
        return examples;
    }

    /** Features of the tokens that can be in a name; none for the others. */
    private static int[][] features(NerSentence sentence) {
        NameFeatures features = new NameFeatures(sentence.tokens());
        int[][] keys = new int[sentence.tokens().size()][0];
        int[] buffer = new int[NameFeatures.MOST];
        for (int i = 0; i < keys.length; i++) {
            if (features.isCandidate(i)) {
                int n = features.fill(i, buffer);
                keys[i] = Arrays.copyOf(buffer, n);
            }
        }
        return keys;
    }

    private static void learn(NerSentence sentence, int[][] all, Weights weights, int time, Random random) {
        int labels = NameLabels.count();
        int size = all.length;
        int[][] keys = new int[size][];
        float[][] scores = new float[size][];
        for (int i = 0; i < size; i++) {
            keys[i] = some(all[i], random);
            scores[i] = Viterbi.NOTHING;
            if (keys[i].length > 0) {
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
        Viterbi viterbi = new Viterbi(transitions, labels);
        int[] known = sentence.knowsOther() ? sentence.labels() : sentence.gold(viterbi.decode(scores));
        int[] gold = reachable(known, scores);
        for (int i = 0; i < size; i++) {
            for (int label = 0; scores[i] != Viterbi.NOTHING && label < labels; label++) {
                scores[i][label] += label == gold[i] ? 0 : MARGIN;
            }
        }
        int[] found = viterbi.decode(scores);
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

    /** The first feature, which is the same for all tokens, and some of the others. */
    private static int[] some(int[] all, Random random) {
        int[] kept = new int[all.length];
        int n = 0;
        for (int k = 0; k < all.length; k++) {
            if (k == 0 || random.nextFloat() >= LEFT_OUT) {
                kept[n++] = all[k];
            }
        }
        return Arrays.copyOf(kept, n);
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
