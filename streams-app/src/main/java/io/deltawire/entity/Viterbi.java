package io.deltawire.entity;

import java.util.Arrays;

/** Finds the best sequence of labels under scores of tokens and of neighbouring labels. Source: A. Viterbi, 1967. */
public final class Viterbi {
    private static final float IMPOSSIBLE = -1e9f;

    private final float[] transitions;
    private final int labels;

    /** @param transitions score of label j behind label i at i * labels + j */
    public Viterbi(float[] transitions, int labels) {
        this.transitions = transitions.clone();
        this.labels = labels;
    }

    /** @param scores of the labels for each token; {@link #NOTHING} for one that is no candidate */
    public int[] decode(float[][] scores) {
        int size = scores.length;
        int[][] from = new int[size][labels];
        float[] best = new float[labels];
        Arrays.fill(best, IMPOSSIBLE);
        best[NameLabels.NONE] = 0;
        float[] next = new float[labels];
        for (int i = 0; i < size; i++) {
            Arrays.fill(next, IMPOSSIBLE);
            for (int label = 0; label < (scores[i] == NOTHING ? 1 : labels); label++) {
                step(best, next, from[i], label);
                if (scores[i] != NOTHING) {
                    next[label] += scores[i][label];
                }
            }
            float[] swap = best;
            best = next;
            next = swap;
        }
        return path(best, from, size);
    }

    /** Stands for the scores of a token that is no candidate. */
    public static final float[] NOTHING = {};

    private void step(float[] best, float[] next, int[] from, int label) {
        for (int before = 0; before < labels; before++) {
            if (best[before] > IMPOSSIBLE / 2 && NameLabels.follows(before, label)) {
                float score = best[before] + transitions[before * labels + label];
                if (score > next[label]) {
                    next[label] = score;
                    from[label] = before;
                }
            }
        }
    }

    private int[] path(float[] best, int[][] from, int size) {
        int last = NameLabels.NONE;
        for (int label = 1; label < labels; label++) {
            if (best[label] > best[last] && NameLabels.follows(label, NameLabels.NONE)) {
                last = label;
            }
        }
        int[] path = new int[size];
        for (int i = size - 1; i >= 0; i--) {
            path[i] = last;
            last = from[i][last];
        }
        return path;
    }
}
