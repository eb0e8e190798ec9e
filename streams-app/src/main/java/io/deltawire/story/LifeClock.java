package io.deltawire.story;

import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When each story closes for want of news or of old age, and when a closed one is forgotten. */
final class LifeClock {
    private final long gap;
    private final long longestLife;
    private final long reopenWithin;
    private final TreeSet<Story> due = new TreeSet<>(
            Comparator.<Story>comparingLong(story -> story.deadline).thenComparing(story -> story.id));

    /** No deadline is before: asked with every article, and seldom passed. */
    private long earliest = Long.MAX_VALUE;

    LifeClock(StoryConfig config) {
        gap = config.gap().toMillis();
        longestLife = config.longestLife().toMillis();
        reopenWithin = config.reopenWithin().toMillis();
    }

    /** Sets the story's next deadline from its state. */
    void set(Story story) {
        due.remove(story);
        if (story.state != StoryView.State.MERGED) {
            story.deadline = story.open() ? end(story) : story.endedAt + reopenWithin;
            due.add(story);
            earliest = Math.min(earliest, story.deadline);
        }
    }

    void remove(Story story) {
        due.remove(story);
    }

    /** The story with the earliest deadline at or before a time; ties in order of story id. */
    @Nullable
    Story next(long time) {
        if (time < earliest || due.isEmpty()) {
            return null;
        }
        Story first = due.first();
        earliest = first.deadline;
        return first.deadline > time ? null : first;
    }

    /** When an open story ends if nothing comes. */
    long end(Story story) {
        return Math.min(story.updatedAt + gap, endOfLife(story));
    }

    long endOfLife(Story story) {
        return story.openedAt + longestLife;
    }
}
