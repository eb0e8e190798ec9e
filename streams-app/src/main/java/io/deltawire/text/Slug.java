package io.deltawire.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words that outlets put into an article's web address: {@code /story/1204/three-saved-as-ferry-sinks-off-lerwick}. Most often
 * those of its first headline, and all there is to read where the page asks for an account instead of telling the news.
 */
final class Slug {
    /** Of a longer address the rest is left unread. */
    private static final int LONGEST_ADDRESS = 1_000;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[-_+ ]|%20");

    private static final int MOST_WORDS = 24;
    /** Words that tell a headline from a section ("local-news") or the code of a desk ("la-et-st"). */
    private static final int LEAST_WORDS = 3;

    private static final int LEAST_LONG_WORDS = 2;
    private static final int LONG = 4;
    /** A number with more digits is one that the outlet counts its pages with. */
    private static final int MOST_DIGITS = 3;

    private Slug() {}

    /** Words and small numbers in lower case, in their order; none where the address has no headline in it. */
    static List<String> words(String url) {
        String address = url.substring(0, Math.min(url.length(), LONGEST_ADDRESS));
        int end = address.length();
        for (char mark : new char[] {'?', '#', ';'}) {
            int at = address.indexOf(mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        int host = address.indexOf("://");
        int path = address.indexOf('/', host < 0 ? 0 : host + 3);
        List<String> best = List.of();
        while (path >= 0 && path < end) {
            int next = address.indexOf('/', path + 1);
            next = next < 0 || next > end ? end : next;
            List<String> words = headline(address.substring(path + 1, next));
            best = words.size() >= best.size() ? words : best;
            path = next;
        }
        return best;
    }

    private static List<String> headline(String segment) {
        int dot = segment.lastIndexOf('.');
        String name = dot > 0 && segment.length() - dot <= 6 ? segment.substring(0, dot) : segment;
        List<String> words = new ArrayList<>();
        int letters = 0;
        int longer = 0;
        for (String part : BETWEEN_WORDS.split(name.toLowerCase(Locale.ROOT))) {
            boolean word = part.length() > 1 && part.chars().allMatch(Character::isLetter);
            boolean number = !part.isEmpty()
                    && part.length() <= MOST_DIGITS
                    && part.chars().allMatch(Character::isDigit);
            if ((word || number) && words.size() < MOST_WORDS) {
                words.add(part);
                letters += word ? 1 : 0;
                longer += word && part.length() >= LONG ? 1 : 0;
            }
        }
        return letters >= LEAST_WORDS && longer >= LEAST_LONG_WORDS ? words : List.of();
    }
}
