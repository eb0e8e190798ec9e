package io.deltawire.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the taggers need of a word's surface, worked out once for each word met. Immutable but for what a tagger keeps with it. */
final class WordForm {
    private static final WordCache<WordForm> MET = new WordCache<>(1 << 15, WordForm::read);

    /** Stand beyond the borders of a sentence. */
    static final WordForm BEFORE = new WordForm("", "", 1, 1, 1);

    static final WordForm BEHIND = new WordForm("", "", 2, 2, 2);

    private final String text;
    private final String lower;
    private final int hash;
    private final int shape;
    private final int cluster;

    /** What a tagger worked out for this word; threads may each work it out, to the same end, and either may be kept. */
    private PosTagger.@Nullable Kept kept;

    /** The lemma last asked for: most words are of one part of speech nearly always. */
    private @Nullable Lemma lemma;

    private record Lemma(Language language, String pos, String lemma) {}

    private WordForm(String text, String lower, int hash, int shape, int cluster) {
        this.text = text;
        this.lower = lower;
        this.hash = hash;
        this.shape = shape;
        this.cluster = cluster;
    }

    static WordForm of(String text) {
        return MET.get(text);
    }

    /** The word that stands in a text. */
    static WordForm in(String text, int begin, int end) {
        return MET.get(text, begin, end);
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

    /** Surface form; one object for equal words as long as it is kept, so that it is quickly compared and hashed. */
    String text() {
        return text;
    }

    /** In lower case. */
    String lower() {
        return lower;
    }

    /** Hash of {@link #lower}. */
    int hash() {
        return hash;
    }

    /** As of {@link Shapes}. */
    int shape() {
        return shape;
    }

    /** Path of the word's cluster, see {@link WordClusters}. */
    int cluster() {
        return cluster;
    }

    /** Base form in lower case, see {@link Language#lemma}. */
    String lemma(Language language, String pos) {
        Lemma known = lemma;
        if (known == null || known.language != language || !known.pos.equals(pos)) {
            known = new Lemma(language, pos, language.lemma(lower, pos));
            lemma = known;
        }
        return known.lemma;
    }

    PosTagger.Kept kept(PosTagger tagger) {
        PosTagger.Kept known = kept;
        if (known == null || !known.isOf(tagger)) {
            known = new PosTagger.Kept(tagger, this);
            kept = known;
        }
        return known;
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
