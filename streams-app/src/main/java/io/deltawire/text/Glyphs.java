package io.deltawire.text;

/** What single characters are written as in clean text. */
final class Glyphs {
    /** Stands for a character that is dropped. */
    static final char NOTHING = 0;

    private Glyphs() {}

    /** The plain form of a character: one space, one apostrophe, one hyphen; directed double quotes and dashes stay. */
    static char normal(char c) {
        if (c < 0x7F) {
            return c == '\t' ? ' ' : c == '\r' || c == '\f' || c == 0x0B ? '\n' : c < ' ' && c != '\n' ? NOTHING : c;
        }
        return switch (c) {
            case '’', '‛', 'ʼ', '´', '\u2032' -> '\'';
            case '„', '‟' -> '“';
            case '‐', '\u2011', '⁃', '−' -> '-';
            case '‒' -> '–';
            case '―' -> '—';
            case '\u2028', '\u2029' -> '\n';
            case '\u00A0', '\u1680', '\u202F', '\u205F', '\u3000' -> ' ';
            // Zero-width joiners matter to emoji and to Indic and Persian script: they stay.
            case '\u00AD', '\u200B', '\u200E', '\u200F', '\u2060', '\uFEFF', '\uFFFE', '\uFFFF' -> NOTHING;
            default -> {
                if (c >= 0x80 && c <= 0x9F) {
                    char meant = Mojibake.WINDOWS_1252.charAt(c - 0x80);
                    yield meant == c ? NOTHING : normal(meant);
                }
                if (c >= 0x2000 && c <= 0x200A) {
                    yield ' ';
                }
                boolean bidi = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
                yield c == 0x7F || bidi || Character.getType(c) == Character.UNASSIGNED ? NOTHING : c;
            }
        };
    }
}
