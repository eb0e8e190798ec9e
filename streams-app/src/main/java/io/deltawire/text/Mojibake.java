package io.deltawire.text;

/** Undoes UTF-8 that was read as windows-1252 or Latin-1, once or several times over: "â€™" → "’", "Ã©" → "é". */
final class Mojibake {
    /** What bytes 0x80 to 0x9F mean in windows-1252; the five unused ones stand for themselves. */
    static final String WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private Mojibake() {}

    static String mend(String text) {
        boolean suspicious = false;
        for (int i = 0; i < text.length() && !suspicious; i++) {
            suspicious = width(text.charAt(i)) > 0;
        }
        if (!suspicious) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(text.charAt(i));
            boolean again = true;
            while (again) {
                again = mendEnd(out);
            }
        }
        return out.toString();
    }

    /** Decodes the last two, three or four characters if they are such a sequence, and says whether. */
    static boolean mendEnd(StringBuilder out) {
        for (int length = 2; length <= 4 && length <= out.length(); length++) {
            int inner = byteOf(out.charAt(out.length() - length + 1));
            if (inner < 0x80 || inner > 0xBF) {
                return false;
            }
            if (width(out.charAt(out.length() - length)) == length && decode(out, length)) {
                return true;
            }
        }
        return false;
    }

    /** How many bytes a sequence with this lead has; 0 for leads whose pairs occur in honest text of Europe's languages. */
    private static int width(char lead) {
        return switch (lead) {
            case 'Â', 'Ã', 'Ä', 'Å' -> 2;
            case 'â' -> 3;
            case 'ð' -> 4;
            default -> 0;
        };
    }

    private static boolean decode(StringBuilder out, int length) {
        int from = out.length() - length;
        int point = byteOf(out.charAt(from)) & (0x7F >> length);
        for (int i = 1; i < length; i++) {
            int value = byteOf(out.charAt(from + i));
            if (value < 0x80 || value > 0xBF) {
                return false;
            }
            point = point << 6 | (value & 0x3F);
        }
        int smallest = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
        if (point < smallest || point > Character.MAX_CODE_POINT || (point >= 0xD800 && point <= 0xDFFF)) {
            return false;
        }
        out.setLength(from);
        out.appendCodePoint(point);
        return true;
    }

    private static int byteOf(char c) {
        if (c >= 0x80 && c <= 0xFF) {
            return c;
        }
        int index = c < 0x80 ? -1 : WINDOWS_1252.indexOf(c);
        return index < 0 ? -1 : index + 0x80;
    }
}
