package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.text.WordCache;
import io.deltawire.text.WordVectors;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds which day of a story another day takes the place of where each outlet has its own noun or verb for what is due ("should be back on 9
 * August", "restart on 21 August"): the one that shares most of what is around it, or the only one, and stands out.
 */
final class MovedDays {
    /** Least evidence, and by how much the best must lead; set on six of our sets, seen on others. */
    private static final double ENOUGH = 3;

    private static final double CLEAR = 1;
    private static final int MOST_WORDS = 2;
    private static final int MOST_NAMES = 2;
    private static final double NAME = 0.5;
    private static final double ALIKE = 0.35;

    /** That the sentence tells how far the days lie apart, or the older one too. */
    private static final double TOLD = 2;

    private static final int WEEK = 7;

    /** "Eight weeks" may be 57 days, "three months" 91. */
    private static final int ROUNDED_WEEKS = 1;

    private static final int ROUNDED_MONTHS = 3;
    private static final List<String> NUMBERS = List.of(
            "no", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Pattern LENGTH = Pattern.compile(
            "(?i)\\b(an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3})(?: more| further)?[ -](day|week|fortnight|month|year)s?\\b");

    /** A length of time that a sentence tells. */
    private record Length(int number, String unit) {}

    /** Of sentences: one is laid beside every day of a story. */
    private static final WordCache<List<Length>> LENGTHS = new WordCache<>(1 << 8, MovedDays::lengths);

    private MovedDays() {}

    /** @param due facts whose day is still to come */
    static @Nullable Fact find(Claim claim, Slot slot, List<Fact> due) {
        Fact best = null;
        double most = 0;
        double second = 0;
        for (Fact fact : due) {
            double evidence = evidence(claim, slot, fact, due.size() == 1);
            if (evidence > most) {
                second = most;
                most = evidence;
                best = fact;
            } else {
                second = Math.max(second, evidence);
            }
        }
        return most >= ENOUGH && most - second >= CLEAR ? best : null;
    }

    private static double evidence(Claim claim, Slot slot, Fact fact, boolean only) {
        int words = 0;
        int names = 0;
        for (String word : slot.words()) {
            if (fact.slot().words().contains(word)) {
                names += word.startsWith("@") ? 1 : 0;
                words += word.startsWith("@") ? 0 : 1;
            }
        }
        String mine = head(claim.subject());
        String theirs = head(fact.slot().subject());
        boolean alike = slot.words().contains(theirs)
                || fact.slot().words().contains(mine)
                || WordVectors.english().cosine(mine, theirs) >= ALIKE;
        return Math.min(MOST_WORDS, words)
                + NAME * Math.min(MOST_NAMES, names)
                + (alike ? 1 : 0)
                + (Agreement.cued(claim) ? 1.5 : 0)
                + (only ? 1 : 0)
                + (toldApart(claim, fact) ? TOLD : 0);
    }

    /** "A fortnight later, from 24 April" of what was due on the 10th; "the burn, down for 24 June, is set for 8 July". */
    static boolean toldApart(Claim claim, Fact fact) {
        Standing leading = fact.leading();
        Dates.Days now = Dates.days(claim.value());
        Dates.Days was = leading == null ? null : Dates.days(leading.value());
        if (now == null || was == null || now.begin().equals(was.begin())) {
            return false;
        }
        String month = was.begin().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        int day = was.begin().getDayOfMonth();
        boolean single = was.begin().equals(was.end());
        if (single && (tells(claim.sentence(), day + " " + month) || tells(claim.sentence(), month + " " + day))) {
            return true;
        }
        for (Length length : LENGTHS.get(claim.sentence())) {
            if (apart(length, was.begin(), now.begin())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sentence holds the words, and no other number does: "12 May" is not "2 May". */
    private static boolean tells(String sentence, String words) {
        for (int at = sentence.indexOf(words); at >= 0; at = sentence.indexOf(words, at + 1)) {
            int end = at + words.length();
            boolean begins = at == 0 || !Character.isDigit(sentence.charAt(at - 1));
            if (begins && (end == sentence.length() || !Character.isDigit(sentence.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static List<Length> lengths(String sentence) {
        List<Length> lengths = new ArrayList<>();
        Matcher length = LENGTH.matcher(sentence);
        while (length.find()) {
            lengths.add(new Length(number(length.group(1)), length.group(2).toLowerCase(Locale.ROOT)));
        }
        return List.copyOf(lengths);
    }

    private static int number(String told) {
        String lower = told.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "an", "one" -> 1;
            default -> NUMBERS.contains(lower) ? NUMBERS.indexOf(lower) : Integer.parseInt(lower);
        };
    }

    private static boolean apart(Length length, LocalDate one, LocalDate other) {
        int number = length.number();
        LocalDate first = one.isBefore(other) ? one : other;
        LocalDate last = one.isBefore(other) ? other : one;
        long days = ChronoUnit.DAYS.between(first, last);
        return switch (length.unit()) {
            case "day" -> days == number;
            case "week" -> Math.abs(days - (long) WEEK * number) <= ROUNDED_WEEKS;
            case "fortnight" -> Math.abs(days - 2L * WEEK * number) <= ROUNDED_WEEKS;
            case "month" -> Math.abs(ChronoUnit.DAYS.between(first.plusMonths(number), last)) <= ROUNDED_MONTHS;
            default -> Math.abs(ChronoUnit.DAYS.between(first.plusYears(number), last)) <= ROUNDED_MONTHS;
        };
    }

    private static String head(String noun) {
        return noun.substring(noun.lastIndexOf(' ') + 1);
    }
}
