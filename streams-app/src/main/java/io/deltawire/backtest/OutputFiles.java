package io.deltawire.backtest;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.deltawire.claim.Claim;
import io.deltawire.engine.Emission;
import io.deltawire.engine.Enriched;
import io.deltawire.entity.Entity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of the output contract in one folder. {@code claims.jsonl} and {@code assignments.jsonl} name the story an article is
 * in after all merges and splits, so they are written by {@link #complete} from logs in the folder {@value #WORK}, which stays
 * for as long as the run may be taken up again.
 */
final class OutputFiles implements Output, AutoCloseable {
    static final String WORK = ".resume";
    private static final String ENTITIES = "entities.jsonl";
    private static final String UPDATES = "updates.jsonl";
    private static final String CLAIMS_LOG = "claims.part";
    private static final String STORY_LOG = "stories.part";

    /** Never in a line of JSON as it is: divides the parts of a claim whose story is not known yet. */
    private static final char TAB = '\t';

    private final Path folder;
    private final boolean withTexts;
    private final Map<String, LineFile> files = new LinkedHashMap<>();

    /**
     * @param withTexts also what ENRICH read: entities and claims
     * @param lengths bytes of each file to keep, as {@link #lengths} gave them; empty to begin anew
     */
    OutputFiles(Path folder, boolean withTexts, Map<String, Long> lengths) throws IOException {
        this.folder = folder;
        this.withTexts = withTexts;
        Files.createDirectories(folder.resolve(WORK));
        for (String name :
                withTexts ? List.of(ENTITIES, UPDATES, CLAIMS_LOG, STORY_LOG) : List.of(UPDATES, STORY_LOG)) {
            files.put(name, new LineFile(path(name), lengths.getOrDefault(name, 0L)));
        }
    }

    /** Deletes what an earlier run left in a folder, and nothing else. */
    static void clear(Path folder) throws IOException {
        for (String name :
                List.of(ENTITIES, UPDATES, "assignments.jsonl", "claims.jsonl", "stories.jsonl", "manifest.json")) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    private Path path(String name) {
        return name.endsWith(".part") ? folder.resolve(WORK).resolve(name) : folder.resolve(name);
    }

    private LineFile file(String name) {
        LineFile file = files.get(name);
        if (file == null) {
            throw new IllegalStateException("no file " + name);
        }
        return file;
    }

    @Override
    public void write(Turn turn, Enriched enriched) throws IOException {
        if (!withTexts) {
            return;
        }
        LineFile entities = file(ENTITIES);
        for (Entity entity : enriched.entities().all()) {
            entities.line(JsonRecords.entity(enriched.document().articleId(), entity));
        }
        LineFile claims = file(CLAIMS_LOG);
        byte[] article = LineFile.json(enriched.document().articleId());
        for (Claim claim : enriched.claims()) {
            claims.write(article);
            claims.write(TAB);
            claims.write(LineFile.json(JsonRecords.claimBeforeStory(claim)));
            claims.write(TAB);
            claims.line(JsonRecords.claimAfterStory(claim));
        }
    }

    @Override
    public void write(Optional<Turn> turn, List<Emission> emissions) throws IOException {
        for (Emission emission : emissions) {
            if (emission instanceof Emission.Update update) {
                StoryLog.hear(file(STORY_LOG), update);
                file(UPDATES).line(JsonRecords.update(update));
            } else if (emission instanceof Emission.Shift shift) {
                file(UPDATES).line(JsonRecords.change(shift.change()));
            } else if (emission instanceof Emission.Refused refused
                    && refused.step().equals("story")) {
                StoryLog.refused(file(STORY_LOG), refused.articleId());
            }
        }
    }

    /** Writes all to disk and tells how long each file is, so that a run broken off later can be cut back to here. */
    Map<String, Long> lengths() throws IOException {
        Map<String, Long> lengths = new LinkedHashMap<>();
        for (Map.Entry<String, LineFile> each : files.entrySet()) {
            each.getValue().flush();
            lengths.put(each.getKey(), each.getValue().length());
        }
        return lengths;
    }

    /** Writes assignments and claims from the logs as they stand, and the stories. */
    void complete(List<Emission.Picture> stories) throws IOException {
        lengths();
        Path reversed = path("assignments.part");
        List<Long> ends = new ArrayList<>();
        try (LineFile out = new LineFile(reversed, 0)) {
            StoryLog.backwards(path(STORY_LOG), places -> {
                for (StoryLog.Place place : places) {
                    out.line(List.of(place.article(), place.now(), place.arrival(), place.duplicateOf()));
                }
                ends.add(out.length());
            });
        }
        try (Places places = new Places(reversed, ends);
                LineFile out = new LineFile(folder.resolve("assignments.jsonl"), 0);
                BufferedReader logged = withTexts
                        ? Files.newBufferedReader(path(CLAIMS_LOG), StandardCharsets.UTF_8)
                        : new BufferedReader(java.io.Reader.nullReader());
                LineFile claims = new LineFile(withTexts ? folder.resolve("claims.jsonl") : path("none.part"), 0)) {
            String claim = logged.readLine();
            for (Optional<StoryLog.Place> next = places.next(); next.isPresent(); next = places.next()) {
                StoryLog.Place place = next.get();
                if (!place.arrival().isEmpty()) {
                    out.line(assignment(place));
                }
                String article = quoted(place.article()) + TAB;
                while (claim != null && claim.startsWith(article)) {
                    write(claims, claim.substring(article.length()), place.now());
                    claim = logged.readLine();
                }
            }
        }
        Files.delete(reversed);
        Files.deleteIfExists(path("none.part"));
        try (LineFile out = new LineFile(folder.resolve("stories.jsonl"), 0)) {
            for (Emission.Picture story : stories) {
                out.line(JsonRecords.story(story));
            }
        }
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** Puts the story between the two halves of a claim, each an object of its own. */
    private static void write(LineFile claims, String halves, String story) throws IOException {
        int tab = halves.indexOf(TAB);
        String line = halves.substring(0, tab - 1) + ",\"story_id\":" + quoted(story) + ',' + halves.substring(tab + 2);
        claims.write(line.getBytes(StandardCharsets.UTF_8));
        claims.write('\n');
    }

    private static Map<String, Object> assignment(StoryLog.Place place) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("article_id", place.article());
        line.put("story_id", place.now());
        line.put("duplicate_of", place.duplicateOf());
        line.put("arrival_story_id", place.arrival());
        return line;
    }

    @Override
    public void close() throws IOException {
        for (LineFile file : files.values()) {
            file.close();
        }
    }

    /** Places in the order of arrival, out of a file that has the last piece first. */
    private static final class Places implements AutoCloseable {
        private final Path file;
        private final List<Long> ends;
        private int piece;
        private Optional<BufferedReader> open = Optional.empty();

        Places(Path file, List<Long> ends) {
            this.file = file;
            this.ends = ends;
            this.piece = ends.size();
        }

        Optional<StoryLog.Place> next() throws IOException {
            while (open.isPresent() || piece > 0) {
                if (open.isEmpty()) {
                    piece--;
                    long begin = piece == 0 ? 0 : ends.get(piece - 1);
                    open = Optional.of(reader(begin, ends.get(piece)));
                }
                String line = open.get().readLine();
                if (line != null) {
                    String[] fields = JsonRecords.strings(line);
                    return Optional.of(new StoryLog.Place(fields[0], fields[1], fields[2], fields[3]));
                }
                close();
            }
            return Optional.empty();
        }

        private BufferedReader reader(long begin, long end) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                in.skipNBytes(begin);
                byte[] bytes = in.readNBytes(Math.toIntExact(end - begin));
                return new BufferedReader(new java.io.StringReader(new String(bytes, StandardCharsets.UTF_8)));
            }
        }

        @Override
        public void close() throws IOException {
            if (open.isPresent()) {
                open.get().close();
                open = Optional.empty();
            }
        }
    }
}
