package io.deltawire.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PostingsTest {
    private static final int ARTICLES = 4_000;
    private static final int TERMS = 3_000;

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void holdsWhatIsInAndCountsItThroughGrowthAndRemoval() {
        Postings postings = new Postings();
        int[] scores = new int[ARTICLES];
        Map<Integer, Map<Integer, Integer>> expected = new TreeMap<>();
        List<Map<Integer, Integer>> articles = new ArrayList<>();
        for (int slot = 0; slot < ARTICLES; slot++) {
            Map<Integer, Integer> terms = draw();
            articles.add(terms);
            for (Map.Entry<Integer, Integer> term : terms.entrySet()) {
                postings.add(term.getKey(), slot, term.getValue());
                expected.computeIfAbsent(term.getKey(), key -> new TreeMap<>()).put(slot, term.getValue());
            }
            int gone = random.nextInt(slot + 1);
            if (scores[gone] == 0 && random.nextInt(4) > 0) {
                scores[gone] = -1;
                for (int key : articles.get(gone).keySet()) {
                    postings.remove(key, scores);
                    expected.getOrDefault(key, Map.of()).remove(gone);
                }
            }
        }
        for (Map.Entry<Integer, Map<Integer, Integer>> list : expected.entrySet()) {
            assertThat(standing(postings, list.getKey(), scores)).isEqualTo(list.getValue());
        }
        assertThat(postings.cell(1)).isNegative();
    }

    /** Common terms and rare ones, some of all articles, most of one. */
    private Map<Integer, Integer> draw() {
        Map<Integer, Integer> terms = new TreeMap<>();
        for (int i = 0; i < 8; i++) {
            int rank = (int) (TERMS * StrictMath.pow(random.nextDouble(), 6));
            terms.put(Keys.mix(rank + 2), 1 + random.nextInt(Vector.SCALE));
        }
        terms.put(Keys.mix(-1 - random.nextInt(1 << 20)), Vector.SCALE);
        return terms;
    }

    /** What is found under a term, checked for what the postings say of it. */
    private static Map<Integer, Integer> standing(Postings postings, int key, int[] scores) {
        Map<Integer, Integer> standing = new TreeMap<>();
        int cell = postings.cell(key);
        if (cell < 0) {
            return standing;
        }
        for (int p = postings.from(cell); p < postings.from(cell) + postings.size(cell); p++) {
            int slot = Postings.slot(postings.row()[p]);
            if (scores[slot] >= 0) {
                standing.put(slot, Postings.weight(postings.row()[p]));
            }
        }
        assertThat(postings.live(cell)).isEqualTo(standing.size());
        assertThat(postings.size(cell)).isLessThanOrEqualTo(2 * standing.size());
        return standing;
    }
}
