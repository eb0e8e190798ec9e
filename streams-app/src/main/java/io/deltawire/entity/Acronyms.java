package io.deltawire.entity;

import io.deltawire.text.Token;
import java.util.List;

/** Capitals in brackets and the names they stand for: "Movement for Democratic Change (MDC)". */
final class Acronyms {
    /** First token of a name that an acronym in brackets stands for. */
    static final int FIRST = 1;

    /** Further tokens of such a name. */
    static final int INSIDE = 2;

    /** An acronym whose letters begin the words before it. */
    static final int SHORT = 3;

    /** Other capitals in brackets. */
    static final int BRACKETED = 4;

    private static final int CAPITALS = 3;
    private static final int LONGEST = 12;
    private static final int[] NONE = {};

    private Acronyms() {}

    /**
     * What each token is, 0 being none of these.
     *
     * @param shape as of {@link io.deltawire.text.Shapes}
     */
    static int[] of(List<Token> tokens, int[] shape) {
        int[] found = NONE;
        for (int i = 1; i + 2 < shape.length; i++) {
            if (shape[i] == 0
                    && shape[i + 1] == CAPITALS
                    && tokens.get(i).text().equals("(")) {
                found = found == NONE ? new int[shape.length] : found;
                int first = first(tokens, i, tokens.get(i + 1).text());
                found[i + 1] = first < 0 ? BRACKETED : SHORT;
                for (int j = first; first >= 0 && j < i; j++) {
                    found[j] = j == first ? FIRST : INSIDE;
                }
            }
        }
        return found;
    }

    /** First of the words before a bracket that the letters stand for, or -1; small words may be left out. */
    private static int first(List<Token> tokens, int bracket, String letters) {
        int left = letters.length() - 1;
        int at = bracket - 1;
        for (; at >= 0 && left >= 0 && bracket - at <= LONGEST; at--) {
            char initial = tokens.get(at).text().charAt(0);
            if (initial == letters.charAt(left)) {
                left--;
            } else if (!Character.isLowerCase(initial)) {
                return -1;
            }
        }
        return left < 0 ? at + 1 : -1;
    }
}
