package io.deltawire.claim;

import io.deltawire.text.NumberValue;
import io.deltawire.text.Sentence;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By how long a sentence says that something was put off or brought forward: "put back by three days", "a week later than planned". */
final class Deferral {
    private static final Map<String, Period> UNITS = Map.of(
            "day", Period.ofDays(1),
            "week", Period.ofDays(7),
            "fortnight", Period.ofDays(14),
            "month", Period.ofMonths(1),
            "year", Period.ofMonths(12));

    private static final Period HALF_YEAR = Period.ofMonths(6);
    private static final int HOURS = 24;

    private static final Set<String> ONE = Set.of("a", "an", "another");
    private static final Set<String> LATER = Set.of("later", "late", "longer");
    private static final Set<String> SOONER = Set.of("earlier", "sooner", "early");
    private static final Set<String> STRETCHES = Set.of("extend", "extended", "prolong", "prolonged", "lengthen");

    /** What follows a length that says when something was done or how much of it: "postponed two weeks ago", "delayed two days of talks". */
    private static final Set<String> OTHERWISE =
            Set.of("ago", "of", "after", "before", "into", "and", "later", "earlier");

    /** Tokens behind "than" that may stand before such a word: "than we were told", "than had been planned". */
    private static final int ASIDE = 4;

    private static final Set<String> BARE = Set.of("late", "early");

    private static final Set<String> ITS = Set.of("the", "its", "their", "his", "her");
    private static final int REACH = 6;
    private static final int LONGEST = 200;

    /** Lengths of dates as written. */
    private static final int DAY = 10;

    private static final int MONTH = 7;
    private static final int YEAR = 4;

    private final Reading reading;
    private final Lexicons lexicons;

    Deferral(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
    }

    /**
     * A length told.
     *
     * @param by how far the new day lies behind the old one, negative where it lies before it
     * @param planned the sentence speaks of the plan; "a day early" may be said of whatever comes then
     * @param beside tells something only of a day that is told too: "extended by two weeks to 31 August"
     */
    record Length(Period by, int first, int end, boolean planned, boolean beside) {
        /** What a date was before, "" where it is vaguer than the length: nobody counts the days of "a month later than announced". */
        String before(String date) {
            int slash = date.indexOf('/');
            boolean months = by.toTotalMonths() != 0;
            if (slash > 0) {
                return months ? before(date.substring(0, slash)) + "/" + before(date.substring(slash + 1)) : "";
            }
            return switch (date.length()) {
                case DAY -> day(LocalDate.parse(date).minus(by));
                case MONTH -> months ? YearMonth.parse(date).minus(by).toString() : "";
                case YEAR ->
                    months && by.toTotalMonths() % 12 == 0
                            ? Year.parse(date)
                                    .minusYears(by.toTotalMonths() / 12)
                                    .toString()
                            : "";
                default -> "";
            };
        }

        /** The date behind an old day. */
        String behind(LocalDate day) {
            return day(day.plus(by));
        }

        private String day(LocalDate day) {
            return by.toTotalMonths() == 0
                    ? day.toString()
                    : YearMonth.from(day).toString();
        }

        /** As a claim's value: ISO 8601, "P3D", "P-7D". */
        String canonical() {
            return by.toString().toUpperCase(Locale.ROOT);
        }
    }

    /** The length by which a sentence says that what it tells of was moved, or null. */
    @Nullable
    Length in(Sentence sentence) {
        for (int t = sentence.firstToken(); t + 1 < sentence.endToken(); t++) {
            Period by = reading.marked(t + 1, Marks.UNIT) ? length(t) : Period.ZERO;
            int sign = by.isZero() ? 0 : sign(sentence, t, t + 2);
            if (sign != 0) {
                boolean planned = !BARE.contains(reading.lower(t + 2));
                return new Length(by.multipliedBy(sign), t, t + 2, planned, beside(t, t + 2));
            }
        }
        return null;
    }

    /** "Two weeks", "24 hours", "half a year". */
    private Period length(int t) {
        String unit = singular(reading.lower(t + 1));
        int count = count(t);
        if (unit.equals("hour")) {
            return count % HOURS == 0 ? Period.ofDays(count / HOURS) : Period.ZERO;
        }
        if (unit.equals("year") && reading.lower(t - 1).equals("half")) {
            return HALF_YEAR;
        }
        return UNITS.getOrDefault(unit, Period.ZERO).multipliedBy(count);
    }

    /** "Extended by two weeks", "a week earlier, on 17 June". */
    private boolean beside(int first, int end) {
        String behind = reading.lower(end);
        boolean later = LATER.contains(behind) && !reading.lower(first - 1).equals("but");
        if (!later && !SOONER.contains(behind)) {
            return stretched(first);
        }
        return !reading.lower(end + 1).equals("than") && !BARE.contains(behind);
    }

    private boolean stretched(int first) {
        for (int t = first - 1; t >= Math.max(0, first - REACH); t--) {
            if (STRETCHES.contains(reading.lemma(t))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word is a length of time, of one or more. */
    static boolean isUnit(String lower) {
        String unit = singular(lower);
        return UNITS.containsKey(unit) || unit.equals("hour");
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private int count(int t) {
        if (ONE.contains(reading.lower(t))) {
            return 1;
        }
        NumberValue number = reading.number(t);
        if (number == null
                || number.low().compareTo(number.high()) != 0
                || number.low().scale() > 0) {
            return 0;
        }
        return number.low().intValue() <= LONGEST ? number.low().intValue() : 0;
    }

    private int sign(Sentence sentence, int first, int end) {
        String behind = reading.lower(end);
        boolean later = LATER.contains(behind);
        if (later || SOONER.contains(behind)) {
            boolean than = reading.lower(end + 1).equals("than") && plan(end + 2);
            boolean but = reading.lower(first - 1).equals("but"); // "not on Thursday but a week later"
            boolean bare = but || BARE.contains(behind) || (!later && day(end + 1));
            return than || bare ? (later ? 1 : -1) : 0;
        }
        if (behind.equals("before")
                && reading.pos(end + 1).startsWith("VB")
                && lexicons.traits().is(reading.lower(end + 1), "plan")) {
            return -1; // "a day before planned"
        }
        boolean date = ITS.contains(reading.lower(end + 1)) && (plan(end + 2) || timetable(end + 2));
        if (date && (behind.equals("after") || behind.equals("before"))) {
            return behind.equals("after") ? 1 : -1; // "two days after the date she had hoped for"
        }
        if (timetable(end + 1) && (behind.equals("behind") || behind.equals("ahead") || behind.equals("before"))) {
            return behind.equals("behind") ? 1 : -1;
        }
        if (!reading.lower(first - 1).equals("by")) {
            // "slipped a day to Thursday", "put back a fortnight", but "postponed two days ago"
            int alone = moved(reading.lemma(first - 1));
            int verb = alone == 0 ? moved(reading.lemma(first - 2) + " " + reading.lower(first - 1)) : alone;
            return OTHERWISE.contains(behind) ? 0 : verb;
        }
        for (int t = first - 1; t >= Math.max(sentence.firstToken(), first - REACH); t--) {
            int alone = STRETCHES.contains(reading.lemma(t)) ? 1 : moved(reading.lemma(t));
            int verb = alone == 0 ? moved(reading.lemma(t) + " " + reading.lower(t + 1)) : alone;
            if (verb != 0) {
                return verb;
            }
        }
        return 0;
    }

    /** ", on 17 June". */
    private boolean day(int t) {
        return reading.lower(t).equals(",") && reading.lower(t + 1).equals("on") && reading.time(t + 2) != null;
    }

    /** What a verb, alone or with its particle, does to a day. */
    private int moved(String verb) {
        Lexicon.Listed known = lexicons.verbs().listed(verb);
        return known.is("postpone") ? 1 : known.is("advance") ? -1 : 0;
    }

    /** "Ahead of the revised plan", "behind schedule", "before time". */
    private boolean timetable(int first) {
        for (int t = first; t < first + ASIDE; t++) {
            if (lexicons.traits().is(reading.lower(t), "timetable")) {
                return true;
            }
            if (reading.time(t) != null
                    || reading.lower(t).equals(",")
                    || reading.lower(t).equals(".")) {
                return false;
            }
        }
        return false;
    }

    private boolean plan(int first) {
        for (int t = first; t < first + ASIDE; t++) {
            if (lexicons.traits().is(reading.lower(t), "plan")) {
                return true;
            }
            if (reading.lower(t).equals(",") || reading.lower(t).equals(".")) {
                return false;
            }
        }
        return false;
    }
}
