package io.deltawire.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From an article as it came to its own words: characters mended, furniture of the page dropped, every paragraph once.
 *
 * <p>Bound: of a text longer than {@value #LONGEST_RAW} characters only the beginning is read, and clean text is cut at
 * {@value #LONGEST} characters (about 30,000 words), at a line or sentence end where there is one near.
 */
final class Cleaner {
    static final int LONGEST = 200_000;
    static final int LONGEST_RAW = 1_000_000;
    private static final int LONGEST_TITLE = 1_000;
    private static final int SHORTEST_GLUED = 15;

    private static final Pattern DASH = Pattern.compile(" [-–—] (?=\\S)");
    /** Call letters of a station with its channel or trade ("WHO" alone is none), a network with its channel, or the outlet's host. */
    private static final Pattern STATION = Pattern.compile(
            "[KW][A-Z]{2,3}(?:-?(?:TV|DT)\\b| \\d| [-–—|]| (?:ABC|CBS|CW|FOX|NBC)|(?: \\w+)? (?:News\\w*|Channel|Local|TV)\\b)"
                    + "|(?:ABC|CBS|CW|FOX|Fox|NBC|PBS) ?\\d{1,2}\\b|\\w+\\.(?:com|org|net|tv)(?:$| ?[-–|,])");

    private static final Pattern SUBJECT =
            Pattern.compile("\\b(?:News|Weather|Sports|Traffic|Classifieds|news|weather|sports)\\b");

    private static final Pattern COUNTER = Pattern.compile("^(?:image|photo|slide) \\d{1,3} of \\d{1,3} ");

    private final Boilerplate boilerplate = new Boilerplate("boilerplate.txt");

    /** Title in one line, "" when there is none, and the lines of the body. */
    record Clean(String title, List<String> lines) {}

    Clean clean(String rawTitle, String rawText, String source) {
        String title = title(rawTitle, source);
        String mended = Repair.mend(withoutTitle(rawTitle, cut(rawText, LONGEST_RAW)));
        List<Line> raw = mended.lines().map(Line::of).toList();
        List<Line> lines = LinkLists.drop(once(title, boilerplate.strip(raw)));
        // A fragment that is nothing but tags or links still says what it is about, when there is no title to say it.
        List<Line> own = lines.isEmpty() && title.isEmpty() ? once(title, raw) : lines;
        return new Clean(title, own.stream().map(Line::text).toList());
    }

    /** The body without the title that some crawlers glue to its first sentence. */
    private static String withoutTitle(String rawTitle, String rawText) {
        boolean glued = rawTitle.length() >= SHORTEST_GLUED && rawText.startsWith(rawTitle);
        return glued ? rawText.substring(rawTitle.length()) : rawText;
    }

    private static List<Line> once(String title, List<Line> lines) {
        Set<String> seen = new HashSet<>();
        seen.add(Boilerplate.key(title));
        List<Line> kept = new ArrayList<>();
        int room = LONGEST - title.length();
        for (Line line : lines) {
            if (!seen.add(uncounted(line.key()))) {
                continue;
            }
            if (line.text().length() >= room) {
                String start = cutAtSentence(line.text(), room - 1);
                if (!start.isEmpty()) {
                    kept.add(Line.of(start));
                }
                break;
            }
            kept.add(line);
            room -= line.text().length() + 1;
        }
        return kept;
    }

    /** A slide show gives one caption under all its pictures: "Image 3 of 16 …" is the line that "Image 1 of 16 …" was. */
    private static String uncounted(String key) {
        boolean counted = key.startsWith("image ") || key.startsWith("photo ") || key.startsWith("slide ");
        return counted ? COUNTER.matcher(key).replaceFirst("") : key;
    }

    private static String title(String raw, String source) {
        String title = Repair.mend(cut(raw, LONGEST_TITLE)).replace('\n', ' ');
        int bar = title.lastIndexOf(" | ");
        while (bar > 0 && Boilerplate.words(Boilerplate.key(title.substring(bar))) <= 5) {
            title = title.substring(0, bar).strip();
            bar = title.lastIndexOf(" | ");
        }
        Matcher dash = DASH.matcher(title);
        while (dash.find()) {
            String name = title.substring(dash.end());
            if (isOutlet(name, source) || isStation(name)) {
                return title.substring(0, dash.start()).strip();
            }
        }
        return title;
    }

    /** "WHBR 9 News Harbour City, News, Weather, Sports", "FOX 12", "Tri-State News, Weather & Sports". */
    private static boolean isStation(String name) {
        int subjects = 0;
        Matcher subject = SUBJECT.matcher(name);
        while (subject.find()) {
            subjects++;
        }
        return subjects > 1 || STATION.matcher(name).lookingAt();
    }

    /** "KKTV" of kktv.com, "The Sun" of thesun.co.uk, "kktv.com Weather Centre". */
    private static boolean isOutlet(String name, String source) {
        if (name.indexOf('.') > 2 && source.equalsIgnoreCase(name.split(" ", 2)[0])) {
            return true;
        }
        String letters = Boilerplate.key(name).replace(" ", "");
        return letters.length() > 2
                && source.toLowerCase(Locale.ROOT)
                        .replace("-", "")
                        .replace(" ", "")
                        .contains(letters);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static String cutAtSentence(String line, int length) {
        String start = cut(line, Math.max(0, length));
        int end = start.lastIndexOf(". ");
        return (end > start.length() / 2 ? start.substring(0, end + 1) : start).strip();
    }
}
