package io.deltawire.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Finds the few stories an article may belong to, and what speaks for and against each. */
final class Matcher {
    private static final Comparator<Story> BEST_FIRST =
            Comparator.<Story>comparingInt(story -> -story.best[0].score).thenComparingLong(story -> story.number);

    private final StoryIndex index;
    private final MatchFeatures features;
    private final int limit;

    Matcher(StoryIndex index, MatchFeatures features, int limit) {
        this.index = index;
        this.features = features;
        this.limit = limit;
    }

    /** Candidates, best index score first; ties fall to the older story. */
    List<Candidate> candidates(Member article) {
        features.begin();
        List<Story> few = few(index.find(article.terms()));
        float[] bests = new float[few.size()];
        for (int i = 0; i < bests.length; i++) {
            bests[i] = MatchFeatures.best(article, few.get(i));
        }
        List<Candidate> candidates = new ArrayList<>(few.size());
        for (int i = 0; i < bests.length; i++) {
            candidates.add(new Candidate(few.get(i), features.of(article, few.get(i), bests, i)));
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
