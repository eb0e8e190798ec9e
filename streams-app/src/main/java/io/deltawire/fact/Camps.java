package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.text.WordCache;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** On whose behalf speakers speak, by which words they lower a tally or tell a part of it. From the word lists beside it. */
final class Camps {
    private static final Camps SHARED = new Camps();

    /** Characters between two sides' figures that are told as one pair. */
    private static final int NEAR = 400;

    private static final Pattern CONTRAST = Pattern.compile(
            "\\b(but|while|whereas|however|although|though|contradict\\w*|disput\\w*|instead|only|put|puts|claim\\w*|reckon\\w*|spoke|speaks|count\\w*|estimat\\w*)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, String> campOf = new HashMap<>();
    private final List<String> partitive = FactResource.lines("partitive.txt");
    private final Set<String> lowering = new HashSet<>(FactResource.lines("lowering.txt"));

    /** Of speakers and sentences met: each is asked for with every fact that a claim is laid beside. */
    private final WordCache<String> ofSpeakers = new WordCache<>(1 << 10, this::find);

    private final WordCache<Boolean> lowers = new WordCache<>(1 << 8, this::tellsLower);

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
        return ofSpeakers.get(speaker);
    }

    private String find(String speaker) {
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

    /**
     * Whether two claims of one article are two sides' words: of two camps, or of two speakers set against each other within a few
     * lines.
     */
    boolean opposed(Claim one, Claim other) {
        if (one.speaker().isEmpty() || other.speaker().isEmpty() || told(one, other)) {
            return false;
        }
        String camp = of(one.speaker());
        String against = of(other.speaker());
        if (!camp.isEmpty() && !against.isEmpty()) {
            return !camp.equals(against);
        }
        Claim later = one.begin() > other.begin() ? one : other;
        boolean near = Math.abs(one.begin() - other.begin()) < NEAR;
        return near
                && !Alignment.namesOverlap(one.speaker(), other.speaker())
                && CONTRAST.matcher(later.sentence()).find();
    }

    /** "12 rebel violations" and "30 army violations" are two counts. */
    private static boolean told(Claim one, Claim other) {
        List<String> mine = List.of(one.attribute().toLowerCase(Locale.ROOT).split(" "));
        List<String> theirs = List.of(other.attribute().toLowerCase(Locale.ROOT).split(" "));
        return mine.size() > 1
                && theirs.size() > 1
                && mine.subList(0, mine.size() - 1).stream().noneMatch(theirs::contains);
    }

    /** Whether the sentence counts some of a larger number. */
    boolean parts(String sentence) {
        String words = " " + sentence.toLowerCase(Locale.ROOT) + " ";
        return partitive.stream().anyMatch(words::contains);
    }

    boolean lowers(String sentence) {
        return lowers.get(sentence);
    }

    private boolean tellsLower(String sentence) {
        String words = sentence.toLowerCase(Locale.ROOT);
        return lowering.stream().anyMatch(words::contains);
    }
}
