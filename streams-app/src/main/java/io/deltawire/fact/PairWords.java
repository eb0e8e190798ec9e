package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.text.LinearModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a claim and of a fact beside it, as features of a {@link LinearModel}: what is counted or told of, what else is said of both,
 * and the claim's sentence. What is of one story is left out: ids, holders, days, figures and names around; names within the sentence are words
 * like others. One article; each sentence is read when it is first asked for.
 */
final class PairWords {
    /** Keys at most; what a long sentence has beyond them is left out. */
    private static final int MOST = 250;

    private static final Pattern TOKEN = Pattern.compile("\\p{L}+|\\d[\\d,.]*|[^\\s\\p{L}\\d]");

    /** The claim's own figure in its sentence, any other one, and what the claim is of. */
    private static final String FIGURE = "#!";

    private static final String OTHER_FIGURE = "#";
    private static final String BEARER = "@";

    /** Before an id of a name, "country:fr". */
    private static final char ID = ':';

    private static final List<String> SMALL_NUMBERS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /** Where in a pair a word stands. */
    private enum Part {
        SUBJECT,
        SUBJECT_BEFORE,
        SUBJECTS,
        UNIT,
        VALUE,
        VALUE_BEFORE,
        VALUES,
        BUCKET,
        BUCKET_BEFORE,
        ROLE,
        ROLE_BEFORE,
        ROLE_BOTH,
        AROUND,
        AROUND_BEFORE,
        AROUND_BOTH,
        SUBJECT_AROUND_BOTH,
        TOLD,
        VALUE_TOLD,
        NEXT,
        NEXT_BUT_ONE
    }

    private final Map<Claim, int[]> sentences = new HashMap<>();

    /** Keys of a figure beside one of its story, each once. */
    int[] figure(Claim claim, Slot slot, Slot fact) {
        Keys keys = new Keys(Kind.QUANTITY);
        String mine = Measures.shared().classOf(slot.subject());
        String theirs = Measures.shared().classOf(fact.subject());
        subjects(keys, mine, theirs);
        keys.add(Part.UNIT, claim.unit());
        slots(keys, slot, fact);
        Set<String> around = plain(slot.words());
        Set<String> aroundBefore = plain(fact.words());
        for (String word : around) {
            if (aroundBefore.contains(word)) {
                keys.add(Part.AROUND_BOTH, word);
                keys.add(Part.SUBJECT_AROUND_BOTH, mine, word);
            } else {
                keys.add(Part.AROUND, word);
            }
        }
        keys.addAll(Part.AROUND_BEFORE, without(aroundBefore, around));
        keys.addAll(sentences.computeIfAbsent(claim, PairWords::figureTold));
        return keys.distinct();
    }

    /** Keys of what is no figure beside a fact of its kind, each once. */
    int[] turn(Claim claim, Slot slot, Slot fact, String before) {
        Keys keys = new Keys(claim.kind());
        String after = value(claim.kind(), Agreement.status(claim));
        keys.add(Part.VALUES, value(claim.kind(), before), after);
        keys.add(Part.VALUE, after);
        keys.add(Part.VALUE_BEFORE, value(claim.kind(), before));
        // of a position it is a name
        if (claim.kind() != Kind.POSITION) {
            subjects(keys, slot.subject(), fact.subject());
        }
        slots(keys, slot, fact);
        Set<String> aroundBefore = plain(fact.words());
        for (String word : plain(slot.words())) {
            if (aroundBefore.contains(word)) {
                keys.add(Part.AROUND_BOTH, word);
            }
        }
        keys.addAll(sentences.computeIfAbsent(claim, any -> turnTold(claim, slot)));
        return keys.distinct();
    }

    /** Days and persons are of one story. */
    private static String value(Kind kind, String value) {
        return kind == Kind.STATUS || kind == Kind.POSITION ? value : "";
    }

    private static void subjects(Keys keys, String mine, String theirs) {
        keys.add(Part.SUBJECT, mine);
        keys.add(Part.SUBJECT_BEFORE, theirs);
        keys.add(Part.SUBJECTS, mine, theirs);
    }

    private static void slots(Keys keys, Slot mine, Slot theirs) {
        List<String> bucket = List.of(mine.bucket().split("\\|"));
        List<String> bucketBefore = List.of(theirs.bucket().split("\\|"));
        keys.addAll(Part.BUCKET, without(bucket, bucketBefore));
        keys.addAll(Part.BUCKET_BEFORE, without(bucketBefore, bucket));
        keys.addAll(Part.ROLE, without(mine.loose(), theirs.loose()));
        keys.addAll(Part.ROLE_BEFORE, without(theirs.loose(), mine.loose()));
        for (String role : mine.loose()) {
            if (role.indexOf(ID) < 0 && theirs.loose().contains(role)) {
                keys.add(Part.ROLE_BOTH, role);
            }
        }
    }

    private static List<String> without(Collection<String> all, Collection<String> others) {
        List<String> rest = new ArrayList<>();
        for (String one : all) {
            if (!others.contains(one)) {
                int id = one.indexOf(ID);
                rest.add(id < 0 ? one : one.substring(0, id));
            }
        }
        return rest;
    }

    private static Set<String> plain(Set<String> words) {
        Set<String> plain = new LinkedHashSet<>();
        for (String word : words) {
            if (!word.startsWith("@")) {
                plain.add(word);
            }
        }
        return plain;
    }

    private static int[] figureTold(Claim claim) {
        List<String> tokens = tokens(claim.sentence());
        String digits = claim.value().endsWith(".0")
                ? claim.value().substring(0, claim.value().length() - 2)
                : claim.value();
        tokens.replaceAll(token -> {
            boolean figure = Character.isDigit(token.charAt(0));
            int small = SMALL_NUMBERS.indexOf(token) + 1;
            boolean own = figure
                    ? token.replace(",", "").equals(digits)
                    : Integer.toString(small).equals(digits);
            return !figure && small == 0 ? token : own ? FIGURE : OTHER_FIGURE;
        });
        Keys keys = new Keys(Kind.QUANTITY);
        keys.addAll(Part.TOLD, tokens);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            keys.add(Part.NEXT, tokens.get(i), tokens.get(i + 1));
        }
        nextButOne(keys, tokens, FIGURE);
        return keys.distinct();
    }

    private static int[] turnTold(Claim claim, Slot slot) {
        Set<String> heads = new HashSet<>();
        heads.add(head(slot.subject()));
        slot.values(Slot.WHAT).forEach(what -> heads.add(head(what)));
        heads.removeIf(head -> head.length() < 3);
        List<String> tokens = tokens(claim.sentence());
        Keys keys = new Keys(claim.kind());
        String value = value(claim.kind(), Agreement.status(claim));
        keys.addAll(Part.TOLD, tokens);
        for (String token : tokens) {
            keys.add(Part.VALUE_TOLD, value, token);
        }
        tokens.replaceAll(token -> Character.isDigit(token.charAt(0))
                ? OTHER_FIGURE
                : heads.contains(token)
                                || (token.endsWith("s") && heads.contains(token.substring(0, token.length() - 1)))
                        ? BEARER
                        : token);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).equals(BEARER) || tokens.get(i + 1).equals(BEARER)) {
                keys.add(Part.NEXT, tokens.get(i), tokens.get(i + 1));
            }
        }
        nextButOne(keys, tokens, BEARER);
        return keys.distinct();
    }

    private static void nextButOne(Keys keys, List<String> tokens, String about) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).equals(about) || tokens.get(i + 2).equals(about)) {
                keys.add(Part.NEXT_BUT_ONE, tokens.get(i), tokens.get(i + 2));
            }
        }
    }

    private static List<String> tokens(String sentence) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sentence.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static String head(String noun) {
        return noun.substring(noun.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    /** Keys in the order in which they are added, as far as there is room. */
    private static final class Keys {
        private final int[] keys = new int[MOST];
        private final int kind;
        private int size;

        Keys(Kind kind) {
            this.kind = 31 * kind.name().hashCode();
        }

        void add(Part part, String word) {
            add(part, word.hashCode());
        }

        void add(Part part, String one, String other) {
            add(part, 31 * one.hashCode() + other.hashCode());
        }

        void addAll(Part part, List<String> words) {
            words.forEach(word -> add(part, word));
        }

        void addAll(int[] others) {
            int room = Math.min(others.length, MOST - size);
            System.arraycopy(others, 0, keys, size, room);
            size += room;
        }

        private void add(Part part, int hash) {
            if (size < MOST) {
                keys[size++] = LinearModel.key(kind + part.name().hashCode(), hash);
            }
        }

        int[] distinct() {
            Arrays.sort(keys, 0, size);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (kept == 0 || keys[i] != keys[kept - 1]) {
                    keys[kept++] = keys[i];
                }
            }
            return Arrays.copyOf(keys, kept);
        }
    }
}
