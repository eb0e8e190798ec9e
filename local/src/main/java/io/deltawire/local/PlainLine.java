package io.deltawire.local;

import java.util.regex.Pattern;

/**
 * Makes text from articles fit to print on a terminal: one line, without control and format characters (an escape sequence
 * in an article must not drive the reader's terminal, nor a direction override reorder the line), cut at a width.
 */
final class PlainLine {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]+");
    private static final Pattern SPACES = Pattern.compile("\\p{Z}+");

    private PlainLine() {}

    /** {@code text} on one line, everything unprintable and every run of white space turned into one space. */
    static String of(CharSequence text) {
        String printable = UNPRINTABLE.matcher(text).replaceAll(" ");
        return SPACES.matcher(printable).replaceAll(" ").strip();
    }

    /**
     * The same, no longer than {@code width} characters, with an ellipsis where it was cut.
     *
     * @param width at least 1
     */
    static String of(CharSequence text, int width) {
        String line = of(text);
        if (line.codePointCount(0, line.length()) <= width) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, width - 1)).stripTrailing() + "…";
    }
}
