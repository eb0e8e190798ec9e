package io.deltawire.claim;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One expectation of the suite: see the header of suite.tsv. */
record Expectation(boolean absent, String kind, String subject, String value, List<String> words) {
    static Expectation parse(String text) {
        String rest = text.strip();
        boolean absent = rest.startsWith("!");
        rest = absent ? rest.substring(1) : rest;
        String kind = rest.substring(0, rest.indexOf(' '));
        rest = rest.substring(kind.length() + 1);
        int equals = rest.indexOf('=');
        if (equals < 0) {
            return new Expectation(absent, kind, rest.strip(), "", List.of());
        }
        String subject = rest.substring(0, equals);
        String tail = rest.substring(equals + 1);
        List<String> words = List.of(tail.split(" "));
        // values of several words: "under way", "Mark Rutte"
        int of = 1;
        while (of < words.size() && isValueWord(words.get(of - 1), words.get(of))) {
            of++;
        }
        return new Expectation(
                absent, kind, subject, String.join(" ", words.subList(0, of)), words.subList(of, words.size()));
    }

    /** Values of conditions that are two words. */
    private static final Set<String> STATES =
            Set.of("found alive", "found dead", "held hostage", "at large", "in force", "in contact", "in hospital");

    private static boolean isValueWord(String before, String word) {
        boolean percent = word.equals("%");
        boolean name = !percent
                && Character.isUpperCase(before.charAt(0))
                && Character.isUpperCase(word.charAt(0))
                && !word.equals(word.toUpperCase(Locale.ROOT));
        return before.equals("under")
                || STATES.contains(before + " " + word)
                || name
                || (word.length() == 1 && !percent);
    }

    boolean met(List<Claim> claims) {
        return claims.stream().anyMatch(this::fits) != absent;
    }

    private boolean fits(Claim claim) {
        if (!claim.kind().name().equals(kind) || !claim.subject().equalsIgnoreCase(subject)) {
            return false;
        }
        if (absent) {
            boolean stands = claim.modality() == Modality.HAPPENED || claim.modality() == Modality.PLANNED;
            return stands
                    && !claim.guessed()
                    && !claim.cues().contains(Claim.Cue.HISTORY)
                    && (value.isEmpty() || claim.value().equals(value));
        }
        String all = claim.qualifiers() + " " + claim.hedge() + " " + claim.unit() + " " + claim.modality() + " "
                + claim.cues() + " " + claim.speaker() + " " + claim.attribute();
        return (claim.value().equals(value)
                        || (kind.equals("OFFICE") && claim.value().startsWith(value)))
                && words.stream().allMatch(all::contains);
    }
}
