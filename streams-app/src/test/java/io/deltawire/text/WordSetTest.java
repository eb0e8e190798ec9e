package io.deltawire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;

class WordSetTest {
    @Property
    void hasItsWordsAndNoOthers(
            @ForAll @Size(max = 60) @UniqueElements List<@StringLength(max = 3) String> words,
            @ForAll @Size(max = 60) List<@StringLength(max = 3) String> asked) {
        Set<String> expected = new HashSet<>(words);
        WordSet set = WordSet.of(words.toArray(String[]::new));
        assertThat(words).allMatch(set::contains);
        assertThat(asked).allMatch(word -> set.contains(word) == expected.contains(word));
    }
}
