package io.deltawire.text;

import java.util.Locale;

/**
 * What the taggers need of a word's surface, worked out once for each word met.
 *
 * @param text surface form; one object for equal words as long as it is kept, so that it is quickly compared and hashed
 * @param lower in lower case
 * @param hash hash of {@code lower}
 * @param shape as of {@link Shapes}
 * @param cluster path of the word's cluster, see {@link WordClusters}
 */
record WordForm(String text, String lower, int hash, int shape, int cluster) {
    private static final WordCache<WordForm> MET = new WordCache<>(1 << 15, WordForm::read);

    /** Stand beyond the borders of a sentence. */
    static final WordForm BEFORE = new WordForm("", "", 1, 1, 1);

    static final WordForm BEHIND = new WordForm("", "", 2, 2, 2);

    static WordForm of(String text) {
        return MET.get(text);
    }

    private static WordForm read(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String one = lower.equals(text) ? text : lower;
        return new WordForm(
                text,
                one,
                one.hashCode(),
                Shapes.of(text),
                WordClusters.english().path(one));
    }

    /** Hash of the last letters of the lower-case form, all when it has fewer. */
    int ending(int count) {
        int length = lower.length();
        int h = count;
        for (int i = Math.max(0, length - count); i < length; i++) {
            h = h * 0x01000193 ^ lower.charAt(i);
        }
        return h;
    }
}
