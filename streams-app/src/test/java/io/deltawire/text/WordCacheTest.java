package io.deltawire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordCacheTest {
    @Test
    void aWordMetAgainIsNotWorkedOutAgain() {
        List<String> made = new ArrayList<>();
        WordCache<String> cache = new WordCache<>(16, word -> {
            made.add(word);
            return word.toUpperCase(Locale.ROOT);
        });

        assertThat(cache.get("toll")).isEqualTo("TOLL");
        assertThat(cache.get("toll")).isEqualTo("TOLL");
        assertThat(made).containsExactly("toll");
    }

    @Test
    void moreWordsThanItHoldsAreWorkedOutAnewAndRight() {
        WordCache<Integer> cache = new WordCache<>(4, String::length);

        for (int round = 0; round < 3; round++) {
            for (String word : List.of("a", "bb", "ccc", "dddd", "eeeee")) {
                assertThat(cache.get(word)).isEqualTo(word.length());
            }
        }
    }

    @Test
    void aWordInATextIsWhatItIsByItself() {
        WordCache<String> cache = new WordCache<>(64, word -> word + "!");

        // Some of one hash, some longer than a long or with letters that are not told by one byte.
        for (String word : List.of("Aa", "BB", "harbours", "harbourside", "Łódź", "ÿ", "\0", "a\0", "\0a")) {
            String text = "near " + word + " again";
            int end = 5 + word.length();
            assertThat(cache.get(text, 5, end)).isEqualTo(word + "!");
            assertThat(cache.get(text, 5, end)).isSameAs(cache.get(word));
        }
    }

    @Test
    void wordsWithOneHashAreToldApart() {
        WordCache<String> cache = new WordCache<>(16, word -> word);

        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        assertThat(cache.get("Aa")).isEqualTo("Aa");
        assertThat(cache.get("BB")).isEqualTo("BB");
        assertThat(cache.get("Aa")).isEqualTo("Aa");
    }

    @Test
    void aSizeThatIsNoPowerOfTwoIsRefused() {
        assertThatThrownBy(() -> new WordCache<>(12, word -> word)).hasMessageContaining("12");
    }
}
