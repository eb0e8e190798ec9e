package io.deltawire.text;

import java.lang.Character.UnicodeScript;

/** What is a word where writing has no spaces, and what belongs to a word. */
final class Scripts {
    private Scripts() {}

    /** Scripts written without spaces: each character is a token of its own, for want of a dictionary. */
    static boolean standsAlone(int point) {
        if (point < 0x0E00) {
            return false;
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
}
