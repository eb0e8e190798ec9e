package io.deltawire.story;

import java.util.List;

/** Decides whether the story an article joined and another that would have taken it are one. */
final class Merger {
    /** Below this probability for the article the question is not put. */
    static final double WORTH_ASKING = 0.05;

    private final MergeFeatures features;
    private final TreeModel model;
    private final double mergeAt;

    Merger(MergeFeatures features, TreeModel model, double mergeAt) {
        this.features = features;
        this.model = model;
        this.mergeAt = mergeAt;
    }

    /** @param scores probability of the article for each candidate */
    @org.jspecify.annotations.Nullable
    Story partner(Member article, Story home, double joined, List<Candidate> candidates, double[] scores) {
        Story partner = null;
        double best = mergeAt;
        for (int i = 0; i < scores.length; i++) {
            Candidate away = candidates.get(i);
            if (scores[i] < WORTH_ASKING
                    || away.story() == home
                    || !away.story().open()
                    || away.story().indexed.size() == 0) {
                continue;
            }
            double probability = model.probability(features.of(article, home, joined, away, scores[i]));
            if (probability >= best) {
                best = probability;
                partner = away.story();
            }
        }
        return partner;
    }
}
