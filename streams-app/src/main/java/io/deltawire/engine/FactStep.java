package io.deltawire.engine;

import io.deltawire.fact.Change;
import io.deltawire.fact.FactEngine;
import io.deltawire.fact.FactView;
import io.deltawire.state.Pieces;
import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import io.deltawire.story.StoryEvent;
import io.deltawire.story.StoryView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** FACT for all desks of one partition, and what the world is told of each article. Not thread-safe. */
public final class FactStep {
    private static final Logger LOG = LoggerFactory.getLogger(FactStep.class);

    /** Under this key stand articles that FACT failed on; no desk's name begins with it. */
    private static final String OWED = "\u0001";

    private final Pieces pieces;
    private final Function<Pieces, FactEngine> opener;
    private final Map<String, DeskPieces<FactEngine>> desks = new HashMap<>();
    private final Activity activity;

    /** @param opener opens an engine on a desk's pieces */
    public FactStep(Pieces pieces, Pieces activityPieces, Function<Pieces, FactEngine> opener) {
        this.pieces = pieces;
        this.opener = opener;
        this.activity = new Activity(activityPieces);
    }

    /**
     * What one article, or time alone, gives out: events of its stories, changes of their facts, the picture of each story
     * touched, its activity. An article that was seen before gives nothing, but for what FACT failed on then.
     */
    public List<Emission> accept(Placed placed) {
        Digest digest = placed.digest();
        Placement placement = placed.placement();
        List<Emission> out = new ArrayList<>();
        if (digest != null && !placed.refused().isEmpty()) {
            out.add(new Emission.Refused("", digest.articleId(), "story", placed.refused(), placed.effective()));
            return out;
        }
        if (placement.events().isEmpty() && placed.forgotten().isEmpty()) {
            return digest == null ? out : again(digest, placed);
        }
        for (StoryEvent event : placement.events()) {
            String title = title(placed.touched(), event.storyId());
            out.add(new Emission.Update(
                    UpdateIds.of(event),
                    event,
                    title,
                    placement.duplicateOf(),
                    placement.sourceKey(),
                    placement.late()));
            activity.forget(event);
        }
        DeskPieces<FactEngine> desk = desk(placed.desk());
        if (!placed.forgotten().isEmpty()) {
            placed.forgotten().forEach(desk.engine()::forget);
            desk.keep();
        }
        if (digest != null) {
            changes(desk, digest, placed, out);
        }
        for (StoryView story : placed.touched()) {
            Instant at = digest == null ? story.updatedAt() : placed.effective();
            out.add(new Emission.Picture(story, desk.engine().facts(story.id()), at));
        }
        if (digest != null) {
            out.addAll(activity.count(placement.storyId(), digest.source(), placed.effective()));
        }
        return out;
    }

    /** Facts of a story as they stand. */
    public List<FactView> facts(StoryView story) {
        return desk(story.desk()).engine().facts(story.id());
    }

    /** An article that comes again, as a retried dead letter does: FACT hears it if it failed on it the first time. */
    private List<Emission> again(Digest digest, Placed placed) {
        String owed = owed(digest);
        if (pieces.get(owed) == null) {
            return List.of();
        }
        pieces.delete(owed);
        List<Emission> out = new ArrayList<>();
        DeskPieces<FactEngine> desk = desk(placed.desk());
        changes(desk, digest, placed, out);
        for (StoryView story : placed.touched()) {
            out.add(new Emission.Picture(story, desk.engine().facts(story.id()), placed.effective()));
        }
        return out;
    }

    private DeskPieces<FactEngine> desk(String name) {
        return desks.computeIfAbsent(name, desk -> DeskPieces.open(desk, pieces, opener));
    }

    private void changes(DeskPieces<FactEngine> desk, Digest digest, Placed placed, List<Emission> out) {
        try {
            for (Change change : desk.engine().accept(digest, placed.placement(), placed.effective())) {
                out.add(new Emission.Shift(change));
            }
        } catch (RuntimeException failure) {
            LOG.error("FACT failed on article {}, whose claims are left out", digest.articleId(), failure);
            desk.drop();
            out.add(new Emission.Refused(
                    placed.placement().storyId(), digest.articleId(), "fact", failure.toString(), placed.effective()));
            pieces.put(owed(digest), new byte[] {1});
            moveOnly(desk, digest, placed);
        }
        desk.keep();
    }

    /** Without its claims the article must still move the facts of stories that it merged or split. */
    private static void moveOnly(DeskPieces<FactEngine> desk, Digest digest, Placed placed) {
        try {
            desk.engine().move(placed.placement());
        } catch (RuntimeException failure) {
            LOG.error("FACT could not move facts for article {} either", digest.articleId(), failure);
            desk.drop();
        }
    }

    private static String owed(Digest digest) {
        return OWED + digest.desk() + "\u0000" + digest.articleId();
    }

    private static String title(List<StoryView> stories, String id) {
        for (StoryView story : stories) {
            if (story.id().equals(id)) {
                return story.title();
            }
        }
        return "";
    }
}
