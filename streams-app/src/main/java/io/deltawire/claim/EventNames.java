package io.deltawire.claim;

import java.util.Set;

/** The event that a noun group names: by its head, or by what it is the date of, "the trial date", "the date of the trial". */
final class EventNames {
    private static final Set<String> DATES = Set.of("date", "day");
    private static final Set<String> OF = Set.of("of", "for");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Targets targets;

    EventNames(Reading reading, Lexicons lexicons, Targets targets) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.targets = targets;
    }

    /** What a group is as an event, "" for none; "the trial date" is of the trial. */
    String of(Chunk chunk) {
        String event = targets.eventOf(chunk);
        if (!event.isEmpty() || !chunk.is(Chunk.Kind.NOUN)) {
            return event;
        }
        String head = reading.lemma(chunk.head());
        String before = chunk.head() > chunk.first() ? reading.lemma(chunk.head() - 1) : "";
        if (DATES.contains(head) && !before.isEmpty()) {
            return lexicons.targets().of(before);
        }
        return "";
    }

    /** "Completion", "first light": what has a day of its own, though no position is about it; "" for all else. */
    String dated(Chunk chunk) {
        String head = reading.lemma(chunk.head());
        String pair = chunk.head() > chunk.first() ? reading.lemma(chunk.head() - 1) + " " + head : head;
        Lexicon traits = lexicons.traits();
        return traits.is(pair, "dated") ? pair : traits.is(head, "dated") ? head : "";
    }

    /** "The date of the festival has been changed": that of the festival. */
    Chunk ofDate(Frames frames, Chunk date) {
        int of = frames.indexOf(date) + 1;
        boolean chain = DATES.contains(reading.lemma(date.head()))
                && frames.has(of + 1)
                && OF.contains(reading.lower(frames.chunks().get(of).first()));
        return chain && !of(frames.chunks().get(of + 1)).isEmpty()
                ? frames.chunks().get(of + 1)
                : date;
    }
}
