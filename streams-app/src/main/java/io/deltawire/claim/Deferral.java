package io.deltawire.claim;

import io.deltawire.text.NumberValue;
import io.deltawire.text.Sentence;
import java.time.LocalDate;
import java.time.Period;
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
            "month", Period.ofMonths(1));

    private static final Set<String> ONE = Set.of("a", "an", "another");
    private static final Set<String> LATER = Set.of("later", "late");
    private static final Set<String> SOONER = Set.of("earlier", "sooner", "early");

    /** What follows "later than", "earlier than", "as": the plan, and not another event. */
    private static final Set<String> PLAN = Set.of(
            "planned",
            "scheduled",
            "expected",
            "foreseen",
            "announced",
            "intended",
            "originally",
            "first",
            "hoped",
            "due",
            "anticipated",
            "billed",
            "initially",
            "advertised",
            "agreed",
            "set",
            "told",
            "said",
            "thought",
            "feared",
            "given",
            "original",
            "date");

    /** Tokens behind "than" that may stand before such a word: "than we were told", "than had been planned". */
    private static final int ASIDE = 4;

    private static final Set<String> BARE = Set.of("late", "early");

    private static final Set<String> ITS = Set.of("the", "its", "their", "his", "her");
    private static final Set<String> TIMETABLES = Set.of(
            "schedule",
            "plan",
            "plans",
            "time",
            "timetable",
            "prediction",
            "forecast",
            "programme",
            "date",
            "end",
            "deadline");

    private static final int REACH = 6;
    private static final int LONGEST = 200;

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
     */
    record Length(Period by, int first, int end, boolean planned) {
        /** What the day was before: nobody counts the days of "a month later than announced". */
        String before(LocalDate day) {
            LocalDate was = day.minus(by);
            return by.toTotalMonths() == 0
                    ? was.toString()
                    : YearMonth.from(was).toString();
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
            Period unit = reading.marked(t + 1, Marks.UNIT) ? UNITS.get(singular(reading.lower(t + 1))) : null;
            int count = unit == null ? 0 : count(t);
            int sign = count == 0 ? 0 : sign(sentence, t, t + 2);
            if (unit != null && sign != 0) {
                return new Length(unit.multipliedBy(sign * count), t, t + 2, !BARE.contains(reading.lower(t + 2)));
            }
        }
        return null;
    }

    /** Whether a word is a length of time, of one or more. */
    static boolean isUnit(String lower) {
        return UNITS.containsKey(singular(lower));
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
            return than || BARE.contains(behind) ? (later ? 1 : -1) : 0;
        }
        boolean date = ITS.contains(reading.lower(end + 1)) && (plan(end + 2) || timetable(end + 2));
        if (date && (behind.equals("after") || behind.equals("before"))) {
            return behind.equals("after") ? 1 : -1; // "two days after the date she had hoped for"
        }
        if (timetable(end + 1) && (behind.equals("behind") || behind.equals("ahead") || behind.equals("before"))) {
            return behind.equals("behind") ? 1 : -1;
        }
        boolean by = reading.lower(first - 1).equals("by");
        for (int t = first - 1; by && t >= Math.max(sentence.firstToken(), first - REACH); t--) {
            for (String verb : new String[] {reading.lemma(t), reading.lemma(t) + " " + reading.lower(t + 1)}) {
                if (lexicons.verbs().is(verb, "postpone")) {
                    return 1;
                }
                if (lexicons.verbs().is(verb, "advance")) {
                    return -1;
                }
            }
        }
        return 0;
    }

    /** "Ahead of the revised plan", "behind schedule", "before time". */
    private boolean timetable(int first) {
        for (int t = first; t < first + ASIDE; t++) {
            if (TIMETABLES.contains(reading.lower(t))) {
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
            if (PLAN.contains(reading.lower(t))) {
                return true;
            }
            if (reading.lower(t).equals(",") || reading.lower(t).equals(".")) {
                return false;
            }
        }
        return false;
    }
}
