package io.deltawire.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** English base forms: exceptions first, then suffix rules checked against known base forms. Source: WordNet's morphy. */
final class Lemmatizer {
    private final Set<String> nouns = new HashSet<>();
    private final Set<String> verbs = new HashSet<>();
    private final Set<String> adjectives = new HashSet<>();
    private final Map<String, String> nounForms = new HashMap<>();
    private final Map<String, String> verbForms = new HashMap<>();
    private final Map<String, String> adjectiveForms = new HashMap<>();
    private final Map<String, String> clitics = WordList.pairs("en/clitic-lemmas.txt");
    private final Set<String> cliticWords = new HashSet<>();
    private final int longestClitic;
    private final WordCache<String> verbsMet = new WordCache<>(1 << 14, this::verb);
    private final WordCache<String> nounsMet = new WordCache<>(1 << 14, this::noun);

    Lemmatizer() {
        clitics.keySet().forEach(key -> cliticWords.add(key.substring(0, key.indexOf('/'))));
        longestClitic = cliticWords.stream().mapToInt(String::length).max().orElse(0);
        for (String line : WordList.lines("en/lemmas.txt.gz")) {
            String[] parts = line.split(" ");
            switch (parts[0]) {
                case "n" -> nouns.add(parts[1]);
                case "v" -> verbs.add(parts[1]);
                case "a" -> adjectives.add(parts[1]);
                case "N" -> nounForms.putIfAbsent(parts[1], parts[2]);
                case "V" -> verbForms.putIfAbsent(parts[1], parts[2]);
                default -> adjectiveForms.putIfAbsent(parts[1], parts[2]);
            }
        }
    }

    /** @param pos Penn Treebank part of speech; "" when unknown, then the likeliest reading is taken */
    String lemma(String lower, String pos) {
        String clitic =
                lower.length() <= longestClitic && cliticWords.contains(lower) ? clitics.get(lower + "/" + pos) : null;
        if (clitic != null) {
            return clitic;
        }
        if (pos.isEmpty()) {
            return unknown(lower);
        }
        return switch (pos.charAt(0)) {
            case 'V' -> pos.length() == 2 && verbs.contains(lower) ? lower : verbsMet.get(lower);
            case 'N' -> pos.equals("NNS") || pos.equals("NNPS") ? nounsMet.get(lower) : lower;
            case 'J', 'R' -> pos.endsWith("R") || pos.endsWith("S") ? adjective(lower) : lower;
            default -> lower;
        };
    }

    private String unknown(String lower) {
        if (verbs.contains(lower) && !verbForms.containsKey(lower)) {
            return lower;
        }
        String verb = verb(lower);
        return verb.equals(lower) ? noun(lower) : verb;
    }

    private String verb(String lower) {
        String exception = verbForms.get(lower);
        if (exception != null) {
            return exception;
        }
        int length = lower.length();
        if (length < 4) {
            return lower;
        }
        String found = lower;
        if (lower.endsWith("ies") || lower.endsWith("ied")) {
            found = known(verbs, lower, lower.substring(0, length - 3) + "y", lower.substring(0, length - 1));
        } else if (lower.endsWith("s") && !lower.endsWith("ss")) {
            found = known(verbs, lower, lower.substring(0, length - 1), lower.substring(0, length - 2));
        } else if (lower.endsWith("ed")) {
            found = stem(lower, length - 2);
        } else if (lower.endsWith("ing")) {
            found = stem(lower, length - 3);
        }
        return found;
    }

    private String stem(String lower, int cut) {
        String stem = lower.substring(0, cut);
        if (cut > 2 && stem.charAt(cut - 1) == stem.charAt(cut - 2)) {
            return known(verbs, lower, stem, stem.substring(0, cut - 1), stem + "e");
        }
        return known(verbs, lower, stem + "e", stem);
    }

    private String noun(String lower) {
        String exception = nounForms.get(lower);
        int length = lower.length();
        if (exception != null) {
            return exception;
        }
        if (length < 4 || (!lower.endsWith("s") && !lower.endsWith("men")) || nouns.contains(lower)) {
            return lower;
        }
        if (lower.endsWith("men")) {
            return known(nouns, lower, lower.substring(0, length - 3) + "man");
        }
        if (lower.endsWith("ss") || lower.endsWith("us") || lower.endsWith("is")) {
            return lower;
        }
        String stem = lower.substring(0, length - 1);
        if (lower.endsWith("ies")) {
            return known(nouns, lower.substring(0, length - 3) + "y", stem);
        }
        return lower.endsWith("es") ? known(nouns, stem, stem, lower.substring(0, length - 2)) : stem;
    }

    private String adjective(String lower) {
        String exception = adjectiveForms.get(lower);
        if (exception != null) {
            return exception;
        }
        int cut = lower.endsWith("er") ? 2 : lower.endsWith("est") ? 3 : 0;
        int length = lower.length() - cut;
        if (cut == 0 || length < 2) {
            return lower;
        }
        String stem = lower.substring(0, length);
        String single = stem.substring(0, length - 1);
        String withY = stem.endsWith("i") ? single + "y" : stem;
        return known(adjectives, lower, withY, stem + "e", stem, single);
    }

    private static String known(Set<String> bases, String otherwise, String... candidates) {
        for (String candidate : candidates) {
            if (bases.contains(candidate)) {
                return candidate;
            }
        }
        return otherwise;
    }
}
