package io.deltawire.serve;

import io.deltawire.view.Archive;
import io.deltawire.view.Event;
import io.deltawire.view.Filter;
import io.deltawire.view.Json;
import io.deltawire.view.Positions;
import io.deltawire.view.Summary;
import io.deltawire.view.View;
import io.deltawire.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * {@code /api/changes/stream}: server-sent events. {@code change} and {@code update} are records of the two logs and have an id, which
 * is the reader's positions; {@code story} is the summary of a story that has changed, as it stands, and has none; {@code hello} begins
 * a stream and says where. Who comes back with {@code Last-Event-ID}, to whichever instance, first gets what it missed; when that is
 * too much, {@code reset}: load the lists again.
 */
final class ChangeStream implements Routes, View.Listener, AutoCloseable {
    static final Set<String> PARAMS =
            Set.of("story", "entity", "kind", "type", "min_sources", "min_confidence", "last_event_id");

    private static final int MOST_CLIENTS = 2_000;
    private static final int MOST_MISSED = 10_000;
    private static final long TOGETHER_MILLIS = 50;
    private static final long LONGEST_TOGETHER_MILLIS = 500;
    private static final long PICTURE_WITHIN_MILLIS = 1_000;
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final Archive archive;
    private final View view;
    private final List<StreamClient> clients = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Came> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "change-stream");
    private volatile boolean closing;

    private record Came(Positions before, List<Event> events, List<Summary> stories) {}

    /** @param message with the positions of a reader who has read everything before it */
    private record Told(Event event, String json, String message) {}

    ChangeStream(View view) {
        this.view = view;
        archive = view.archive();
        view.addListener(this);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/changes/stream", this::open);
    }

    @Override
    public synchronized void accept(Positions before, List<Event> events, List<Summary> stories) {
        if (!clients.isEmpty()) {
            queue.add(new Came(before, events, stories));
        }
    }

    private void open(Context ctx) throws IOException {
        Params params = Params.of(ctx, PARAMS);
        Filter filter = ChangesApi.filter(params, EnumSet.allOf(Event.Log.class));
        String last = Optional.ofNullable(ctx.header("Last-Event-ID")).orElseGet(() -> params.text("last_event_id"));
        Optional<Positions> from = last.isEmpty() ? Optional.empty() : Optional.of(Positions.parse(last));
        if (clients.size() >= MOST_CLIENTS) {
            throw new ServiceUnavailableResponse(
                    "this instance has " + MOST_CLIENTS + " subscribers", Map.of("Retry-After", "30"));
        }
        var response = ctx.res();
        response.setStatus(200);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache, no-transform");
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
        StringBuilder greeting = new StringBuilder();
        greeting.append("retry: 2000\n");
        Positions now = view.positions();
        from.ifPresent(positions -> greet(filter, positions, now, greeting));
        ServletOutputStream out = response.getOutputStream();
        ctx.future(() -> join(out, filter, now, greeting).ended());
    }

    /** What came while the greeting was made is added to it; what comes after this is in the queue. */
    private synchronized StreamClient join(
            ServletOutputStream sink, Filter filter, Positions greeted, StringBuilder greeting) {
        Positions now = view.positions();
        if (!now.equals(greeted)) {
            greet(filter, greeted, now, greeting);
        }
        greeting.append(message("hello", now.toString(), "{}"));
        StreamClient client = new StreamClient(sink, filter, now);
        client.send(bytes(greeting));
        client.start();
        clients.add(client);
        return client;
    }

    private void greet(Filter filter, Positions from, Positions now, StringBuilder out) {
        Optional<List<Event>> missed = archive.since(from, now, MOST_MISSED);
        if (missed.isEmpty()) {
            out.append(message("reset", now.toString(), "{}"));
        } else {
            missed(filter, from, missed.get(), out);
        }
    }

    private void missed(Filter filter, Positions from, List<Event> missed, StringBuilder out) {
        Positions at = from;
        Set<String> stories = new HashSet<>();
        for (Event event : missed) {
            at = at.after(event.log(), event.partition(), event.offset());
            if (filter.wants(event, archive::summary)) {
                out.append(message(name(event), at.toString(), event.json().toString()));
                stories.add(event.storyId());
            }
        }
        stories.forEach(id -> archive.summary(id).ifPresent(summary -> out.append(story(summary))));
    }

    private void run() {
        long beat = System.nanoTime();
        while (!closing) {
            try {
                Came first = queue.poll(HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    // Events come in bursts: one write for all of a burst costs each client little more than one event.
                    // Of many
                    // clients each waits a little longer, so that there are about a thousand writes a second at most.
                    TimeUnit.MILLISECONDS.sleep(
                            Math.min(Math.max(TOGETHER_MILLIS, clients.size()), LONGEST_TOGETHER_MILLIS));
                    List<Came> came = new ArrayList<>(List.of(first));
                    queue.drainTo(came);
                    awaitPictures(came);
                    tell(came);
                }
                if (System.nanoTime() - beat > TimeUnit.MILLISECONDS.toNanos(HEARTBEAT_MILLIS)) {
                    beat = System.nanoTime();
                    clients.removeIf(client -> !client.send(HEARTBEAT));
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A filter by entity asks what a story is about, and its picture may be read a moment after the event. */
    private void awaitPictures(List<Came> came) throws InterruptedException {
        if (clients.stream().allMatch(client -> client.filter().entity().isEmpty())) {
            return;
        }
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PICTURE_WITHIN_MILLIS);
        for (Came each : came) {
            for (Event event : each.events()) {
                while (!archive.isPainted(event) && System.nanoTime() - until < 0) {
                    TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
                }
            }
        }
    }

    private void tell(List<Came> came) {
        List<Told> events = new ArrayList<>();
        Map<String, Summary> stories = new LinkedHashMap<>();
        Positions begin = came.get(0).before();
        Positions at = begin;
        for (Came each : came) {
            each.stories().forEach(story -> stories.put(story.id(), story));
            for (Event event : each.events()) {
                at = at.after(event.log(), event.partition(), event.offset());
                String json = event.json().toString();
                events.add(new Told(event, json, message(name(event), at.toString(), json)));
            }
        }
        Map<String, String> summaries = new LinkedHashMap<>();
        stories.forEach((id, story) -> summaries.put(id, story(story)));
        StringBuilder all = new StringBuilder();
        events.forEach(told -> all.append(told.message()));
        summaries.values().forEach(all::append);
        byte[] everything = bytes(all);
        Positions end = at;
        clients.removeIf(client -> {
            if (client.filter().wantsAll() && client.told().equals(begin)) {
                client.told(end);
                return everything.length > 0 && !client.send(everything);
            }
            return !tell(client, begin, events, summaries);
        });
    }

    private boolean tell(StreamClient client, Positions begin, List<Told> events, Map<String, String> summaries) {
        StringBuilder out = new StringBuilder();
        Set<String> mine = new HashSet<>();
        boolean inStep = client.told().equals(begin);
        Positions at = client.told();
        for (Told told : events) {
            Event event = told.event();
            if (event.isBefore(at)) {
                continue;
            }
            at = at.after(event.log(), event.partition(), event.offset());
            if (client.filter().wants(event, archive::summary)) {
                out.append(inStep ? told.message() : message(name(event), at.toString(), told.json()));
                mine.add(event.storyId());
            }
        }
        client.told(at);
        summaries.forEach((id, message) -> {
            if (mine.contains(id) || client.filter().wantsAll()) {
                out.append(message);
            }
        });
        return out.isEmpty() || client.send(bytes(out));
    }

    private static String name(Event event) {
        return event.log() == Event.Log.CHANGES ? "change" : "update";
    }

    private static String story(Summary summary) {
        return "event: story\ndata: " + Json.text(summary) + "\n\n";
    }

    /** JSON as it is written here has no line break, so that the data is one line. */
    private static String message(String name, String id, String json) {
        return "event: " + name + "\nid: " + id + "\ndata: " + json + "\n\n";
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        clients.forEach(StreamClient::end);
    }
}
