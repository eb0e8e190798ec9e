package io.deltawire.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.text.LinearModel;
import io.deltawire.text.Token;
import io.deltawire.text.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NameModelTest {
    private static final List<List<String>> SENTENCES = List.of(
            List.of(
                    "Governor",
                    "Elena",
                    "Quispe",
                    "of",
                    "Peru",
                    "met",
                    "the",
                    "board",
                    "of",
                    "Halden",
                    "Group",
                    "in",
                    "Lima",
                    "."),
            List.of("rescuers", "from", "the", "town", "of", "Ober", "said", "so", "on", "Tuesday"),
            List.of("HALDEN", "GROUP", "TO", "CUT", "800", "JOBS"),
            List.of("Halden", "Group", "to", "Cut", "Jobs", "at", "Plant", "in", "Lima"),
            List.of("Lima"));

    /** The model that ships with deltawire, so that the rows are those that are used. */
    @Test
    void whatIsKeptByWordAddsUpToAllFeatures() throws IOException {
        LinearModel weights;
        try (InputStream stream = NameModel.class.getResourceAsStream("names.model.gz")) {
            weights = LinearModel.load(Objects.requireNonNull(stream));
        }
        NameModel model = new NameModel(weights);

        for (int round = 0; round < 2; round++) {
            for (List<String> words : SENTENCES) {
                List<Token> sentence = Tokens.of(words);
                assertThat(model.scores(sentence)).isDeepEqualTo(scores(weights, sentence));
            }
        }
    }

    private static float[][] scores(LinearModel weights, List<Token> sentence) {
        NameFeatures features = new NameFeatures(sentence);
        int[] keys = new int[NameFeatures.MOST];
        float[][] scores = new float[sentence.size()][];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Viterbi.NOTHING;
            if (features.isCandidate(i)) {
                int[] sums = new int[NameLabels.count()];
                weights.add(keys, features.fill(i, keys), sums);
                scores[i] = new float[sums.length];
                for (int label = 0; label < sums.length; label++) {
                    scores[i][label] = sums[label];
                }
            }
        }
        return scores;
    }
}
