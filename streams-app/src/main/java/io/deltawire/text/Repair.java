package io.deltawire.text;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mends characters: mojibake (UTF-8 read as windows-1252), entities and tags of HTML, control and zero-width characters,
 * odd quotes and dashes, and the spacing and quotes of texts that come tokenised in Penn Treebank style.
 *
 * <p>Works as one pass over the input that appends to an output and, after every character, looks whether the end of
 * the output is something to mend. So nothing that could be mended is ever left, mending twice is mending once, and
 * the time is linear in the length of the text.
 */
final class Repair {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** The first pass leaves next to nothing; the second sees that, the rest is for made-up input. */
    private static final int MOST_PASSES = 5;

    private static final int LONGEST_TAG = 1_000;
    private static final int SHORTEST_GLUED = 2;
    private static final Map<String, String> ENTITIES = WordList.pairs("entities.txt");
    private static final Map<String, String> TAGS = WordList.pairs("html-tags.txt");
    private static final Map<String, String> BRACKETS =
            Map.of("-LRB-", "(", "-RRB-", ")", "-LSB-", "[", "-RSB-", "]", "-LCB-", "(", "-RCB-", ")");

    private final StringBuilder out;
    private int lastOpen = -1;
    private boolean quoting;
    private char next;

    private Repair(int capacity) {
        out = new StringBuilder(capacity);
    }

    /** The text mended: lines separated by single '\n', no spaces at line ends, nothing to strip. */
    static String mend(String raw) {
        String mended = pass(raw);
        String before = raw;
        for (int i = 1; i < MOST_PASSES && !mended.equals(before); i++) {
            before = mended;
            mended = pass(before);
        }
        return mended;
    }

    private static String pass(String raw) {
        String text = Mojibake.mend(raw);
        Repair repair = new Repair(text.length() + 1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSmall(c) && isLetter(repair.last())) {
                int end = plainEnd(text, i);
                repair.out.append(text, i, end);
                i = end - 1;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = text.codePointAt(i++);
                if (Character.getType(point) != Character.UNASSIGNED && (point & 0xFFFE) != 0xFFFE) {
                    repair.plain(Character.highSurrogate(point));
                    repair.plain(Character.lowSurrogate(point));
                }
            } else if (!Character.isSurrogate(c)) {
                repair.next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
                repair.append(c);
            }
        }
        repair.append('\n');
        String mended = repair.out.toString();
        return mended.strip();
    }

    /**
     * The end of words in small letters of which one goes on here: within a word there is nothing to mend, nor at a single blank between
     * a word of two letters or more and another, see {@link #space}.
     */
    private static int plainEnd(String text, int from) {
        int end = smallEnd(text, from);
        while (end - from > 2
                && isSmall(text.charAt(end - 2))
                && end + 1 < text.length()
                && text.charAt(end) == ' '
                && isSmall(text.charAt(end + 1))) {
            end = smallEnd(text, end + 1);
        }
        return end;
    }

    private static int smallEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isSmall(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isLetter(char c) {
        return isSmall(c) || (c >= 'A' && c <= 'Z');
    }

    private void append(char raw) {
        char c = Glyphs.normal(raw);
        if (c == Glyphs.NOTHING) {
            return;
        }
        if (c == ' ') {
            space();
        } else if (c == '\n') {
            space();
            trimEnd();
            if (out.length() > 0 && last() != '\n') {
                out.append('\n');
            }
            lastOpen = -1;
            quoting = false;
        } else {
            c = c == '"' ? directed() : c;
            if (c == '\'' && endsWith("''")) {
                return;
            }
            beforeVisible(c);
            plain(c);
            afterVisible(c);
        }
    }

    /** Which way a straight double quote points; it stays straight as a sign for inches. */
    private char directed() {
        char before = last();
        boolean free = before == ' ' || before == '\n' || "([{—–/-".indexOf(before) >= 0;
        if (!free && !quoting && Character.isDigit(before)) {
            return '"';
        }
        boolean closes = !free || (quoting && Glyphs.normal(next) <= ' ');
        quoting = !closes;
        return closes ? '”' : '“';
    }

    private void plain(char c) {
        out.append(c);
    }

    private char last() {
        return out.length() == 0 ? '\n' : out.charAt(out.length() - 1);
    }

    private char at(int fromEnd) {
        int i = out.length() - fromEnd;
        return i < 0 ? '\n' : out.charAt(i);
    }

    private void trimEnd() {
        while (out.length() > 0 && last() == ' ') {
            out.setLength(out.length() - 1);
        }
    }

    /** A word just ended: Penn-style detached punctuation goes back to its word. */
    private void space() {
        if (isLetter(last()) && isLetter(at(2)) && at(3) != '\'') {
            out.append(' '); // most words: none of what follows ends so
            return;
        }
        if (endsWith("''")) {
            closeDoubled();
        }
        if (at(2) == ' ' && ",.;:?!".indexOf(last()) >= 0 && at(3) != '\n') {
            deleteBefore(1);
        } else if (endsWith("??? ")) {
            return;
        } else if (endsWith(" ???")) {
            // An em dash or quote that went through ASCII: "(AP) ??? Police".
            replaceEnd(3, "—");
        } else if (last() == 's' && at(2) == '\'' && at(3) == ' ' && Character.isLetterOrDigit(at(4))) {
            deleteBefore(2);
        } else if (endsWith(" n't") || endsWith(" 're") || endsWith(" 've") || endsWith(" 'll")) {
            deleteBefore(3);
        } else if (last() == '\'' && at(2) == ' ' && at(3) == 's') {
            deleteBefore(1);
        } else if (last() == '%' && at(2) == ' ' && Character.isDigit(at(3))) {
            deleteBefore(1);
        } else if (last() == '-' && at(5) == '-' && out.length() >= 5) {
            String bracket = BRACKETS.get(out.substring(out.length() - 5));
            if (bracket != null) {
                replaceEnd(5, bracket);
                if (at(2) == ' ' && ")]".contains(bracket)) {
                    deleteBefore(1);
                }
            }
        }
        char end = last();
        boolean opens =
                (end == '(' || end == '[' || end == '“') && (out.length() == 1 || at(2) == ' ' || at(2) == '\n');
        if (end != ' ' && end != '\n' && !opens) {
            out.append(' ');
        }
    }

    private void beforeVisible(char c) {
        if (endsWith("''") && c != '\'') {
            char before = at(3);
            if ((before == ' ' || before == '\n' || before == '(') && Character.isLetterOrDigit(c)) {
                replaceEnd(2, "“");
            } else {
                closeDoubled();
            }
        }
        if (Character.isUpperCase(c) && (last() == '.' || last() == '!' || last() == '?') && isGlued()) {
            out.append(' ');
        }
        if (last() == ' ' && (c == ')' || c == ']' || c == '”')) {
            trimEnd();
        } else if (last() == ' ' && Character.isDigit(c) && at(2) == '$') {
            trimEnd();
        }
        if (last() == '\uFFFD') {
            out.setLength(out.length() - 1);
            if (Character.isLetter(last()) && Character.isLetter(c)) {
                out.append('\'');
            }
        }
    }

    /**
     * Whether a sentence begins without a blank behind the one before ("he said.The police"), as where a page's line breaks were dropped:
     * before the stop a word in small letters alone, behind it a capital and a small letter. Names of sites have no such capital.
     */
    private boolean isGlued() {
        int letters = 0;
        while (Character.isLowerCase(at(letters + 2))) {
            letters++;
        }
        char before = at(letters + 2);
        boolean word = before == ' ' || before == '\n' || before == '-' || before == '\'' || before == '“';
        return letters >= SHORTEST_GLUED && word && Character.isLowerCase(next);
    }

    private void closeDoubled() {
        out.setLength(out.length() - 2);
        trimEnd();
        out.append('”');
    }

    private void afterVisible(char c) {
        if (c == ';') {
            entity();
        } else if (c == '<') {
            lastOpen = out.length() - 1;
        } else if (c == '>') {
            tag();
        } else if (c == '`' && at(2) == '`') {
            replaceEnd(2, "“");
        } else if (c == '-' && at(2) == '—') {
            replaceEnd(1, "");
        } else if (c == '-' && at(2) == '-' && at(3) != '-' && (at(3) == ' ' || Character.isLetter(at(3)))) {
            replaceEnd(2, "—");
        } else if (c >= 0x80 && Mojibake.mendEnd(out) && !Character.isSurrogate(last())) {
            char decoded = last();
            replaceEnd(1, "");
            append(decoded);
        }
    }

    private void entity() {
        int end = out.length() - 1;
        int nameEnd = end > 0 && out.charAt(end - 1) == ' ' ? end - 1 : end;
        int from = out.lastIndexOf("&", end);
        if (from < 0 || end - from > 12) {
            return;
        }
        String name = out.substring(from + 1, nameEnd).strip();
        String decoded = ENTITIES.get(name);
        if (decoded == null) {
            decoded = numeric(name);
        }
        if (decoded != null) {
            out.setLength(from);
            lastOpen = lastOpen >= from ? -1 : lastOpen;
            decoded.chars().forEach(each -> append((char) each));
        }
    }

    private static @Nullable String numeric(String name) {
        if (name.length() < 2 || name.charAt(0) != '#') {
            return null;
        }
        try {
            boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
            int point = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
            if (point >= 0x80 && point < 0xA0) {
                return WINDOWS_1252
                        .decode(ByteBuffer.wrap(new byte[] {(byte) point}))
                        .toString();
            }
            return point > 0 && point < 0xD800 ? String.valueOf((char) point) : "";
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void tag() {
        int open = lastOpen;
        lastOpen = -1;
        if (open < 0 || open >= out.length() || out.charAt(open) != '<' || out.length() - open > LONGEST_TAG) {
            return;
        }
        int i = open + 1;
        if (out.charAt(i) == '/') {
            i++;
        }
        int nameEnd = i;
        while (Character.isLetterOrDigit(out.charAt(nameEnd)) || out.charAt(nameEnd) == '!') {
            nameEnd++;
        }
        String effect = TAGS.get(out.substring(i, nameEnd).toLowerCase(Locale.ROOT));
        if (effect != null) {
            out.setLength(open);
            if (effect.equals("block")) {
                append('\n');
            }
        }
    }

    private boolean endsWith(String end) {
        int from = out.length() - end.length();
        if (from < 0) {
            return false;
        }
        for (int i = 0; i < end.length(); i++) {
            if (out.charAt(from + i) != end.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Deletes the one character that stands {@code length} characters before the end. */
    private void deleteBefore(int length) {
        out.deleteCharAt(out.length() - length - 1);
    }

    private void replaceEnd(int length, String by) {
        out.setLength(out.length() - length);
        out.append(by);
    }
}
