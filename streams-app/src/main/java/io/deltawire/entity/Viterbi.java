package io.deltawire.entity;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Finds the best sequence of labels under scores of tokens and of neighbouring labels. Source: A. Viterbi, 1967. */
public final class Viterbi {
    private static final float IMPOSSIBLE = -1e9f;

    private final float[] transitions;
    private final int labels;

    /** By label: those that may stand before it, ascending. */
    private final int[][] before;

    /** @param transitions score of label j behind label i at i * labels + j */
    public Viterbi(float[] transitions, int labels) {
        this.transitions = transitions.clone();
        this.labels = labels;
        this.before = new int[labels][];
        for (int label = 0; label < labels; label++) {
            int behind = label;
            before[label] = IntStream.range(0, labels)
                    .filter(each -> NameLabels.follows(each, behind))
                    .toArray();
        }
    }

    /** @param scores of the labels for each token; {@link #NOTHING} for one that is no candidate */
    public int[] decode(float[][] scores) {
        int size = scores.length;
        byte[] from = new byte[size * labels];
        float[] best = new float[labels];
        Arrays.fill(best, IMPOSSIBLE);
        best[NameLabels.NONE] = 0;
        float[] next = new float[labels];
        boolean outside = true; // nothing but no name is possible before the token
        for (int i = 0; i < size; i++) {
            if (outside && scores[i] == NOTHING) {
                best[NameLabels.NONE] += transitions[NameLabels.NONE];
                continue;
            }
            outside = scores[i] == NOTHING;
            Arrays.fill(next, IMPOSSIBLE);
            for (int label = 0; label < (scores[i] == NOTHING ? 1 : labels); label++) {
                step(best, next, from, i * labels, label);
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

    private void step(float[] best, float[] next, byte[] from, int place, int label) {
        float most = IMPOSSIBLE;
        for (int each : before[label]) {
            if (best[each] > IMPOSSIBLE / 2) {
                float score = best[each] + transitions[each * labels + label];
                if (score > most) {
                    most = score;
                    from[place + label] = (byte) each;
                }
            }
        }
        next[label] = most;
    }

    private int[] path(float[] best, byte[] from, int size) {
        int last = NameLabels.NONE;
        for (int label = 1; label < labels; label++) {
            if (best[label] > best[last] && NameLabels.follows(label, NameLabels.NONE)) {
                last = label;
            }
        }
        int[] path = new int[size];
        for (int i = size - 1; i >= 0; i--) {
            path[i] = last;
            last = from[i * labels + last];
        }
        return path;
    }
}
