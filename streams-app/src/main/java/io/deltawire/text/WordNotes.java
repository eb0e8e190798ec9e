package io.deltawire.text;

import java.util.function.Function;

/**
 * What was worked out from a word alone, kept with the word as long as that is kept: who has the word need not look it up again.
 * Thread-safe without locks, as {@link WordCache} is, and like it never changes a result.
 *
 * @param <V> immutable, with final fields only, so that it is seen whole by every thread
 */
public final class WordNotes<V> {
    /** Where in a word notes are kept: one place for each kind of them. */
    public enum Place {
        NAME,
        STANCE_WORD,
        STANCE_BASE,
        BEARINGS,
        VALUES
    }

    /** A note, and whose it is: of those who keep theirs in one place (two models, say) the last has it. */
    record Note(WordNotes<?> by, Object value) {}

    private final Place place;
    private final Function<WordForm, V> make;

    public WordNotes(Place place, Function<WordForm, V> make) {
        this.place = place;
        this.make = make;
    }

    @SuppressWarnings("unchecked") // only this writes its own notes
    public V of(WordForm word) {
        Note known = word.note(place);
        if (known == null || known.by != this) {
            known = new Note(this, make.apply(word));
            word.note(place, known);
        }
        return (V) known.value;
    }
}
