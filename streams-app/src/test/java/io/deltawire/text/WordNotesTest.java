package io.deltawire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WordNotesTest {
    private final AtomicInteger made = new AtomicInteger();
    private final WordForm word = WordForm.of("Harbours");

    @Test
    void isWorkedOutOnce() {
        WordNotes<String> notes = notes("a ");
        assertThat(notes.of(word)).isEqualTo("a harbours");
        assertThat(notes.of(word)).isSameAs(notes.of(word));
        assertThat(made).hasValue(1);
    }

    @Test
    void whoShareAPlaceNeverReadOneAnothersNotes() {
        WordNotes<String> one = notes("one ");
        WordNotes<String> other = notes("other ");
        assertThat(one.of(word)).isEqualTo("one harbours");
        assertThat(other.of(word)).isEqualTo("other harbours");
        assertThat(one.of(word)).isEqualTo("one harbours");
    }

    @Test
    void aTokenHoldsItsWordAndItsBaseForm() {
        Token token = Tokens.of("Two harbours closed .").get(1);
        assertThat(token.word().text()).isEqualTo("harbours");
        assertThat(token.base().text()).isEqualTo("harbour").isEqualTo(token.lemma());
        assertThat(notes("").of(token.base())).isEqualTo("harbour");
    }

    private WordNotes<String> notes(String before) {
        return new WordNotes<>(WordNotes.Place.BEARINGS, form -> {
            made.incrementAndGet();
            return before + form.lower();
        });
    }
}
