package io.deltawire.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the few stories an article may belong to, and what speaks for and against each. */
final class Matcher {
    /** Of the stories the index finds, those with the closest articles, or the same persons, are looked at with all features. */
    private static final int CLOSELY = 8;
    /** What the rarity of a person known to both adds to the cosine when the few are chosen: late follow-ups share little else. */
    private static final float PERSON_SHARED = 0.02f;

    private final StoryIndex index;
    private final MatchFeatures features;

    Matcher(StoryIndex index, MatchFeatures features) {
        this.index = index;
        this.features = features;
    }

    /** Candidates, most promising first; ties fall to the better index score, then to the older story. */
    List<Candidate> candidates(Member article) {
        List<Story> few = index.find(article.terms());
        features.ask(article);
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
}
