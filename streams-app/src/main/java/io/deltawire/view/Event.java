package io.deltawire.view;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A record of {@code fact-changes} or {@code story-updates}.
 *
 * @param at effective time, ms
 * @param json its fields, named as in the schema
 */
public record Event(Log log, int partition, long offset, String storyId, long at, ObjectNode json) {
    /** The two topics that are logs of events. */
    public enum Log {
        CHANGES('c'),
        UPDATES('u');

        private final char letter;

        Log(char letter) {
            this.letter = letter;
        }

        char letter() {
            return letter;
        }

        static Log of(char letter) {
            return letter == CHANGES.letter ? CHANGES : UPDATES;
        }
    }

    public String id() {
        return json.path("id").asText();
    }

    public String type() {
        return json.path("type").asText();
    }

    /** Whether somebody who has read up to there knows it already. */
    public boolean isBefore(Positions positions) {
        return offset < positions.of(log).of(partition);
    }
}
