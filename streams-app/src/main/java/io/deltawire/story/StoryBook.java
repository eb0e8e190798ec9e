package io.deltawire.story;

import io.deltawire.state.Pieces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All stories an engine keeps, in memory and as pieces: every change goes through here, and {@link #flush} writes it down. */
final class StoryBook {
    final LifeClock clock;
    private final StoryPieces pieces;
    private final Background background;
    private final StoryConfig config;
    private final Map<String, Shelf> shelves = new TreeMap<>();
    private final Map<String, Story> stories = new HashMap<>();
    private final Map<String, Entry> articles = new HashMap<>();
    private final Set<Story> changedStories = new LinkedHashSet<>();
    private final Set<Entry> changedEntries = new LinkedHashSet<>();
    private long nextNumber;
    private int open;

    StoryBook(Pieces pieces, Background background, StoryConfig config) {
        this.pieces = new StoryPieces(pieces);
        this.background = background;
        this.config = config;
        clock = new LifeClock(config);
        restore();
    }

    private void restore() {
        pieces.stories(story -> {
            stories.put(story.id, story);
            nextNumber = Math.max(nextNumber, story.number + 1);
            open += story.open() ? 1 : 0;
        });
        List<Entry> originals = new ArrayList<>();
        pieces.members(placed -> {
            Story story = stories.get(placed.storyId());
            if (story == null) {
                throw new IllegalStateException("Member without its story " + placed.storyId());
            }
            Entry entry = new Entry(placed.member(), story, placed.seq());
            shelf(story.desk).restore(entry);
            articles.put(placed.member().articleId(), entry);
            originals.add(entry);
        });
        // Copies were met in the one order; only the latest articles of a band are compared.
        originals.sort((one, other) -> Copies.earlier(one, other) ? -1 : 1);
        originals.forEach(entry -> shelf(entry.story.desk).copies.add(entry));
        List<Story> byNumber = new ArrayList<>(stories.values());
        byNumber.sort(Comparator.comparingLong(story -> story.number));
        for (Story story : byNumber) {
            clock.set(story);
            if (story.state == StoryView.State.MERGED) {
                Story target = survivor(story);
                target.absorbed.add(story);
            }
        }
    }

    /** The story a chain of redirects ends at. */
    private Story survivor(Story story) {
        Story at = story;
        while (at.state == StoryView.State.MERGED) {
            Story next = stories.get(at.redirect);
            if (next == null) {
                throw new IllegalStateException("Redirect of " + at.id + " leads nowhere");
            }
            at = next;
        }
        return at;
    }

    Shelf shelf(String desk) {
        return shelves.computeIfAbsent(desk, key -> new Shelf(background, config));
    }

    @Nullable
    Entry article(String articleId) {
        return articles.get(articleId);
    }

    @Nullable
    Story story(String storyId) {
        return stories.get(storyId);
    }

    /** By id. */
    Collection<Story> stories() {
        return new TreeMap<>(stories).values();
    }

    int open() {
        return open;
    }

    /** Opens a story named after its first article. */
    Story open(String desk, String articleId, long at, String predecessor) {
        String id = desk + ":" + articleId;
        for (int n = 2; stories.containsKey(id); n++) {
            id = desk + ":" + articleId + "~" + n;
        }
        Story story = new Story(id, desk, nextNumber++, at, predecessor);
        stories.put(id, story);
        open++;
        return story;
    }

    void add(Story story, Member member, List<Digest.EntityWeight> entities) {
        Shelf shelf = shelf(story.desk);
        List<Entry> changed = shelf.add(story, member);
        changedEntries.addAll(changed);
        Entry entry = changed.get(changed.size() - 1);
        articles.put(member.articleId(), entry);
        shelf.copies.add(entry);
        Portrait.addEntities(story, entities);
        changed(story);
    }

    /** Moves entries to another story, in their order. */
    List<String> move(List<Entry> entries, Story target) {
        List<String> moved = new ArrayList<>();
        for (Entry entry : List.copyOf(entries)) {
            pieces.delete(entry);
            shelf(target.desk).move(entry, target);
            changedEntries.add(entry);
            moved.add(entry.member.articleId());
        }
        changedEntries.addAll(shelf(target.desk).shrink(target));
        changed(target);
        return moved;
    }

    /** Lets one story go up in another. */
    List<String> merge(Story away, Story home, long at) {
        List<String> moved = move(away.members, home);
        Portrait.addEntities(home, away.entities);
        away.state = StoryView.State.MERGED;
        away.redirect = home.id;
        away.endedAt = at;
        open--;
        home.absorbed.add(away);
        home.absorbed.addAll(away.absorbed);
        away.absorbed.clear();
        changed(away);
        changed(home);
        return moved;
    }

    /** Lets some of a story's members become a story of their own. */
    List<String> split(Story story, List<Entry> leaving, Story other) {
        List<Digest.EntityWeight> entities = List.copyOf(story.entities);
        List<String> moved = move(leaving, other);
        Portrait.keepEntities(story, entities);
        Portrait.keepEntities(other, entities);
        Portrait.choose(story);
        changed(story);
        return moved;
    }

    void close(Story story, long at, boolean outlived) {
        Portrait.choose(story);
        story.state = StoryView.State.CLOSED;
        story.endedAt = at;
        story.outlived = outlived;
        open--;
        changedEntries.addAll(shelf(story.desk).shrink(story, config.indexedPerClosed()));
        changed(story);
    }

    void reopen(Story story) {
        story.state = StoryView.State.OPEN;
        story.endedAt = 0;
        open++;
        changed(story);
    }

    /** Drops a closed story and those that went up in it, in memory and pieces. */
    List<String> forget(Story story) {
        List<String> forgotten = new ArrayList<>();
        clock.remove(story);
        Shelf shelf = shelf(story.desk);
        for (Entry entry : List.copyOf(story.members)) {
            shelf.copies.remove(entry);
            articles.remove(entry.member.articleId());
            changedEntries.remove(entry);
        }
        pieces.delete(story);
        shelf.retire(story);
        for (Story absorbed : story.absorbed) {
            pieces.delete(absorbed);
            stories.remove(absorbed.id);
            changedStories.remove(absorbed);
            forgotten.add(absorbed.id);
        }
        stories.remove(story.id);
        changedStories.remove(story);
        forgotten.add(story.id);
        return forgotten;
    }

    void changed(Story story) {
        changedStories.add(story);
        clock.set(story);
    }

    /**
     * Writes what changed since the last time. The portrait is chosen first: it leans on the one before, so that it must be in
     * the pieces when the engine is opened on them anew.
     */
    void flush() {
        for (Story story : changedStories) {
            if (story.open()) {
                Portrait.refresh(story);
            }
            pieces.write(story);
        }
        changedEntries.forEach(pieces::write);
        changedStories.clear();
        changedEntries.clear();
    }
}
