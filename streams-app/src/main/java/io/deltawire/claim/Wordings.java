package io.deltawire.claim;

import io.deltawire.text.NumberValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Other words for a measure: "ordered out of their homes" for evacuated, "took part" for a crowd. From wordings.tsv. */
final class Wordings {
    private static final int NEAR = 6;
    private static final int FAR = 8;
    private static final String FIGURE = "#";
    private static final String REACH = "...";
    private static final Set<String> AUXILIARY = Set.of("be", "have", "get", "do", "will", "may", "can");
    private static final Set<String> STOP = Set.of(";", ":", "and", "but", "while", "(", ")", "\"");

    /** One way to say it: the words before the figure, nearest last, and those behind it. */
    private record Wording(String measure, String counts, List<String> before, List<String> behind) {
        int words() {
            return before.size() + behind.size() - reaches(before) - reaches(behind);
        }

        private static int reaches(List<String> words) {
            return (int) words.stream().filter(REACH::equals).count();
        }

        boolean negates() {
            return before.contains("not") || behind.contains("not") || before.contains("yet");
        }
    }

    /** A measure told in other words; {@code negates} when the wording itself holds the negation. */
    record Found(String measure, boolean negates, boolean nounOnly) {}

    private final List<Wording> wordings = new ArrayList<>();

    /** @throws IllegalStateException when the resource is missing or malformed */
    static Wordings load() {
        Wordings loaded = new Wordings();
        for (String line : Lexicon.lines("wordings")) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 3) {
                throw new IllegalStateException("wordings.tsv: " + line);
            }
            for (String wording : cells[2].split(",")) {
                loaded.add(cells[0], cells[1], List.of(wording.strip().split(" +")));
            }
        }
        return loaded;
    }

    private void add(String measure, String counts, List<String> words) {
        int figure = words.indexOf(FIGURE);
        if (figure < 0 || words.size() < 2) {
            throw new IllegalStateException("wordings.tsv: no figure or no word in " + words);
        }
        wordings.add(new Wording(measure, counts, words.subList(0, figure), words.subList(figure + 1, words.size())));
    }

    @Nullable
    Found of(Reading reading, Lexicons lexicons, Frames frames, Chunk chunk, NumberValue number) {
        Wording best = null;
        boolean nounOnly = false;
        int first = Math.min(chunk.first(), number.firstToken());
        int end = Math.max(chunk.end(), number.endToken());
        for (Wording wording : wordings) {
            if ((best == null || wording.words() > best.words())
                    && counts(wording.counts(), reading, lexicons, chunk, number)) {
                int low = frames.sentence().firstToken();
                int high = frames.sentence().endToken();
                boolean own = wording.behind().size() == 1 && wording.before().isEmpty();
                boolean head = own
                        && word(wording.behind().get(0), reading, lexicons, chunk.head())
                        && chunk.head() >= number.endToken();
                boolean met = head
                        || (before(wording.before(), reading, lexicons, first, low)
                                && behind(wording.behind(), reading, lexicons, end, high));
                nounOnly = met ? head : nounOnly;
                best = met ? wording : best;
            }
        }
        return best == null ? null : new Found(best.measure(), best.negates(), nounOnly);
    }

    private static boolean counts(String kind, Reading reading, Lexicons lexicons, Chunk chunk, NumberValue number) {
        boolean bare = number.endToken() >= chunk.end();
        String head = bare ? "" : reading.lemma(chunk.head());
        NumberValue.Use use = number.use();
        return switch (kind) {
            case "money" -> use == NumberValue.Use.MONEY;
            case "percent" -> use == NumberValue.Use.PERCENT;
            case "bare" ->
                bare
                        && (use == NumberValue.Use.COUNT
                                || use == NumberValue.Use.LABEL
                                || use == NumberValue.Use.MEASURE);
            case "count" -> use == NumberValue.Use.COUNT;
            case "person" ->
                use == NumberValue.Use.COUNT
                        && (bare
                                || lexicons.persons().has(head)
                                || lexicons.counted().is(head, "person"));
            default ->
                (use == NumberValue.Use.COUNT || use == NumberValue.Use.MEASURE)
                        && (lexicons.counted().is(head, kind)
                                || lexicons.counted().is(number.unit().toLowerCase(Locale.ROOT), kind));
        };
    }

    private static boolean behind(List<String> words, Reading reading, Lexicons lexicons, int from, int end) {
        int at = from;
        boolean far = false;
        for (String word : words) {
            if (word.equals(REACH)) {
                far = true;
                continue;
            }
            int found = -1;
            for (int t = at; t < Math.min(end, at + (far ? FAR : NEAR)); t++) {
                if (word(word, reading, lexicons, t)) {
                    found = t;
                    break;
                }
                if (!(far ? free(reading, t) : passes(reading, t))) {
                    break;
                }
            }
            if (found < 0) {
                return false;
            }
            at = found + 1;
            far = false;
        }
        return true;
    }

    private static boolean before(List<String> words, Reading reading, Lexicons lexicons, int from, int low) {
        int at = from - 1;
        boolean far = false;
        for (int w = words.size() - 1; w >= 0; w--) {
            if (words.get(w).equals(REACH)) {
                far = true;
                continue;
            }
            int found = -1;
            for (int t = at; t >= Math.max(low, at - (far ? FAR : NEAR)); t--) {
                if (word(words.get(w), reading, lexicons, t)) {
                    found = t;
                    break;
                }
                if (!(far ? free(reading, t) : passes(reading, t))) {
                    break;
                }
            }
            if (found < 0) {
                return false;
            }
            at = found - 1;
            far = false;
        }
        return true;
    }

    /** Words that may stand between any two of a wording. */
    private static boolean passes(Reading reading, int t) {
        String pos = reading.pos(t);
        return pos.startsWith("RB")
                || pos.equals("MD")
                || pos.equals("DT")
                || pos.equals("PRP$")
                || pos.startsWith("JJ")
                || (pos.startsWith("VB") && AUXILIARY.contains(reading.lemma(t)));
    }

    private static boolean free(Reading reading, int t) {
        return !STOP.contains(reading.lower(t));
    }

    private static boolean word(String pattern, Reading reading, Lexicons lexicons, int t) {
        String lemma = reading.lemma(t);
        String lower = reading.lower(t);
        if (pattern.startsWith("<")) {
            return lexicons.verbs().is(lemma, pattern.substring(1, pattern.length() - 1));
        }
        for (String alternative : pattern.split("/")) {
            if (alternative.equals(lemma)
                    || alternative.equals(lower)
                    || lower.equals(alternative + "ed") // a participle that the tagger took for an adjective
                    || lower.equals(alternative + "d")
                    || (alternative.equals("not") && lower.equals("n't"))) {
                return true;
            }
        }
        return false;
    }
}
