package io.deltawire.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How far a reader has come in {@code fact-changes} and {@code story-updates}: for each partition the offset that follows. The
 * text of it is the id of a server-sent event, which any instance understands.
 */
public record Positions(Offsets changes, Offsets updates) {
    static final Positions NONE = new Positions(Offsets.NONE, Offsets.NONE);

    private static final int LONGEST = 4_096;

    /** Offsets by partition; 0 for one that is not known yet. */
    record Offsets(List<Long> values) {
        static final Offsets NONE = new Offsets(List.of());

        long of(int partition) {
            return partition < values.size() ? values.get(partition) : 0;
        }

        Offsets with(int partition, long offset) {
            List<Long> next = new ArrayList<>(values);
            while (next.size() <= partition) {
                next.add(0L);
            }
            next.set(partition, offset);
            return new Offsets(List.copyOf(next));
        }

        int partitions() {
            return values.size();
        }

        private static Offsets parse(String text) {
            if (text.isEmpty()) {
                return NONE;
            }
            List<Long> values =
                    Arrays.stream(text.split("\\.", -1)).map(Long::valueOf).toList();
            if (values.stream().anyMatch(value -> value < 0)) {
                throw new NumberFormatException(text);
            }
            return new Offsets(values);
        }

        @Override
        public String toString() {
            return values.stream().map(value -> Long.toString(value)).collect(Collectors.joining("."));
        }
    }

    /** @throws IllegalArgumentException if it is none of ours */
    public static Positions parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0 || text.length() > LONGEST) {
            throw new IllegalArgumentException("not an event id: it looks like 12.0.7-3.0.1");
        }
        try {
            return new Positions(Offsets.parse(text.substring(0, dash)), Offsets.parse(text.substring(dash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not an event id: it looks like 12.0.7-3.0.1", e);
        }
    }

    Offsets of(Event.Log log) {
        return log == Event.Log.CHANGES ? changes : updates;
    }

    public Positions after(Event.Log log, int partition, long offset) {
        return log == Event.Log.CHANGES
                ? new Positions(changes.with(partition, offset + 1), updates)
                : new Positions(changes, updates.with(partition, offset + 1));
    }

    @Override
    public String toString() {
        return changes + "-" + updates;
    }
}
