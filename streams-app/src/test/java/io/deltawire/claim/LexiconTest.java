package io.deltawire.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LexiconTest {
    /** "Out of order" among the words that are clear whatever they are said of would do nothing while no state is told by it. */
    @Test
    void wordsThatTellMoreOfAStateTellAState() {
        Lexicon conditions = Lexicon.load("conditions");
        for (String line : Lexicon.lines("conditions")) {
            String[] cells = line.split("\t", 2);
            if (List.of("clear", "clear is", "whom", "sure", "opens").contains(cells[0].strip())) {
                for (String word : cells[1].split(",")) {
                    assertThat(conditions.classes(word.strip())).as(word).anyMatch(name -> name.contains("="));
                }
            }
        }
    }

    /** Readers go through the classes of a word: in another order they would read another state, and differ from one process to the next. */
    @Test
    void classesOfAWordComeInTheOrderOfTheList() {
        Map<String, List<String>> listed = new LinkedHashMap<>();
        for (String line : Lexicon.lines("conditions")) {
            String[] cells = line.split("\t", 2);
            for (String word : cells[1].split(",")) {
                List<String> classes = listed.computeIfAbsent(word.strip(), any -> new ArrayList<>());
                if (!word.isBlank() && !classes.contains(cells[0].strip())) {
                    classes.add(cells[0].strip());
                }
            }
        }
        Lexicon conditions = Lexicon.load("conditions");
        assertThat(listed.values()).anyMatch(classes -> classes.size() > 2);
        listed.forEach(
                (word, classes) -> assertThat(conditions.classes(word)).as(word).containsExactlyElementsOf(classes));
    }
}
