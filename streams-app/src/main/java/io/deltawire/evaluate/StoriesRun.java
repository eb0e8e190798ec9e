package io.deltawire.evaluate;

import io.deltawire.engine.Enricher;
import io.deltawire.state.MapPieces;
import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import io.deltawire.story.StoryConfig;
import io.deltawire.story.StoryEngine;
import io.deltawire.story.StoryEvent;
import io.deltawire.story.StoryModels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A labelled stream through STORY.
 *
 * @param atArrival scores of the labels as first given
 * @param afterMerges scores of where the articles were in the end, as a reader of story-updates alone knows it
 * @param perSecond articles a second through STORY alone
 */
record StoriesRun(ClusterScores atArrival, ClusterScores afterMerges, int merges, int splits, double perSecond) {
    /** Digests of a stream, in its order. */
    static List<Digest> digests(GoldStories set, Enricher enricher) {
        return set.rows().stream()
                .map(row -> enricher.enrich(row.article()).digest())
                .toList();
    }

    static StoriesRun of(GoldStories set, List<Digest> stream, StoryConfig config, StoryModels models) {
        StoryEngine engine = new StoryEngine(new MapPieces(), config, models);
        Map<String, String> storyOf = new HashMap<>();
        List<String> arrival = new ArrayList<>();
        int merges = 0;
        int splits = 0;
        long start = System.nanoTime();
        for (Digest digest : stream) {
            engine.advance(digest.publishedAt());
            Placement placement = engine.place(digest, digest.publishedAt());
            arrival.add(placement.storyId());
            for (StoryEvent event : placement.events()) {
                merges += event.type() == StoryEvent.Type.MERGED ? 1 : 0;
                splits += event.type() == StoryEvent.Type.SPLIT ? 1 : 0;
                follow(event, storyOf);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> gold = set.rows().stream().map(GoldStories.Row::story).toList();
        List<String> end = stream.stream()
                .map(digest -> storyOf.getOrDefault(digest.articleId(), "unplaced " + digest.articleId()))
                .toList();
        List<Integer> all = IntStream.range(0, gold.size()).boxed().toList();
        return new StoriesRun(
                ClusterScores.of(arrival, gold, all),
                ClusterScores.of(end, gold, all),
                merges,
                splits,
                stream.size() / seconds);
    }

    /** What a reader of story-updates alone does with an event. */
    private static void follow(StoryEvent event, Map<String, String> storyOf) {
        switch (event.type()) {
            case OPENED, GREW -> storyOf.put(event.articleId(), event.storyId());
            case MERGED, SPLIT -> event.moved().forEach(article -> storyOf.put(article, event.otherStoryId()));
            case CLOSED, REOPENED -> {}
        }
    }
}
