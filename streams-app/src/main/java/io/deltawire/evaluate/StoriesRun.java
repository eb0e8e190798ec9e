package io.deltawire.evaluate;

import io.deltawire.engine.Enricher;
import io.deltawire.state.MapPieces;
import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import io.deltawire.story.StoryConfig;
import io.deltawire.story.StoryEngine;
import io.deltawire.story.StoryEvent;
import io.deltawire.story.StoryModels;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A labelled stream through STORY.
 *
 * @param gold story of each article as gold has it
 * @param arrival story of each article as first told
 * @param end where each article was in the end, as a reader of story-updates alone knows it
 * @param perSecond articles a second of processor time through STORY alone
 */
record StoriesRun(List<String> gold, List<String> arrival, List<String> end, int merges, int splits, double perSecond) {
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
        long start = processorTime();
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
        double seconds = (processorTime() - start) / 1e9;
        List<String> gold = set.rows().stream().map(GoldStories.Row::story).toList();
        List<String> end = stream.stream()
                .map(digest -> storyOf.getOrDefault(digest.articleId(), "unplaced " + digest.articleId()))
                .toList();
        return new StoriesRun(gold, arrival, end, merges, splits, stream.size() / seconds);
    }

    /** @param counted positions that count */
    ClusterScores atArrival(List<Integer> counted) {
        return ClusterScores.of(arrival, gold, counted);
    }

    /** @param counted positions that count */
    ClusterScores afterMerges(List<Integer> counted) {
        return ClusterScores.of(end, gold, counted);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
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
