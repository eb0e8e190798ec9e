package io.deltawire.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.story.Background;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EnglishWordsTest {
    private static final String UNHEARD_OF = "tarnsundhaven";

    private final SortedMap<String, Integer> counts = EnglishWords.under(
                    new Background(100, new TreeMap<>(Map.of("police", 80, UNHEARD_OF, 3))))
            .counts();

    @Test
    void ordinaryWordsAreCommonerThanRareOnesThoughNoStoryHadEither() {
        assertThat(counts.get("water")).isGreaterThan(counts.get("earthquake"));
        assertThat(counts.get("earthquake")).isGreaterThan(counts.getOrDefault("seismograph", 0));
    }

    @Test
    void wordsThatTheLabelledStoriesUseMoreThanEnglishDoesAreAsCommonAsThere() {
        assertThat(counts.get("police")).isEqualTo(8_000);
        assertThat(counts.get(UNHEARD_OF)).isEqualTo(300);
    }
}
