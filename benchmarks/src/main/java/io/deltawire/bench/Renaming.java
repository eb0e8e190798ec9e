package io.deltawire.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a text of other people, places and figures: names become made-up names, larger numbers others, all else stays. The same
 * seed renames alike, so that articles of one story stay articles of one story.
 */
final class Renaming {
    private static final Pattern WORD = Pattern.compile("\\p{L}+|\\d+");
    private static final Set<String> CALENDAR = Set.of(
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
            "I",
            "Mr",
            "Mrs",
            "Ms",
            "Dr");
    private static final String[] SYLLABLES = {
        "ba", "cor", "da", "el", "fen", "gar", "hol", "is", "jan", "ka", "lo", "mar", "nor", "os", "pe", "quin", "ras",
        "sel", "tor", "ul", "ver", "wen", "yor", "zan"
    };
    private static final int LEAST_NUMBER = 20;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final Set<String> names;
    private final SplittableRandom random;
    private final Map<String, String> renamed = new HashMap<>();

    private Renaming(Set<String> names, long seed) {
        this.names = names;
        this.random = new SplittableRandom(seed);
    }

    /** Words of the texts that are written with a capital inside sentences, and never without. */
    static Set<String> names(Iterable<String> texts) {
        Set<String> capitals = new HashSet<>();
        Set<String> lower = new HashSet<>();
        for (String text : texts) {
            Matcher word = WORD.matcher(text);
            while (word.find()) {
                String found = word.group();
                if (!Character.isUpperCase(found.charAt(0))) {
                    lower.add(found);
                } else if (word.start() > 1 && Character.isLowerCase(text.charAt(word.start() - 2))) {
                    capitals.add(found);
                }
            }
        }
        capitals.removeIf(word -> word.length() < 3
                || CALENDAR.contains(word)
                || lower.contains(Character.toLowerCase(word.charAt(0)) + word.substring(1)));
        return capitals;
    }

    static Renaming of(Set<String> names, long seed) {
        return new Renaming(names, seed);
    }

    String apply(String text) {
        return WORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(rename(found.group())));
    }

    private String rename(String word) {
        if (names.contains(word)) {
            return renamed.computeIfAbsent(word, name -> invented());
        }
        if (Character.isDigit(word.charAt(0)) && word.length() < 6) {
            int number = Integer.parseInt(word);
            boolean year = number >= FIRST_YEAR && number <= LAST_YEAR;
            return number < LEAST_NUMBER || year
                    ? word
                    : renamed.computeIfAbsent(word, n -> Integer.toString(number + 1 + random.nextInt(number)));
        }
        return word;
    }

    private String invented() {
        StringBuilder name = new StringBuilder();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            name.append(List.of(SYLLABLES).get(random.nextInt(SYLLABLES.length)));
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }
}
