package io.deltawire.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells the language of a text from its letter groups. What the source declares, and English among the rest, is believed unless the text speaks
 * clearly against it, so that a headline of names is not taken for a foreign one.
 *
 * <p>Source: W. Cavnar and J. Trenkle, N-gram-based text categorization, 1994; here naive Bayes over groups of one to three characters.
 */
final class LanguageDetector {
    private static final int SAMPLE = 1_000;
    private static final int FEWEST_LETTERS = 12;
    /** Head start in log probability of the declared language, and of English when none is declared. */
    private static final float DECLARED = 16;

    private static final float ENGLISH = 8;

    /** After how many letters to look whether the language is clear. */
    private static final int GLANCE = 50;

    /** Lead in log probability that decides at once: well above any head start. */
    private static final float CLEAR = 3 * DECLARED;

    /** In shorter texts the head start counts for more: a headline is half names. */
    private static final float SHORT = 100;

    /** Groups overlap: a letter is seen about six times, and neighbours tell the same. */
    private static final float INDEPENDENT = 0.2f;

    /** Share, of 100,000, that a group has where it is not among the most frequent ones. */
    private static final float RARE = 12;

    private static final String ENGLISH_CODE = "en";

    /** Words that are common in English and not in the other languages told apart here. */
    private static final Set<String> LITTLE =
            Set.of("the", "The", "and", "that", "with", "from", "this", "This", "they", "They", "were", "been", "his");

    /** Of so many characters so many words must be {@link #LITTLE}; in 12,000 labelled articles that and the groups said the same. */
    private static final int BEGINNING = 400;

    private static final int PLENTY = 5;

    private final List<String> codes = new ArrayList<>();

    /** Open addressing: groups as numbers, and beside them the row of a group in {@link #shares}, counted from 1; 0 for none. */
    private final int[] groups;

    private final int[] rows;
    private final float[][] shares;
    private final float[] nothing;

    LanguageDetector() {
        List<String> lines = WordList.lines("language-profiles.txt.gz");
        for (String line : lines) {
            String code = line.substring(0, 2);
            if (!codes.contains(code)) {
                codes.add(code);
            }
        }
        Map<Integer, float[]> byGroup = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split(" ");
            float[] logs =
                    byGroup.computeIfAbsent(group(parts[1], 0, parts[1].length()), key -> new float[codes.size()]);
            logs[codes.indexOf(parts[0])] = (float) Math.log(Math.max(1, Float.parseFloat(parts[2]) / RARE));
        }
        shares = byGroup.values().toArray(new float[0][]);
        nothing = new float[codes.size()];
        groups = new int[Integer.highestOneBit(shares.length) * 4];
        rows = new int[groups.length];
        int row = 0;
        for (int group : byGroup.keySet()) {
            int slot = slot(group);
            groups[slot] = group;
            rows[slot] = ++row;
        }
    }

    /** Where a group is, or would be. */
    private int slot(int group) {
        int slot = (group ^ group >>> 15) & (groups.length - 1);
        while (rows[slot] != 0 && groups[slot] != group) {
            slot = (slot + 1) & (groups.length - 1);
        }
        return slot;
    }

    /** Whether a text begins with so many of the little words of English that its letter groups need not be asked. */
    private static boolean isPlainEnglish(String text) {
        int found = 0;
        int begin = 0;
        int end = Math.min(text.length(), BEGINNING);
        for (int i = 0; i < end; i++) {
            if (!Character.isLetter(text.charAt(i))) {
                boolean little = i - begin > 1 && i - begin < 5 && LITTLE.contains(text.substring(begin, i));
                if (little && ++found == PLENTY) {
                    return true;
                }
                begin = i + 1;
            }
        }
        return false;
    }

    /** @param declared ISO 639 code the source gives, with or without a region, or "" */
    String detect(String text, String declared) {
        String hint = declared.length() >= 2 ? declared.substring(0, 2).toLowerCase(Locale.ROOT) : "";
        if ((hint.isEmpty() || hint.equals(ENGLISH_CODE)) && isPlainEnglish(text)) {
            return ENGLISH_CODE;
        }
        String sample = sample(text);
        if (sample.length() < FEWEST_LETTERS) {
            return hint.isEmpty() ? "en" : hint;
        }
        String byScript = Scripts.language(sample);
        if (!byScript.isEmpty()) {
            return byScript;
        }
        float[] scores = new float[codes.size()];
        for (int i = 0; i < sample.length(); i++) {
            if (i > 0 && i % GLANCE == 0 && isClear(scores)) {
                break;
            }
            add(scores, shares(sample, i, 1), shares(sample, i, 2), shares(sample, i, 3));
        }
        int best = 0;
        float sureness = Math.max(1, SHORT / sample.length());
        for (int k = 0; k < scores.length; k++) {
            String code = codes.get(k);
            float prior = code.equals(hint) ? DECLARED : hint.isEmpty() && code.equals("en") ? ENGLISH : 0;
            scores[k] = scores[k] * INDEPENDENT + prior * sureness;
            best = scores[k] > scores[best] ? k : best;
        }
        boolean unknownHint = !hint.isEmpty() && !codes.contains(hint);
        return scores[best] <= 0 || unknownHint ? (hint.isEmpty() ? "en" : hint) : codes.get(best);
    }

    /** Whether one language is so far ahead that what is left of the sample will not turn it. */
    private static boolean isClear(float[] scores) {
        float best = 0;
        float second = 0;
        for (float score : scores) {
            second = score > best ? best : Math.max(second, score);
            best = Math.max(best, score);
        }
        return (best - second) * INDEPENDENT > CLEAR;
    }

    /** What the group says for each language; nothing when it is unknown or goes beyond the end. */
    private float[] shares(String sample, int from, int length) {
        int row = from + length <= sample.length() ? rows[slot(group(sample, from, from + length))] : 0;
        return row > 0 ? shares[row - 1] : nothing;
    }

    /** In one pass, and always in this order: sums of floating point depend on it. */
    private static void add(float[] scores, float[] one, float[] two, float[] three) {
        for (int k = 0; k < scores.length; k++) {
            scores[k] = scores[k] + one[k] + two[k] + three[k];
        }
    }

    /** Letters in lower case, words parted by one "_". */
    private static String sample(String text) {
        StringBuilder sample = new StringBuilder("_");
        for (int i = 0; i < text.length() && sample.length() < SAMPLE; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                sample.append(Character.toLowerCase(c));
            } else if (sample.charAt(sample.length() - 1) != '_') {
                sample.append('_');
            }
        }
        return sample.toString();
    }

    private static int group(CharSequence text, int from, int to) {
        int h = to - from;
        for (int i = from; i < to; i++) {
            h = h * 65_599 + text.charAt(i);
        }
        return h;
    }
}
