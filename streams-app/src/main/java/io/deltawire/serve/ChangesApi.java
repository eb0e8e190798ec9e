package io.deltawire.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deltawire.view.Archive;
import io.deltawire.view.Event;
import io.deltawire.view.Filter;
import io.deltawire.view.Json;
import io.deltawire.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Changes and updates of all stories, latest first. */
final class ChangesApi implements Routes {
    static final Set<String> FILTER_PARAMS = Set.of("story", "entity", "kind", "type", "min_sources", "min_confidence");
    static final Set<String> LIST_PARAMS =
            Set.of("story", "entity", "kind", "type", "min_sources", "min_confidence", "from", "to", "limit", "cursor");

    /** A page of a rare kind must not read the whole past in one request. */
    private static final int LOOKED_AT = 5_000;

    private final Archive archive;

    ChangesApi(Archive archive) {
        this.archive = archive;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/changes", ctx -> list(ctx, Event.Log.CHANGES));
        routes.get("/api/updates", ctx -> list(ctx, Event.Log.UPDATES));
    }

    /** @param logs those that are asked for when the types name none of them */
    static Filter filter(Params params, Set<Event.Log> logs) {
        Set<String> types = params.names("type", Names.EVENTS);
        Set<Event.Log> asked = EnumSet.noneOf(Event.Log.class);
        for (String type : types) {
            asked.add(Names.CHANGES.contains(type) ? Event.Log.CHANGES : Event.Log.UPDATES);
        }
        asked.retainAll(logs);
        return new Filter(
                types.isEmpty() ? logs : asked,
                params.text("story"),
                params.text("entity"),
                new HashSet<>(params.names("kind", Names.KINDS)),
                types,
                params.whole("min_sources", 0, 0, Integer.MAX_VALUE),
                params.share("min_confidence"));
    }

    private void list(Context ctx, Event.Log log) {
        Params params = Params.of(ctx, LIST_PARAMS);
        Filter filter = filter(params, EnumSet.of(log));
        Optional<Instant> from = params.time("from");
        Optional<Instant> to = params.time("to");
        Predicate<Event> wanted = event -> filter.wants(event, archive::summary)
                && to.map(time -> event.at() < time.toEpochMilli()).orElse(true);
        String cursor = params.text("cursor");
        Optional<Archive.Mark> mark = cursor.isEmpty()
                ? to.map(time -> new Archive.Mark(time.toEpochMilli(), Event.Log.CHANGES, 0, 0))
                : Optional.of(mark(cursor));
        Archive.Page page = archive.before(mark, wanted, params.limit(), LOOKED_AT);
        ArrayNode events = Json.MAPPER.createArrayNode();
        boolean ended = false;
        for (Event event : page.events()) {
            if (from.isPresent() && event.at() < from.get().toEpochMilli()) {
                ended = true;
                break;
            }
            events.add(event.json());
        }
        long first = from.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
        ended = ended || page.next().filter(next -> next.at() < first).isPresent();
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.set(log == Event.Log.CHANGES ? "changes" : "updates", events);
        answer.put("next", ended ? "" : page.next().map(ChangesApi::cursor).orElse(""));
        Answers.json(ctx, answer);
    }

    private static String cursor(Archive.Mark mark) {
        return Cursor.of(mark.at(), mark.log(), mark.partition(), mark.offset());
    }

    private static Archive.Mark mark(String cursor) {
        List<String> parts = Cursor.parts(cursor, 4);
        return new Archive.Mark(
                Long.parseLong(parts.get(0)),
                Event.Log.valueOf(parts.get(1)),
                Integer.parseInt(parts.get(2)),
                Long.parseLong(parts.get(3)));
    }
}
