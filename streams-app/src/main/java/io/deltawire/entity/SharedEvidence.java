package io.deltawire.entity;

import io.deltawire.text.Token;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the occurrences of a word in one text say about its type, taken together: a word whose other occurrences are clearly a person's name
 * is one more likely here. Source of the idea: V. Krishnan and C. Manning, An effective two-stage model for exploiting non-local dependencies, 2006.
 */
final class SharedEvidence {
    /** Weight of the mean of the other occurrences; chosen on wikigold, see RATIONALE.md. */
    private static final float WEIGHT = 0.5f;

    private static final int TYPES = EntityType.values().length;

    /** By label: the type's place in sums. */
    private static final int[] KINDS = new int[NameLabels.count()];

    static {
        for (int label = 0; label < KINDS.length; label++) {
            KINDS[label] = label == NameLabels.NONE ? TYPES : NameLabels.index(NameLabels.type(label));
        }
    }

    private final Map<String, float[]> sums = new HashMap<>();

    /** Sums of how far each type, and none (last but one), lies behind the best; the last is the number of occurrences. */
    void collect(List<Token> sentence, float[][] scores) {
        for (int i = 0; i < scores.length; i++) {
            if (shares(sentence.get(i), scores[i])) {
                float[] sum = sums.computeIfAbsent(sentence.get(i).text(), word -> new float[TYPES + 2]);
                float[] lag = lag(scores[i]);
                for (int k = 0; k <= TYPES; k++) {
                    sum[k] += lag[k];
                }
                sum[TYPES + 1]++;
            }
        }
    }

    /** Adds the evidence of the other occurrences to the scores. */
    void apply(List<Token> sentence, float[][] scores) {
        for (int i = 0; i < scores.length; i++) {
            float[] sum = shares(sentence.get(i), scores[i])
                    ? sums.get(sentence.get(i).text())
                    : null;
            if (sum == null || sum[TYPES + 1] < 2) {
                continue;
            }
            float[] lag = lag(scores[i]);
            float others = sum[TYPES + 1] - 1;
            for (int label = 0; label < scores[i].length; label++) {
                int kind = KINDS[label];
                scores[i][label] += WEIGHT * (sum[kind] - lag[kind]) / others;
            }
        }
    }

    private static boolean shares(Token token, float[] scores) {
        return scores != Viterbi.NOTHING
                && token.word().length() > 2
                && token.word().isCapital();
    }

    private static float[] lag(float[] scores) {
        float[] best = new float[TYPES + 1];
        Arrays.fill(best, -1e9f);
        float top = -1e9f;
        for (int label = 0; label < scores.length; label++) {
            int kind = KINDS[label];
            best[kind] = Math.max(best[kind], scores[label]);
            top = Math.max(top, scores[label]);
        }
        for (int k = 0; k <= TYPES; k++) {
            best[k] -= top;
        }
        return best;
    }
}
