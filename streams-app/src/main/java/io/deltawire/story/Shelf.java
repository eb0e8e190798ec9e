package io.deltawire.story;

import java.util.ArrayList;
import java.util.List;

/** The live stories of one desk with their index and document frequencies, in memory only. Not thread-safe. */
final class Shelf {
    private static final int LEAST_INDEXED = 8;

    final Frequencies frequencies;
    final Vectoriser vectoriser;
    final Matcher matcher;
    final Copies copies;
    private final StoryIndex index;
    private final int termsPerStory;

    Shelf(Background background, StoryConfig config) {
        frequencies = new Frequencies(background);
        vectoriser = new Vectoriser(frequencies);
        index = new StoryIndex(config.postingsPerQuery(), config.candidates());
        matcher = new Matcher(index, new MatchFeatures(frequencies));
        copies = new Copies();
        termsPerStory = config.termsPerStory();
    }

    /**
     * Puts an article into a story and the index.
     *
     * @return the new entry, behind those that left the index for it
     */
    List<Entry> add(Story story, Member member) {
        Entry entry = new Entry(member, story, story.nextSeq++);
        story.members.add(entry);
        story.updatedAt = Math.max(story.updatedAt, member.effective());
        List<Entry> changed = new ArrayList<>();
        if (member.indexed()) {
            index(entry);
            changed.addAll(shrink(story));
        }
        changed.add(entry);
        return changed;
    }

    /** Moves an entry to another story; it comes last there. */
    void move(Entry entry, Story target) {
        boolean indexed = entry.slot >= 0;
        if (indexed) {
            unindex(entry);
        }
        entry.story.members.remove(entry);
        entry.story = target;
        entry.seq = target.nextSeq++;
        target.members.add(entry);
        target.updatedAt = Math.max(target.updatedAt, entry.member.effective());
        if (indexed) {
            index(entry);
        }
    }

    /** Takes an entry out of the index for good. */
    void retire(Entry entry) {
        unindex(entry);
        entry.member = entry.member.slim();
    }

    /** Takes all of a story out of the index. */
    void retire(Story story) {
        List.copyOf(story.indexed).forEach(this::retire);
    }

    /** Retires what a story has beyond its share of the index. */
    List<Entry> shrink(Story story) {
        List<Entry> retired = new ArrayList<>();
        while (story.termsIndexed > termsPerStory && story.indexed.size() > LEAST_INDEXED) {
            retired.add(retireOne(story));
        }
        return retired;
    }

    /** Retires all but some of a story's articles. */
    List<Entry> shrink(Story story, int keep) {
        List<Entry> retired = new ArrayList<>();
        while (story.indexed.size() > keep) {
            retired.add(retireOne(story));
        }
        return retired;
    }

    /** The early half stays as the story's core, the oldest of the rest goes. */
    private Entry retireOne(Story story) {
        Entry entry = story.indexed.get(story.indexed.size() / 2);
        retire(entry);
        return entry;
    }

    /** Puts a restored entry back where it was. */
    void restore(Entry entry) {
        entry.story.members.add(entry);
        entry.story.nextSeq = Math.max(entry.story.nextSeq, entry.seq + 1);
        if (entry.member.indexed()) {
            index(entry);
        }
    }

    private void index(Entry entry) {
        if (entry.story.indexed.isEmpty()) {
            frequencies.addStory();
        }
        entry.story.take(entry, frequencies::addKey);
        index.add(entry);
    }

    private void unindex(Entry entry) {
        index.remove(entry);
        entry.story.drop(entry, frequencies::removeKey);
        if (entry.story.indexed.isEmpty()) {
            frequencies.removeStory();
        }
    }
}
