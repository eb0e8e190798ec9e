package io.deltawire.fact;

import java.time.Instant;

/**
 * One statement kept singly, so that it can move when its article changes story.
 *
 * @param sentence as the article tells it, cut where it is very long; "" of all but the latest statement of a figure
 */
record Cite(String articleId, String source, Instant at, String sentence) {
    /** Longer sentences lose their end. */
    private static final int LONGEST = 400;

    Cite {
        sentence = sentence.length() > LONGEST ? sentence.substring(0, LONGEST) : sentence;
    }

    /** Without its sentence. */
    Cite bare() {
        return sentence.isEmpty() ? this : new Cite(articleId, source, at, "");
    }
}
