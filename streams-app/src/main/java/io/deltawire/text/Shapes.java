package io.deltawire.text;

/** The shape of a word in few classes: how it is cased, digits, signs. */
public final class Shapes {
    private Shapes() {}

    /** A small number, the same for words of one shape: 0 sign, 1 lower, 2 Capitalised, 3 CAPITALS, 4 mixed, 5 number, 6 letters and digits, 8 initial, 9 dotted. */
    public static int of(String word) {
        int upper = 0;
        int lower = 0;
        int digits = 0;
        int dots = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isUpperCase(c)) {
                upper++;
            } else if (Character.isLetter(c)) {
                lower++;
            } else if (Character.isDigit(c)) {
                digits++;
            } else if (c == '.') {
                dots++;
            }
        }
        if (upper + lower == 0) {
            return digits == 0 ? 0 : 5;
        }
        if (digits > 0) {
            return 6;
        }
        if (upper == 0) {
            return dots > 0 ? 9 : 1;
        }
        boolean first = Character.isUpperCase(word.charAt(0));
        if (dots > 0) {
            return upper == 1 && lower == 0 ? 8 : 10;
        }
        if (lower == 0) {
            return upper == 1 ? 11 : 3;
        }
        return first && upper == 1 ? 2 : 4;
    }
}
