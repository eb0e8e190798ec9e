package io.deltawire.evaluate;

import java.util.Arrays;

/** Maps offsets of an original text to its clean form, for gold data that points into the original. */
public final class RawAlignment {
    /** Characters of a clean line that must be found again to anchor it. */
    private static final int ANCHOR = 24;

    private final int[] cleanOf;

    /** Aligns line by line: each clean line is looked for behind the one before, then walked char by char. */
    public RawAlignment(String raw, String clean) {
        cleanOf = new int[raw.length() + 1];
        Arrays.fill(cleanOf, -1);
        int from = 0;
        int lineBegin = 0;
        while (lineBegin < clean.length()) {
            int lineEnd = clean.indexOf('\n', lineBegin);
            lineEnd = lineEnd < 0 ? clean.length() : lineEnd;
            from = alignLine(raw, clean, lineBegin, lineEnd, from);
            lineBegin = lineEnd + 1;
        }
    }

    private int alignLine(String raw, String clean, int begin, int end, int from) {
        int start = anchor(raw, clean, begin, end, from);
        if (start < 0) {
            return from;
        }
        int r = start;
        for (int c = begin; c < end; c++) {
            char wanted = plain(clean.charAt(c));
            int at = r;
            while (at < raw.length() && at < r + 8 && plain(raw.charAt(at)) != wanted) {
                at++;
            }
            if (at < raw.length() && plain(raw.charAt(at)) == wanted) {
                cleanOf[at] = c;
                r = at + 1;
            }
        }
        return r;
    }

    /** Where the line's first letters come next in the original, white space and marks aside; -1 when nowhere. */
    private static int anchor(String raw, String clean, int begin, int end, int from) {
        for (int r = from; r < raw.length(); r++) {
            int c = begin;
            int k = r;
            int same = 0;
            while (c < end && k < raw.length() && same < ANCHOR) {
                if (!Character.isLetterOrDigit(clean.charAt(c))) {
                    c++;
                } else if (!Character.isLetterOrDigit(raw.charAt(k))) {
                    k++;
                } else if (clean.charAt(c) == raw.charAt(k)) {
                    c++;
                    k++;
                    same++;
                } else {
                    break;
                }
            }
            if (same >= ANCHOR || c >= end) {
                return r;
            }
        }
        return -1;
    }

    private static char plain(char c) {
        return switch (c) {
            case '“', '”', '„', '«', '»' -> '"';
            case '‘', '’', '`' -> '\'';
            case '–', '—', '―' -> '-';
            case '\n', '\t', '\u00a0' -> ' ';
            default -> c;
        };
    }

    /** Clean offsets {begin, end} of a raw span; empty when the cleaner dropped it. */
    public int[] clean(int rawBegin, int rawEnd) {
        int first = -1;
        int last = -1;
        for (int r = Math.max(0, rawBegin); r < Math.min(rawEnd, cleanOf.length); r++) {
            if (cleanOf[r] >= 0) {
                first = first < 0 ? cleanOf[r] : first;
                last = cleanOf[r];
            }
        }
        return first < 0 ? new int[0] : new int[] {first, last + 1};
    }
}
