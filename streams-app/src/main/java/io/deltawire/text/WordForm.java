package io.deltawire.text;

import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What is known of a word's surface, worked out once for each word met. Immutable but for what others keep with it. */
public final class WordForm {
    private static final WordCache<WordForm> MET = new WordCache<>(1 << 15, WordForm::read);

    /** Stand beyond the borders of a sentence. */
    static final WordForm BEFORE = new WordForm("", "", 1, 1, 1);

    static final WordForm BEHIND = new WordForm("", "", 2, 2, 2);

    private final String text;
    private final String lower;
    private final int hash;
    private final int shape;
    private final int cluster;
    private final int length;
    private final boolean letters;
    private final boolean handle;
    private final boolean capital;
    private final Opening opening;

    /** How a word of more than three letters begins. */
    enum Opening {
        /** Too short, or with something else than a letter. */
        NONE,
        SMALL,
        /** A capital, then a small letter. */
        CAPITAL,
        CAPITALS
    }

    /** What a tagger worked out for this word; threads may each work it out, to the same end, and either may be kept. */
    private PosTagger.@Nullable Kept kept;

    /** By {@link #marks}; 0 while nobody has asked. Volatile, since a plain long may be written in two halves. */
    private volatile long marks;

    // One for each of WordNotes.Place: at hand without an array between.
    private WordNotes.@Nullable Note name;
    private WordNotes.@Nullable Note stanceWord;
    private WordNotes.@Nullable Note stanceBase;
    private WordNotes.@Nullable Note bearings;
    private WordNotes.@Nullable Note values;

    /** The base form last asked for: most words are of one part of speech nearly always. */
    private @Nullable Base base;

    /** @param lemma text of the form, at hand without it */
    private record Base(Language language, String pos, WordForm form, String lemma) {}

    private WordForm(String text, String lower, int hash, int shape, int cluster) {
        this.text = text;
        this.lower = lower;
        this.hash = hash;
        this.shape = shape;
        this.cluster = cluster;
        this.length = text.length();
        this.letters = text.chars().allMatch(Character::isLetter);
        this.handle = text.startsWith("@");
        this.capital = !text.isEmpty() && Character.isUpperCase(text.charAt(0));
        this.opening = openingOf(text);
    }

    private static Opening openingOf(String text) {
        if (text.length() <= 3 || !Character.isLetter(text.charAt(0))) {
            return Opening.NONE;
        }
        if (!Character.isUpperCase(text.charAt(0))) {
            return Opening.SMALL;
        }
        return Character.isLowerCase(text.charAt(1)) ? Opening.CAPITAL : Opening.CAPITALS;
    }

    public static WordForm of(String text) {
        return MET.get(text);
    }

    /** The word that stands in a text. */
    static WordForm in(String text, int begin, int end) {
        return MET.get(text, begin, end);
    }

    private static WordForm read(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int cluster = WordClusters.english().path(lower);
        // Known words, which are limited in number, are one object with those of the word lists: quickly compared.
        String one = cluster != 0 ? lower.intern() : lower;
        return new WordForm(one.equals(text) ? one : text, one, one.hashCode(), Shapes.of(text), cluster);
    }

    /** Surface form; one object for equal words as long as it is kept, so that it is quickly compared and hashed. */
    public String text() {
        return text;
    }

    /** In lower case. */
    public String lower() {
        return lower;
    }

    /** Hash of {@link #lower}. */
    public int hash() {
        return hash;
    }

    /** As of {@link Shapes}. */
    public int shape() {
        return shape;
    }

    /** Path of the word's cluster, see {@link WordClusters}. */
    public int cluster() {
        return cluster;
    }

    /** Length of {@link #text}. */
    public int length() {
        return length;
    }

    /** Whether it is made of letters alone. */
    boolean isLetters() {
        return letters;
    }

    /** Whether it begins with a capital letter. */
    public boolean isCapital() {
        return capital;
    }

    /** Whether it names an account, "@name". */
    public boolean isHandle() {
        return handle;
    }

    Opening opening() {
        return opening;
    }

    /** The word as a token at a place of a text, with its base form, see {@link Language#lemma}. */
    Token at(int begin, int end, Language language, String pos) {
        Base known = base;
        if (known == null || known.language != language || !known.pos.equals(pos)) {
            String lemma = language.lemma(lower, pos);
            WordForm form = lemma.equals(text) ? this : of(lemma);
            known = new Base(language, pos, form, form.text);
            base = known;
        }
        return new Token(begin, end, this, known.form, known.lemma, pos);
    }

    /**
     * Bits worked out from this word alone and kept with it: a note (see {@link WordNotes}) that is had at one look.
     *
     * @param make the same for whoever asks, and never 0
     */
    public long marks(ToLongFunction<WordForm> make) {
        long known = marks;
        if (known == 0) {
            known = make.applyAsLong(this);
            marks = known;
        }
        return known;
    }

    WordNotes.@Nullable Note note(WordNotes.Place place) {
        return switch (place) {
            case NAME -> name;
            case STANCE_WORD -> stanceWord;
            case STANCE_BASE -> stanceBase;
            case BEARINGS -> bearings;
            case VALUES -> values;
        };
    }

    void note(WordNotes.Place place, WordNotes.Note note) {
        switch (place) {
            case NAME -> name = note;
            case STANCE_WORD -> stanceWord = note;
            case STANCE_BASE -> stanceBase = note;
            case BEARINGS -> bearings = note;
            case VALUES -> values = note;
        }
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
