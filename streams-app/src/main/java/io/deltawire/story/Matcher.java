package io.deltawire.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the few stories an article may belong to, and what speaks for and against each. */
final class Matcher {
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
        List<Story> stories = index.find(article.terms());
        stories.sort(
                Comparator.<Story>comparingInt(story -> -story.best[0].score).thenComparingLong(story -> story.number));
        List<Story> few = stories.subList(0, Math.min(limit, stories.size()));
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
}
