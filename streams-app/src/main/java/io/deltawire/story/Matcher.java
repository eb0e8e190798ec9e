package io.deltawire.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Finds the few stories an article may belong to, and what speaks for and against each. */
final class Matcher {
    private static final Comparator<Story> BEST_FIRST =
            Comparator.<Story>comparingInt(story -> -story.best[0].score).thenComparingLong(story -> story.number);

    /** Of the stories the index finds, those with the closest articles, or the same persons, are looked at with all features. */
    private static final int CLOSELY = 8;
    /** What the rarity of a person known to both adds to the cosine when the few are chosen: late follow-ups share little else. */
    private static final float PERSON_SHARED = 0.02f;

    private final StoryIndex index;
    private final MatchFeatures features;
    private final int limit;

    Matcher(StoryIndex index, MatchFeatures features, int limit) {
        this.index = index;
        this.features = features;
        this.limit = limit;
    }

    /** Candidates, most promising first; ties fall to the better index score, then to the older story. */
    List<Candidate> candidates(Member article) {
        return closely(article, index.find(article.terms()));
    }

    private List<Candidate> closely(Member article, List<Story> found) {
        features.ask(article);
        List<Story> few = few(found);
        float[] bests = new float[few.size()];
        long[] order = new long[bests.length];
        for (int i = 0; i < bests.length; i++) {
            bests[i] = features.first(few.get(i));
            // Positive floats sort like their bits; ties fall to the better index score.
            float promise = bests[i] + PERSON_SHARED * features.sharedPersons(few.get(i));
            order[i] = ((long) -Float.floatToIntBits(promise) << 32) | i;
        }
        Arrays.sort(order);
        int closely = Math.min(CLOSELY, order.length);
        for (int n = 0; n < closely; n++) {
            bests[(int) order[n]] = features.best(few.get((int) order[n]));
        }
        List<Candidate> candidates = new ArrayList<>(closely);
        for (int n = 0; n < closely; n++) {
            int i = (int) order[n];
            candidates.add(new Candidate(few.get(i), features.of(few.get(i), bests, i)));
        }
        return candidates;
    }

    /** The stories with the highest index scores, best first: thousands share a word, and sorting them all would cost more than the rest. */
    private List<Story> few(List<Story> stories) {
        PriorityQueue<Story> kept = new PriorityQueue<>(limit + 1, BEST_FIRST.reversed());
        for (Story story : stories) {
            if (kept.size() < limit || BEST_FIRST.compare(story, kept.element()) < 0) {
                kept.add(story);
                if (kept.size() > limit) {
                    kept.remove();
                }
            }
        }
        List<Story> few = new ArrayList<>(kept);
        few.sort(BEST_FIRST);
        return few;
    }
}
