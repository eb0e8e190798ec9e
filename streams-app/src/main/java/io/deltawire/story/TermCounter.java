package io.deltawire.story;

import io.deltawire.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts content words by where they stand. */
final class TermCounter {
    private static final Set<String> STOP_WORDS = WordList.read("/story/stopwords.txt");
    private static final int MAX_LENGTH = 40;

    private final Map<String, int[]> counts = new HashMap<>();

    /** @param zone 0 title, 1 lead, 2 body */
    void add(Token token, int zone) {
        if (!STOP_WORDS.contains(token.lower()) && counts(token.lemma())) {
            of(token.lemma())[zone]++;
        }
    }

    /** A word of the headline, if the headline does not have it already. */
    void addToTitle(String term) {
        if (counts(term)) {
            int[] count = of(term);
            count[0] = Math.max(1, count[0]);
        }
    }

    private static boolean counts(String term) {
        return term.length() >= 2 && term.length() <= MAX_LENGTH && !STOP_WORDS.contains(term);
    }

    private int[] of(String term) {
        return counts.computeIfAbsent(term, key -> new int[3]);
    }

    /** Terms in alphabetical order. */
    List<Digest.Term> terms() {
        List<Digest.Term> terms = new ArrayList<>(counts.size());
        counts.forEach((term, count) -> terms.add(new Digest.Term(term, count[0], count[1], count[2])));
        terms.sort(Comparator.comparing(Digest.Term::text));
        return terms;
    }
}
