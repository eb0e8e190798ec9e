package io.deltawire.entity;

import io.deltawire.text.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Last words of the full names of persons in a text: standing alone in the same text they mean the person. */
final class Surnames {
    /** About what a clear context is worth in the model's scores. */
    private static final float BONUS = 1_000;

    /** Behind these a place is meant even so: "in Washington" in a text on Denzel Washington. */
    private static final Set<String> BEFORE_PLACES = Set.of("in", "at", "near", "from", "to", "outside", "across");

    private final Map<String, Integer> counts = new HashMap<>();

    void collect(List<Token> sentence, int[] labels) {
        for (NameSpan span : NameLabels.spans(labels, 0)) {
            boolean person = span.type() == EntityType.PERSON;
            if (span.endToken() - span.firstToken() > 1) {
                String last = sentence.get(span.endToken() - 1).text();
                counts.merge(last, person ? 1 : -1, Integer::sum);
            }
        }
    }

    /** Raises the scores of surnames that stand alone and were not taken for persons; says whether there was any. */
    boolean apply(List<Token> sentence, int[] labels, float[][] scores) {
        int alone = 1 + NameLabels.PARTS * NameLabels.index(EntityType.PERSON);
        boolean any = false;
        for (int i = 0; i < labels.length; i++) {
            boolean single = labels[i] == NameLabels.NONE || (labels[i] - 1) % NameLabels.PARTS == 0;
            if (single
                    && labels[i] != alone
                    && scores[i] != Viterbi.NOTHING
                    && counts.getOrDefault(sentence.get(i).text(), 0) > 0
                    && !(i > 0 && BEFORE_PLACES.contains(sentence.get(i - 1).lower()))) {
                scores[i][alone] += BONUS;
                any = true;
            }
        }
        return any;
    }
}
