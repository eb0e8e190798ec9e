package io.deltawire.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deltawire.claim.StanceModel;
import io.deltawire.claim.StanceSightings;
import io.deltawire.claim.StanceSightings.Said;
import io.deltawire.claim.StanceSightings.Seen;
import io.deltawire.entity.Attributor;
import io.deltawire.entity.Entities;
import io.deltawire.entity.Linker;
import io.deltawire.entity.NameTagger;
import io.deltawire.text.Article;
import io.deltawire.text.Document;
import io.deltawire.text.Reader;
import io.deltawire.text.ValueFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads snippets of news with their positions, each a line of JSON: {@code {"text", "positions": [{"holder", "stance"}]}}. */
final class SnippetReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".jsonl";
    private static final Instant WRITTEN = Instant.parse("2026-03-04T12:00:00Z");

    private final Reader reader = new Reader();
    private final NameTagger tagger = new NameTagger();
    private final Linker linker = new Linker();
    private final ValueFinder values = new ValueFinder();
    private final Attributor attributor = new Attributor();
    private final StanceSightings sightings = new StanceSightings();

    /** A snippet as ENRICH reads it. */
    record Snippet(List<Said> said, List<Position> positions) {
        /** What a sentence of it is taken for: its first position, or none. */
        int stance() {
            return positions.isEmpty() ? 0 : positions.get(0).stance();
        }
    }

    /**
     * A position that a snippet takes.
     *
     * @param begin where its holder stands in the text, or -1
     * @param stance by {@link StanceModel#STANCES}
     */
    record Position(int begin, int end, int stance) {
        boolean of(Seen seen) {
            return seen.at(begin, end);
        }
    }

    /** @throws IOException when a file cannot be read or a line is no snippet: which, and what it lacks */
    List<Snippet> read(List<Path> from) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (Path path : from) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.filter(
                                file -> file.equals(path) || file.toString().endsWith(SUFFIX))
                        .filter(Files::isRegularFile)
                        .sorted()
                        .toList()) {
                    int number = 0;
                    for (String line : Files.readAllLines(file)) {
                        snippets.add(snippet(line, file + ", line " + ++number));
                    }
                }
            }
        }
        return snippets;
    }

    private Snippet snippet(String line, String where) throws IOException {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IOException(where + ": no JSON", e);
        }
        String text = json.path("text").asText();
        Document document = reader.read(new Article("snippet", "", "", text, WRITTEN, "", "en"));
        Entities entities = linker.link(document, tagger.tag(document));
        List<Said> said =
                sightings.of(document, entities, values.find(document), attributor.attribute(document, entities));
        List<Position> positions = new ArrayList<>();
        for (JsonNode position : json.path("positions")) {
            String holder = position.path("holder").asText();
            int stance = StanceModel.STANCES.indexOf(position.path("stance").asText());
            if (stance < 1 || holder.isBlank() || !text.contains(holder)) {
                throw new IOException(where + ": a position needs a holder that stands in the text and a stance of "
                        + StanceModel.STANCES.subList(1, StanceModel.STANCES.size()));
            }
            int at = document.text().indexOf(holder); // cleaning may have changed it
            positions.add(new Position(at, at < 0 ? at : at + holder.length(), stance));
        }
        return new Snippet(said, positions);
    }
}
