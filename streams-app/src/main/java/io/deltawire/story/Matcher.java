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

    /** How close the closest article of a story must be for the story to be worth a look at its features. */
    interface Floor {
        float of(Story story);
    }

    Matcher(StoryIndex index, MatchFeatures features) {
        this.index = index;
        this.features = features;
    }

    /**
     * Candidates, most promising first; ties fall to the better index score, then to the older story. Most stories that share a
     * common word or two fall below the floor, and features cost far more than the cosine that tells.
     */
    List<Candidate> candidates(Member article, Floor floor) {
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
            if (bests[i] >= floor.of(few.get(i))) {
                candidates.add(new Candidate(few.get(i), features.of(few.get(i), bests, i)));
            }
        }
        return candidates;
    }
}
