package io.deltawire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the tagger keeps by word, tag and shape adds up to what all features add up to. */
class KeptSumsTest {
    private static final List<List<String>> SENTENCES = List.of(
            List.of("The", "mayor", "said", "divers", "found", "12", "more", "bodies", "near", "Port", "Said", "."),
            List.of("MINISTER", "REJECTS", "PLAN", "TO", "CLOSE", "SCHOOLS"),
            List.of("Minister", "Rejects", "Plan", "to", "Close", "Schools", "in", "London"),
            List.of("rain"),
            List.of("He", "did", "n't", "say", "“", "no", "”", "."));

    private static final int LABELS = 9;
    private static final int NO_TAG = 62;

    @Test
    void tagsAreThoseOfAllFeaturesTogether() {
        LinearModel model = randomModel();
        PosTagger tagger = new PosTagger(model);

        // Twice, since the second time all is kept.
        for (int round = 0; round < 2; round++) {
            for (List<String> sentence : SENTENCES) {
                assertThat(tagger.tag(sentence)).isEqualTo(tagged(model, sentence));
            }
        }
    }

    private static List<String> tagged(LinearModel model, List<String> sentence) {
        PosFeatures features = new PosFeatures(sentence);
        int[] keys = new int[PosFeatures.MOST];
        List<String> tags = new ArrayList<>();
        int tag1 = NO_TAG;
        int tag2 = NO_TAG;
        for (int i = 0; i < sentence.size(); i++) {
            int[] scores = new int[LABELS];
            model.add(keys, features.fill(i, tag1, tag2, keys), scores);
            int best = 0;
            for (int label = 1; label < LABELS; label++) {
                best = scores[label] > scores[best] ? label : best;
            }
            tags.add(model.labels().get(best));
            tag2 = tag1;
            tag1 = best;
        }
        return tags;
    }

    /** Weights for every feature that the sentences have under any two tags: rows of few labels and of many. */
    private static LinearModel randomModel() {
        Random random = new Random(7);
        TreeSet<Integer> keys = new TreeSet<>();
        int[] buffer = new int[PosFeatures.MOST];
        for (List<String> sentence : SENTENCES) {
            PosFeatures features = new PosFeatures(sentence);
            for (int i = 0; i < sentence.size(); i++) {
                for (int pair = 0; pair < (LABELS + 1) * (LABELS + 1); pair++) {
                    int tag1 = pair / (LABELS + 1) == LABELS ? NO_TAG : pair / (LABELS + 1);
                    int tag2 = pair % (LABELS + 1) == LABELS ? NO_TAG : pair % (LABELS + 1);
                    int n = features.fill(i, tag1, tag2, buffer);
                    for (int k = 0; k < n; k++) {
                        keys.add(buffer[k]);
                    }
                }
            }
        }
        int[] sorted = keys.stream().mapToInt(Integer::intValue).toArray();
        int[] rowStart = new int[sorted.length + 1];
        byte[] labels = new byte[sorted.length * LABELS];
        byte[] weights = new byte[sorted.length * LABELS];
        for (int row = 0; row < sorted.length; row++) {
            int count = 1 + random.nextInt(LABELS);
            rowStart[row + 1] = rowStart[row] + count;
            for (int k = 0; k < count; k++) {
                labels[rowStart[row] + k] = (byte) k;
                weights[rowStart[row] + k] = (byte) (random.nextInt(255) - 127);
            }
        }
        List<String> names = new ArrayList<>();
        for (int label = 0; label < LABELS; label++) {
            names.add("T" + label);
        }
        return new LinearModel(names, sorted, rowStart, labels, weights);
    }
}
