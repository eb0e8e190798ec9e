package io.deltawire.text;

import java.lang.Character.UnicodeScript;

/** What is a word where writing has no spaces, and what belongs to a word. */
final class Scripts {
    private Scripts() {}

    /** Scripts written without spaces: each character is a token of its own, for want of a dictionary. */
    static boolean standsAlone(int point) {
        boolean thai = point >= 0x0E00 && point < 0x0E80;
        if (!thai && point < 0x2E80) {
            return false; // below the first sign of Chinese; quotes and dashes are asked for often
        }
        UnicodeScript script = UnicodeScript.of(point);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || (script == UnicodeScript.THAI && Character.isLetter(point));
    }

    /** Letters, digits and the marks that combine with them. */
    static boolean isWordPart(int point) {
        if (point < 0x80) {
            return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9');
        }
        if (Character.isLetterOrDigit(point)) {
            return true;
        }
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || point == 0x200C;
    }

    /** Language of a text whose writing alone tells it: Japanese, Korean, Chinese; else "". */
    static String language(CharSequence text) {
        int kana = 0;
        int han = 0;
        int hangul = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            kana += c >= 0x3040 && c <= 0x30FF ? 1 : 0;
            han += c >= 0x4E00 && c <= 0x9FFF ? 1 : 0;
            hangul += c >= 0xAC00 && c <= 0xD7A3 ? 1 : 0;
        }
        if (2 * (kana + han + hangul) < text.length()) {
            return "";
        }
        return hangul > han + kana ? "ko" : 10 * kana > han ? "ja" : "zh";
    }
}
