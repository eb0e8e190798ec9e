package io.deltawire.text;

/**
 * A line of a text in cleaning.
 *
 * @param key the normal form by which lines are compared, see {@link Boilerplate#key}
 */
record Line(String text, String key) {
    static Line of(String text) {
        return new Line(text, Boilerplate.key(text));
    }
}
