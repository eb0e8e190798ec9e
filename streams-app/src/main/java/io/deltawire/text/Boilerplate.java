package io.deltawire.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows the lines of a web page that are not the article: menus, share and comment boxes, author boxes, related links. */
final class Boilerplate {
    private static final int LONGEST_WITH_PHRASE = 45;
    private static final int PROSE_WORDS = 8;
    private static final int BITS = (1 << 12) - 1;
    private static final List<String> NONE = List.of();

    /** A line this long is an article that came without line breaks: its copyright notice does not make it furniture. */
    private static final int WHOLE_ARTICLE = 150;

    /** A video with its length; the first of a list is the one that plays: "1:06 Storm damage in Ashford Pause", "0:44 Ferry leaves". */
    private static final Pattern PLAYED = Pattern.compile("\\d{1,2}:\\d\\d \\S.*");

    private static final String PLAYER = " Pause";

    private final Set<String> whole = new HashSet<>();
    private final Set<String> sections = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();
    private final Set<String> prefixWords = new HashSet<>();
    private final Set<String> strong = new HashSet<>();
    private final Map<String, List<String>> phrases = new HashMap<>();
    private final BitSet phraseBits = new BitSet(BITS + 1);
    private int longestPrefix = 1;

    /** @param resource lines "whole …", "section …", "prefix …", "phrase …", "strong …", each in the normal form of {@link #key} */
    Boilerplate(String resource) {
        WordList.lines(resource).forEach(line -> {
            int space = line.indexOf(' ');
            String text = key(line.substring(space + 1));
            switch (line.substring(0, space)) {
                case "whole" -> whole.add(text);
                case "section" -> sections.add(text);
                case "prefix" -> {
                    prefixes.add(text);
                    prefixWords.add(firstWord(text));
                    longestPrefix = Math.max(longestPrefix, words(text));
                }
                case "phrase", "strong" -> {
                    if (line.startsWith("strong")) {
                        strong.add(text);
                    }
                    String word = firstWord(text);
                    phrases.computeIfAbsent(word, w -> new ArrayList<>()).add(text);
                    phraseBits.set(word.hashCode() & BITS);
                }
                default -> throw new IllegalStateException("unknown kind in " + resource + ": " + line);
            }
        });
    }

    /** Letters and digits in lower case, words separated by one space: by this, lines are compared. */
    static String key(String line) {
        StringBuilder key = new StringBuilder(line.length());
        boolean gap = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                if (gap && key.length() > 0) {
                    key.append(' ');
                }
                int end = smallEnd(line, i + 1);
                key.append(line, i, end);
                i = end - 1;
                gap = false;
            } else {
                gap = gap || c != '\'';
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    private static int smallEnd(String line, int from) {
        int end = from;
        while (end < line.length() && line.charAt(end) >= 'a' && line.charAt(end) <= 'z') {
            end++;
        }
        return end;
    }

    /** The lines that are the article's own, in order. */
    List<Line> strip(List<Line> lines) {
        List<Line> kept = new ArrayList<>(lines.size());
        boolean inSection = false;
        boolean playing = false;
        for (Line line : lines) {
            playing = PLAYED.matcher(line.text()).matches()
                    && (playing || line.text().endsWith(PLAYER));
            String key = line.key();
            boolean prose = isProse(line.text(), key);
            if (sections.contains(key)) {
                inSection = true;
            } else if (prose) {
                inSection = false;
            }
            if (!inSection && !playing && !key.isEmpty() && !isFurniture(line.text(), key, prose)) {
                kept.add(line);
            }
        }
        return kept;
    }

    private boolean isFurniture(String line, String key, boolean prose) {
        if (whole.contains(key)) {
            return true;
        }
        int words = words(key);
        if (words > WHOLE_ARTICLE) {
            return false;
        }
        if (startsWithPrefix(key, line, words, prose) || isByline(line, words)) {
            return true;
        }
        int hits = phraseHits(key);
        return hits > 2 || (words <= LONGEST_WITH_PHRASE && hits > (prose ? 1 : 0));
    }

    private static String firstWord(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? text : text.substring(0, blank);
    }

    private boolean startsWithPrefix(String key, String line, int words, boolean prose) {
        if (!prefixWords.contains(firstWord(key))) {
            return false;
        }
        int end = -1;
        for (int n = 1; n <= longestPrefix; n++) {
            end = key.indexOf(' ', end + 1);
            String head = end < 0 ? key : key.substring(0, end);
            // "Copyright holders have sued …" begins like a notice and is none.
            if (prefixes.contains(head) && !(prose && n == 1)) {
                return true;
            }
            // "Read: …", "Tags : …" count only with the colon behind the word.
            if (words <= LONGEST_WITH_PHRASE && prefixes.contains(head + " colon") && colonAfter(line, head)) {
                return true;
            }
            if (end < 0) {
                return false;
            }
        }
        return false;
    }

    private static boolean colonAfter(String line, String head) {
        int colon = line.indexOf(':');
        return colon > 0
                && colon <= head.length() + 3
                && key(line.substring(0, colon)).equals(head);
    }

    /** "By Jane Roe, Staff Writer": capitalised words after "By", no full stop. */
    private static boolean isByline(String line, int words) {
        if (words < 3 || words > 9 || !line.regionMatches(true, 0, "by ", 0, 3) || endsSentence(line)) {
            return false;
        }
        String[] parts = line.split(" ");
        return parts.length > 2
                && Character.isUpperCase(parts[1].charAt(0))
                && Character.isUpperCase(parts[2].charAt(0))
                && !line.contains(",") == words <= 4;
    }

    private int phraseHits(String key) {
        int hits = 0;
        int from = 0;
        while (from < key.length()) {
            int end = key.indexOf(' ', from);
            end = end < 0 ? key.length() : end;
            int bit = 0;
            for (int i = from; i < end; i++) {
                bit = 31 * bit + key.charAt(i);
            }
            // Most words begin no phrase, which a bit of their hash tells without cutting them out.
            if (phraseBits.get(bit & BITS)) {
                hits += phraseHits(key, from, phrases.getOrDefault(key.substring(from, end), NONE));
            }
            from = end + 1;
        }
        return hits;
    }

    private int phraseHits(String key, int from, List<String> begun) {
        for (String phrase : begun) {
            int after = from + phrase.length();
            if (key.startsWith(phrase, from) && (after == key.length() || key.charAt(after) == ' ')) {
                return strong.contains(phrase) ? 2 : 1;
            }
        }
        return 0;
    }

    private static boolean isProse(String line, String key) {
        return endsSentence(line) && words(key) >= PROSE_WORDS;
    }

    /** Whether the last visible character, quotes and brackets aside, ends a sentence. */
    static boolean endsSentence(String line) {
        int i = line.length() - 1;
        while (i > 0 && "\"'”’)]»*".indexOf(line.charAt(i)) >= 0) {
            i--;
        }
        return i >= 0 && ".?!…。！？؟।:".indexOf(line.charAt(i)) >= 0;
    }

    static int words(String key) {
        int words = key.isEmpty() ? 0 : 1;
        for (int i = 0; i < key.length(); i++) {
            words += key.charAt(i) == ' ' ? 1 : 0;
        }
        return words;
    }
}
