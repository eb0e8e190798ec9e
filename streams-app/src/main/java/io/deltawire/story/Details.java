package io.deltawire.story;

import io.deltawire.text.Document;
import io.deltawire.text.NumberValue;
import io.deltawire.text.Values;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        Matcher age = AGE.matcher(document.text());
        for (int n = 0; n < MAX && age.find(); n++) {
            found.add("age=" + (age.group(1) == null ? age.group(2) : age.group(1)));
        }
        Matcher street = STREET.matcher(document.text());
        for (int n = 0; n < MAX && street.find(); n++) {
            String name = street.group(1).strip().toLowerCase(Locale.ROOT);
            found.add("street=" + PREFIX.matcher(name).replaceFirst(""));
        }
        Matcher number = NUMBER.matcher(document.text());
        for (int n = 0; n < MAX && number.find(); ) {
            String digits = number.group().replace(",", "");
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
        return digits.contains(".") || (digits.length() >= 2 && !digits.matches("(?:19|20)\\d\\d"));
    }
}
