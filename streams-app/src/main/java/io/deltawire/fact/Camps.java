package io.deltawire.fact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** On whose behalf speakers speak, by which words they lower a tally or tell a part of it. From the word lists beside it. */
final class Camps {
    private static final Camps SHARED = new Camps();

    private final Map<String, String> campOf = new HashMap<>();
    private final List<String> partitive = FactResource.lines("partitive.txt");
    private final Set<String> lowering = new HashSet<>(FactResource.lines("lowering.txt"));

    private Camps() {
        for (String line : FactResource.lines("camps.tsv")) {
            String[] cells = line.split("\t", -1);
            for (String word : cells[1].split(",")) {
                campOf.put(word.strip(), cells[0]);
            }
        }
    }

    static Camps shared() {
        return SHARED;
    }

    /** "official", "opposed", or "" when the words do not tell. */
    String of(String speaker) {
        String words = speaker.toLowerCase(Locale.ROOT);
        String whole = campOf.getOrDefault(words, "");
        if (!whole.isEmpty()) {
            return whole;
        }
        String found = "";
        String previous = "";
        for (String word : words.split("[^a-z]+")) {
            String camp = campOf.getOrDefault(previous + " " + word, campOf.getOrDefault(word, ""));
            found = camp.isEmpty() ? found : camp;
            previous = word;
        }
        return found;
    }

    /** Whether the sentence counts some of a larger number. */
    boolean parts(String sentence) {
        String words = " " + sentence.toLowerCase(Locale.ROOT) + " ";
        return partitive.stream().anyMatch(words::contains);
    }

    boolean lowers(String sentence) {
        String words = sentence.toLowerCase(Locale.ROOT);
        return lowering.stream().anyMatch(words::contains);
    }
}
