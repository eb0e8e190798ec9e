package io.deltawire.story;

import io.deltawire.text.Document;
import io.deltawire.text.NumberValue;
import io.deltawire.text.Values;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Details that tell like events apart: ages, streets, telling numbers. Written "age=34", "street=fayette", "n=6.1". */
final class Details {
    private static final Pattern AGE = Pattern.compile("\\b(\\d{1,2})[ -]+year[ -]+old|\\p{L}, (\\d{2}),");
    /** Repetitions are bounded: without, a text that is one long word or number takes time in the square of its length. */
    private static final Pattern STREET = Pattern.compile(
            "((?:\\p{Lu}[\\p{L}.]{0,60}|\\d{1,20}(?:st|nd|rd|th)) (?:\\p{Lu}\\p{L}{1,60} )?)"
                    + "(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Highway|Hwy|Court|Parkway|Circle|Terrace)\\b");

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.,])\\d{1,3}(?:,\\d{3})+(?![\\d,])|(?<![\\w.,])\\d+(?:\\.\\d+)?(?![\\w,])");
    private static final Pattern PREFIX = Pattern.compile("^(?:the|north|south|east|west|n|s|e|w|block of)\\.? ");
    private static final int MAX = 24;

    /** Sorted, at most {@value #MAX} of each kind. */
    List<String> of(Document document, Values values) {
        TreeSet<String> found = new TreeSet<>();
        String text = document.text();
        Search age = new Search(AGE, text, Details::nextAge);
        for (int n = 0; n < MAX && age.find(); n++) {
            found.add("age=" + (age.group(1).isEmpty() ? age.group(2) : age.group(1)));
        }
        Search street = new Search(STREET, text, new StreetWords(text)::next);
        for (int n = 0; n < MAX && street.find(); n++) {
            String name = street.group(1).strip().toLowerCase(Locale.ROOT);
            found.add("street=" + PREFIX.matcher(name).replaceFirst(""));
        }
        Search number = new Search(NUMBER, text, Details::nextNumber);
        for (int n = 0; n < MAX && number.find(); ) {
            String digits = number.group(0).replace(",", "");
            if (telling(digits)) {
                found.add("n=" + digits);
                n++;
            }
        }
        for (NumberValue value : values.numbers()) {
            if (value.use() == NumberValue.Use.AGE) {
                found.add("age=" + value.canonical());
            }
        }
        return List.copyOf(found);
    }

    /** Small counts and years stand in every text. */
    private static boolean telling(String digits) {
        return digits.contains(".") || (digits.length() >= 2 && !isYear(digits));
    }

    private static boolean isYear(String digits) {
        return digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"));
    }

    private static int nextAge(String text, int from) {
        int i = from;
        while (i < text.length() && !mayBeAge(text, i)) {
            i++;
        }
        return i;
    }

    private static boolean mayBeAge(String text, int i) {
        char c = text.charAt(i);
        if (isDigit(c)) {
            return isGap(text, i + 1) || isGap(text, i + 2);
        }
        return Character.isHighSurrogate(c)
                || (i + 3 < text.length() && text.charAt(i + 1) == ',' && isDigit(text.charAt(i + 3)));
    }

    private static boolean isGap(String text, int i) {
        return i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '-');
    }

    private static int nextNumber(String text, int from) {
        int i = from;
        while (i < text.length() && !mayBeNumber(text, i)) {
            i++;
        }
        return i;
    }

    private static boolean mayBeNumber(String text, int i) {
        if (!isDigit(text.charAt(i))) {
            return false;
        }
        char before = i == 0 ? ' ' : text.charAt(i - 1);
        return before != '.' && before != ',' && before != '_' && !isDigit(before) && !isLatin(before);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** The next place where an expression can match, the text's length when there is none; none that does may be left out. */
    private interface Start {
        int next(String text, int from);
    }

    /** What {@link Matcher#find} does, but tried only where a quick look allows: most of a text is none of what is looked for. */
    private static final class Search {
        private final Matcher matcher;
        private final String text;
        private final Start start;
        private int from;

        Search(Pattern pattern, String text, Start start) {
            this.matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            this.text = text;
            this.start = start;
        }

        boolean find() {
            for (int i = start.next(text, from); i < text.length(); i = start.next(text, i + 1)) {
                if (matcher.region(i, text.length()).lookingAt()) {
                    from = matcher.end();
                    return true;
                }
            }
            from = text.length();
            return false;
        }

        /** A group of the match, "" when it is not part of it. */
        String group(int number) {
            return Objects.requireNonNullElse(matcher.group(number), "");
        }
    }

    /** Where words like "Street" stand in a text: a street's name begins a little before one. */
    private static final class StreetWords {
        /** No match is longer than this up to the blank before the word. */
        private static final int FARTHEST = 260;

        private static final String[] WORDS = {
            "St",
            "Ave",
            "Road",
            "Rd",
            "Dr",
            "Boulevard",
            "Blvd",
            "Lane",
            "Ln",
            "Highway",
            "Hwy",
            "Court",
            "Parkway",
            "Circle",
            "Terrace"
        };

        private static final String BEGINNINGS =
                Stream.of(WORDS).map(word -> word.substring(0, 1)).distinct().collect(Collectors.joining());

        private final String text;
        private int next = -1;

        StreetWords(String text) {
            this.text = text;
        }

        int next(String whole, int from) {
            int i = from;
            while (i < whole.length() && !mayLeadTo(whole, i)) {
                i++;
            }
            return i;
        }

        private boolean mayLeadTo(String whole, int i) {
            char c = whole.charAt(i);
            if (!isDigit(c) && !Character.isUpperCase(c) && !Character.isHighSurrogate(c)) {
                return false;
            }
            while (next < text.length() && next <= i) {
                next = text.indexOf(' ', next + 1);
                while (next >= 0 && !isStreet(next + 1)) {
                    next = text.indexOf(' ', next + 1);
                }
                next = next < 0 ? text.length() : next;
            }
            return next < text.length() && next - i <= FARTHEST;
        }

        private boolean isStreet(int at) {
            if (at >= text.length() || BEGINNINGS.indexOf(text.charAt(at)) < 0) {
                return false;
            }
            for (String word : WORDS) {
                if (text.startsWith(word, at)) {
                    return true;
                }
            }
            return false;
        }
    }
}
