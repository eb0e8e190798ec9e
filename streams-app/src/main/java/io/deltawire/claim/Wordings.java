package io.deltawire.claim;

import io.deltawire.text.NumberValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /**
     * One way to say it: the words before the figure, nearest last, and those behind it.
     *
     * @param counts position in {@link #kinds} of what the figure must count
     * @param words how many, those that may be any left out
     */
    private record Wording(
            String measure, int counts, List<Word> before, List<Word> behind, int words, boolean negates) {
        static Wording of(String measure, int counts, List<String> before, List<String> behind) {
            int words = before.size() + behind.size() - reaches(before) - reaches(behind);
            boolean negates = before.contains("not") || behind.contains("not") || before.contains("yet");
            return new Wording(
                    measure,
                    counts,
                    before.stream().map(Word::of).toList(),
                    behind.stream().map(Word::of).toList(),
                    words,
                    negates);
        }

        /** The word nearest the figure, behind it if there is one: where it is not near the figure, the wording is not there. */
        Word anchor() {
            for (Word word : behind) {
                if (!word.reach()) {
                    return word;
                }
            }
            Word last = before.get(before.size() - 1);
            return last.reach() ? before.get(before.size() - 2) : last;
        }

        private static int reaches(List<String> words) {
            return (int) words.stream().filter(REACH::equals).count();
        }
    }

    /**
     * One word of a wording.
     *
     * @param verbs class of verbs that it may be of; "" for a word of its own
     * @param lemmas forms that a word's lemma may have
     * @param forms forms that the word itself may have
     * @param bits by hash of all these: most words have none of them
     */
    private record Word(boolean reach, String verbs, Set<String> lemmas, Set<String> forms, long bits) {
        static Word of(String pattern) {
            if (pattern.startsWith("<")) {
                return new Word(false, pattern.substring(1, pattern.length() - 1), Set.of(), Set.of(), 0);
            }
            Set<String> lemmas = new HashSet<>(List.of(pattern.split("/")));
            Set<String> forms = new HashSet<>(lemmas);
            for (String lemma : lemmas) {
                // A participle that the tagger took for an adjective.
                forms.add(lemma + "ed");
                forms.add(lemma + "d");
                if (lemma.equals("not")) {
                    forms.add("n't");
                }
            }
            return new Word(
                    pattern.equals(REACH),
                    "",
                    Set.of(lemmas.stream().map(String::intern).toArray(String[]::new)),
                    Set.of(forms.stream().map(String::intern).toArray(String[]::new)),
                    forms.stream().mapToLong(Word::bit).reduce(0, (a, b) -> a | b));
        }

        private static long bit(String word) {
            return 1L << ((word.hashCode() * 0x9E3779B9) >>> 26);
        }

        boolean is(Reading reading, Lexicons lexicons, int t) {
            String lemma = reading.lemma(t);
            if (!verbs.isEmpty()) {
                return lexicons.verbs().is(lemma, verbs);
            }
            String lower = reading.lower(t);
            return (bits & (bit(lemma) | bit(lower))) != 0 && (lemmas.contains(lemma) || forms.contains(lower));
        }
    }

    /** A measure told in other words; {@code negates} when the wording itself holds the negation. */
    record Found(String measure, boolean negates, boolean nounOnly) {}

    private final List<Wording> wordings = new ArrayList<>();

    /** What figures of wordings count, see {@link #counts}. */
    private final List<String> kinds = new ArrayList<>();

    /** Positions of wordings by what their anchors may be: lemmas, forms, and classes of verbs. */
    private final Map<String, BitSet> byLemma = new HashMap<>();

    private final Map<String, BitSet> byForm = new HashMap<>();
    private final Map<String, BitSet> byVerbs = new HashMap<>();

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
        if (!kinds.contains(counts)) {
            kinds.add(counts);
        }
        Wording wording = Wording.of(
                measure, kinds.indexOf(counts), words.subList(0, figure), words.subList(figure + 1, words.size()));
        int position = wordings.size();
        wordings.add(wording);
        Word anchor = wording.anchor();
        if (anchor.verbs().isEmpty()) {
            anchor.lemmas().forEach(lemma -> at(byLemma, lemma).set(position));
            anchor.forms().forEach(form -> at(byForm, form).set(position));
        } else {
            at(byVerbs, anchor.verbs()).set(position);
        }
    }

    private static BitSet at(Map<String, BitSet> index, String key) {
        return index.computeIfAbsent(key, k -> new BitSet());
    }

    /** Whether a word as it stands may be an anchor. */
    boolean mayBeForm(String lower) {
        return byForm.containsKey(lower);
    }

    /** Whether a base form may be an anchor. */
    boolean mayBeBase(Lexicons lexicons, String lemma) {
        return byLemma.containsKey(lemma)
                || lexicons.verbs().classes(lemma).stream().anyMatch(byVerbs::containsKey);
    }

    /** Positions of wordings whose anchors are among the words from one to the other, that one left out, or are the head. */
    private BitSet near(Reading reading, Lexicons lexicons, int from, int end, int head) {
        BitSet found = new BitSet(wordings.size());
        for (int t = from; t < end; t++) {
            add(reading, lexicons, t, found);
        }
        if (head < from || head >= end) {
            add(reading, lexicons, head, found);
        }
        return found;
    }

    private void add(Reading reading, Lexicons lexicons, int t, BitSet found) {
        if (reading.marked(t, Marks.WORDING)) {
            found.or(reading.anchored(t, token -> anchored(reading, lexicons, token)));
        }
    }

    /** Positions of wordings whose anchor a token may be. */
    private BitSet anchored(Reading reading, Lexicons lexicons, int t) {
        BitSet found = new BitSet();
        or(byLemma.get(reading.lemma(t)), found);
        or(byForm.get(reading.lower(t)), found);
        for (String verbs : lexicons.verbs().classes(reading.lemma(t))) {
            or(byVerbs.get(verbs), found);
        }
        return found;
    }

    private static void or(@Nullable BitSet more, BitSet found) {
        if (more != null) {
            found.or(more);
        }
    }

    @Nullable
    Found of(Reading reading, Lexicons lexicons, Frames frames, Chunk chunk, NumberValue number) {
        Wording best = null;
        boolean nounOnly = false;
        int first = Math.min(chunk.first(), number.firstToken());
        boolean whole = number.use() == NumberValue.Use.COUNT;
        // "a 6 percent pay rise": what the figure is of stands in the same group
        int end = whole ? Math.max(chunk.end(), number.endToken()) : number.endToken();
        // By position of what the wordings count: whether this figure does, 0 where not asked yet.
        byte[] counts = new byte[kinds.size()];
        int low = frames.sentence().firstToken();
        int high = frames.sentence().endToken();
        BitSet near = near(reading, lexicons, Math.max(low, first - FAR - 1), Math.min(high, end + FAR), chunk.head());
        for (int position = near.nextSetBit(0); position >= 0; position = near.nextSetBit(position + 1)) {
            Wording wording = wordings.get(position);
            if (best != null && wording.words() <= best.words()) {
                continue;
            }
            int kind = wording.counts();
            if (counts[kind] == 0) {
                counts[kind] = (byte) (counts(kinds.get(kind), reading, lexicons, chunk, number) ? 1 : 2);
            }
            if (counts[kind] == 1) {
                boolean own = wording.behind().size() == 1 && wording.before().isEmpty();
                boolean head = own
                        && wording.behind().get(0).is(reading, lexicons, chunk.head())
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

    private static boolean behind(List<Word> words, Reading reading, Lexicons lexicons, int from, int end) {
        int at = from;
        boolean far = false;
        for (Word word : words) {
            if (word.reach()) {
                far = true;
                continue;
            }
            int found = -1;
            for (int t = at; t < Math.min(end, at + (far ? FAR : NEAR)); t++) {
                if (word.is(reading, lexicons, t)) {
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

    private static boolean before(List<Word> words, Reading reading, Lexicons lexicons, int from, int low) {
        int at = from - 1;
        boolean far = false;
        for (int w = words.size() - 1; w >= 0; w--) {
            if (words.get(w).reach()) {
                far = true;
                continue;
            }
            int found = -1;
            for (int t = at; t >= Math.max(low, at - (far ? FAR : NEAR)); t--) {
                if (words.get(w).is(reading, lexicons, t)) {
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
}
