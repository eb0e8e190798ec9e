package io.deltawire.entity;

import io.deltawire.text.Shapes;
import io.deltawire.text.WordCache;
import io.deltawire.text.WordClusters;
import java.util.Locale;

/**
 * What the name tagger needs to know of a word by itself, worked out once for each word met.
 *
 * @param low hash of the lower-case form
 * @param shape as of {@link Shapes}; that of a sign for a handle ("@name")
 * @param cluster path of the word's cluster, see {@link WordClusters}
 * @param word what {@link NameLexicon#word} says
 */
record NameWord(String text, String lower, int low, int shape, int cluster, int word) {
    private static final WordCache<NameWord> MET = new WordCache<>(1 << 15, NameWord::read);

    static NameWord of(String text) {
        return MET.get(text);
    }

    private static NameWord read(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return new NameWord(
                text,
                lower,
                lower.hashCode(),
                // A handle names an account, whatever letters it has: no name by itself, and no bridge within one.
                text.startsWith("@") ? 0 : Shapes.of(text),
                WordClusters.english().path(lower),
                NameLexicon.english().word(lower));
    }
}
