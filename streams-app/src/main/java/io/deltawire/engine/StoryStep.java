package io.deltawire.engine;

import io.deltawire.state.Pieces;
import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import io.deltawire.story.StoryEngine;
import io.deltawire.story.StoryEvent;
import io.deltawire.story.StoryView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** STORY for all desks of one partition, each with its own engine. Not thread-safe. */
public final class StoryStep {
    private static final Logger LOG = LoggerFactory.getLogger(StoryStep.class);

    private final Pieces pieces;
    private final Function<Pieces, StoryEngine> opener;
    private final TreeMap<String, DeskPieces<StoryEngine>> desks = new TreeMap<>();

    /** @param opener opens an engine on a desk's pieces */
    public StoryStep(Pieces pieces, Function<Pieces, StoryEngine> opener) {
        this.pieces = pieces;
        this.opener = opener;
        List<String> known = new ArrayList<>();
        DeskPieces.scan(pieces, (desk, mark) -> known.add(desk));
        known.forEach(this::desk);
    }

    /** Lets event time pass on all desks; calling it more often than articles come changes nothing of what comes out. */
    public List<Placed> advance(Instant time) {
        List<Placed> out = new ArrayList<>();
        desks.forEach((name, desk) -> {
            List<StoryEvent> closed = desk.engine().advance(time);
            List<String> forgotten = desk.engine().takeForgotten();
            if (!closed.isEmpty() || !forgotten.isEmpty()) {
                Placement none = new Placement("", "", "", false, closed);
                out.add(new Placed(name, time, null, none, touched(desk.engine(), none), forgotten, ""));
            }
            desk.keep();
        });
        return out;
    }

    /** Takes the next article of the one order: first what its time closes, then its place. */
    public List<Placed> accept(Digest digest, Instant effective) {
        DeskPieces<StoryEngine> desk = desk(digest.desk());
        List<Placed> out = new ArrayList<>(advance(effective));
        Placed placed;
        try {
            Placement placement = desk.engine().place(digest, effective);
            placed = new Placed(
                    digest.desk(), effective, digest, placement, touched(desk.engine(), placement), List.of(), "");
        } catch (RuntimeException failure) {
            LOG.error("STORY failed on article {}, which is left out", digest.articleId(), failure);
            desk.drop();
            Placement none = new Placement("", "", "", false, List.of());
            placed = new Placed(digest.desk(), effective, digest, none, List.of(), List.of(), String.valueOf(failure));
        }
        desk.keep();
        out.add(placed);
        return out;
    }

    /** All stories that are kept, by desk and id. */
    public List<StoryView> views() {
        return desks.values().stream()
                .flatMap(desk -> desk.engine().views().stream())
                .toList();
    }

    /** Live stories of all desks. */
    public int liveStories() {
        return desks.values().stream()
                .mapToInt(desk -> desk.engine().liveStories())
                .sum();
    }

    private DeskPieces<StoryEngine> desk(String name) {
        return desks.computeIfAbsent(name, desk -> DeskPieces.open(desk, pieces, opener));
    }

    private static List<StoryView> touched(StoryEngine engine, Placement placement) {
        Set<String> ids = new LinkedHashSet<>();
        for (StoryEvent event : placement.events()) {
            ids.add(event.storyId());
            if (event.type() == StoryEvent.Type.MERGED || event.type() == StoryEvent.Type.SPLIT) {
                ids.add(event.otherStoryId());
            }
        }
        if (ids.isEmpty() && !placement.storyId().isEmpty()) {
            // The article came before. FACT may have failed on it then, and will want to show the story.
            ids.add(placement.storyId());
        }
        List<StoryView> views = new ArrayList<>(ids.size());
        for (String id : ids) {
            StoryView view = engine.view(id);
            if (view != null) {
                views.add(view);
            }
        }
        return views;
    }
}
