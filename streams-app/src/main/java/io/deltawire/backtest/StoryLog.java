package io.deltawire.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.engine.Emission;
import io.deltawire.story.StoryEvent;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where articles went, as a log on disk: arrivals, merges and splits in their order. Where each article is after all of it is
 * told by reading the log <em>backwards</em>: what a story became is known before the articles that went there are met, and can
 * be forgotten at the article that opened it. So memory holds the redirects of stories that live at one time and no more.
 */
final class StoryLog {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String ARRIVED = "a";
    private static final String OPENED = "o";
    private static final String REFUSED = "r";
    private static final String MERGED = "m";
    private static final String SPLIT = "s";

    /** Bytes of the log that are turned round in memory at a time. */
    private static final int PIECE = 4 << 20;

    private StoryLog() {}

    /**
     * An article and where it is.
     *
     * @param now story after all merges and splits; "" for an article that was refused
     * @param arrival story it was given when it came
     */
    record Place(String article, String now, String arrival, String duplicateOf) {}

    /** Takes in what an article brought about. */
    static void hear(LineFile log, Emission.Update update) throws IOException {
        StoryEvent event = update.event();
        switch (event.type()) {
            case OPENED -> log.line(List.of(OPENED, event.articleId(), event.storyId(), update.duplicateOf()));
            case GREW -> log.line(List.of(ARRIVED, event.articleId(), event.storyId(), update.duplicateOf()));
            case MERGED -> log.line(List.of(MERGED, event.storyId(), event.otherStoryId()));
            case SPLIT -> log.line(List.of(SPLIT, event.storyId(), event.otherStoryId(), event.moved()));
            case REOPENED, CLOSED -> {}
        }
    }

    /** Takes in an article that STORY refused. */
    static void refused(LineFile log, String article) throws IOException {
        log.line(List.of(REFUSED, article));
    }

    /** Visits pieces of places; the last piece first, the places of each in the order they came. */
    interface Visitor {
        void piece(List<Place> places) throws IOException;
    }

    static void backwards(Path log, Visitor visitor) throws IOException {
        Map<String, String> becameStory = new HashMap<>();
        Map<String, String> becameArticle = new HashMap<>();
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long end = file.length();
            while (end > 0) {
                long begin = lineAtOrAfter(file, Math.max(0, end - PIECE), end);
                byte[] bytes = new byte[Math.toIntExact(end - begin)];
                file.seek(begin);
                file.readFully(bytes);
                List<Place> places = new ArrayList<>();
                String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
                for (int i = lines.length - 1; i >= 0; i--) {
                    undo(MAPPER.readTree(lines[i]), becameStory, becameArticle, places);
                }
                Collections.reverse(places);
                visitor.piece(places);
                end = begin;
            }
        }
    }

    /** Begin of a line, so that the piece from it to {@code end} is not empty. */
    private static long lineAtOrAfter(RandomAccessFile file, long from, long end) throws IOException {
        long begin = from;
        while (begin > 0) {
            file.seek(begin - 1);
            byte[] window = new byte[(int) Math.min(end - begin + 1, PIECE)];
            file.readFully(window);
            for (int i = 0; i < window.length - 1; i++) {
                if (window[i] == '\n') {
                    return begin + i;
                }
            }
            // A line longer than a piece: further back.
            begin = Math.max(0, begin - PIECE);
        }
        return 0;
    }

    private static void undo(
            JsonNode line, Map<String, String> becameStory, Map<String, String> becameArticle, List<Place> places) {
        String kind = line.get(0).textValue();
        String first = line.get(1).textValue();
        switch (kind) {
            case REFUSED -> places.add(new Place(first, "", "", ""));
            case MERGED -> {
                String to = line.get(2).textValue();
                becameStory.put(first, becameStory.getOrDefault(to, to));
            }
            case SPLIT -> {
                String to = line.get(2).textValue();
                String now = becameStory.getOrDefault(to, to);
                line.get(3).forEach(moved -> becameArticle.putIfAbsent(moved.textValue(), now));
            }
            default -> {
                String story = line.get(2).textValue();
                String moved = becameArticle.remove(first);
                String now = moved == null ? becameStory.getOrDefault(story, story) : moved;
                places.add(new Place(first, now, story, line.get(3).textValue()));
                if (kind.equals(OPENED)) {
                    becameStory.remove(story);
                }
            }
        }
    }
}
