package io.deltawire.claim;

import io.deltawire.entity.Attribution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds whose position a sentence may tell: whoever does something in it, is named, is called by a noun for people or bodies, or is quoted.
 * Serves one article.
 */
final class StanceHolders {
    private final Reading reading;
    private final Voices voices;

    StanceHolders(Reading reading, Voices voices) {
        this.reading = reading;
        this.voices = voices;
    }

    /** Each holder once, those who do something first, then by their place. */
    List<StanceHolder> of(Frames frames) {
        Map<String, StanceHolder> found = new LinkedHashMap<>();
        for (Clause clause : frames.clauses()) {
            Voice who = voices.of(frames, clause);
            if (who != null) {
                Chunk group = clause.passive()
                        ? Objects.requireNonNull(clause.after("by"))
                        : clause.subjects().get(0);
                found.putIfAbsent(who.key(), new StanceHolder(who, StanceFeatures.Role.DOER, clause, group));
            }
        }
        for (Chunk chunk : frames.chunks()) {
            Voice who = voices.any(frames, chunk);
            if (who != null && !found.containsKey(who.key())) {
                found.put(who.key(), new StanceHolder(who, role(frames, chunk), around(frames, chunk), chunk));
            }
        }
        int first = frames.sentence().firstToken();
        // the first token may be the quotation mark itself
        Voice who = voices.quoted(Math.min(first + 1, frames.sentence().endToken() - 1));
        if (who != null) {
            found.putIfAbsent(who.key(), new StanceHolder(who, StanceFeatures.Role.QUOTED, null, null));
        }
        return List.copyOf(found.values());
    }

    private StanceFeatures.Role role(Frames frames, Chunk chunk) {
        for (Clause clause : frames.clauses()) {
            if (!clause.passive() && clause.subjects().contains(chunk)) {
                return StanceFeatures.Role.DOER;
            }
            if (clause.patients().contains(chunk)) {
                return StanceFeatures.Role.DONE_TO;
            }
        }
        int begin = reading.token(chunk.first()).begin();
        int end = reading.token(chunk.end() - 1).end();
        for (Attribution said : reading.attributions()) {
            if (said.sourceBegin() < end && begin < said.sourceEnd()) {
                return StanceFeatures.Role.SOURCE;
            }
        }
        return frames.indexOf(chunk) == 0 ? StanceFeatures.Role.FIRST : StanceFeatures.Role.OTHER;
    }

    private static @Nullable Clause around(Frames frames, Chunk chunk) {
        Clause found = null;
        for (Clause clause : frames.clauses()) {
            if (clause.subjects().contains(chunk)) {
                return clause;
            }
            found = found == null || clause.verb().first() < chunk.first() ? clause : found;
        }
        return found;
    }
}
