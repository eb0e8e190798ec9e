package io.deltawire.text;

import io.deltawire.text.CalendarWords.Role;
import io.deltawire.text.CalendarWords.Word;
import io.deltawire.text.NumeralParser.Numeral;
import io.deltawire.text.NumeralParser.Shape;
import io.deltawire.text.TenseCue.Direction;
import io.deltawire.text.TimeFinder.Expression;
import io.deltawire.text.TimeResolver.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads weekdays, months, and days of months, in words or figures. */
final class DateReader {
    private static final Set<String> BEFORE_MONTH = Set.of(
            "in", "since", "until", "till", "by", "of", "from", "through", "during", "before", "after", "to", "and",
            "next", "last", "this", "early", "late", "mid", "for", "between", "not", "than");

    /** Months that are also verbs or first names, so that a capital alone does not tell. */
    private static final Set<String> DOUBTFUL = Set.of("may", "march", "mar", "april", "june", "august", "jan");

    private static final int MOST_DAYS = 31;

    /** What stands before a day that is told by its number alone. */
    private static final Set<String> BEFORE_DAY = Set.of("on", "to", "until", "till", "by", "from");

    private final CalendarWords words;
    private final TenseCue tense;
    private final NumeralParser numerals;

    DateReader(CalendarWords words, TenseCue tense, NumeralParser numerals) {
        this.words = words;
        this.tense = tense;
        this.numerals = numerals;
    }

    /** "2025-05-15", "15/05/2025", "12.05.2025", "5/15/25". */
    @Nullable
    Expression numeric(Atoms atoms, int i, TimeResolver resolver) {
        String first = atoms.at(i);
        if (first.length() >= 8 && first.indexOf('.') > 0) {
            String[] parts = first.split("\\.", -1);
            return parts.length == 3 ? dayMonthYear(i, i + 1, parts[0], parts[1], parts[2], resolver) : null;
        }
        boolean joined = atoms.glued(i + 1)
                && atoms.glued(i + 2)
                && atoms.glued(i + 3)
                && atoms.glued(i + 4)
                && atoms.isDigits(i + 2)
                && atoms.isDigits(i + 4)
                && atoms.at(i + 1).equals(atoms.at(i + 3));
        if (!joined) {
            return null;
        }
        if (atoms.isHyphen(i + 1) && first.length() == 4) {
            LocalDate day = TimeResolver.date(
                    ClockReader.number(first),
                    ClockReader.number(atoms.at(i + 2)),
                    ClockReader.number(atoms.at(i + 4)));
            return day == null ? null : new Expression(i, i + 5, Span.day(day));
        }
        return atoms.is(i + 1, "/") || atoms.isHyphen(i + 1)
                ? dayMonthYear(i, i + 5, first, atoms.at(i + 2), atoms.at(i + 4), resolver)
                : null;
    }

    /** Day or month first: what exists, else the reading nearer to publication. */
    private static @Nullable Expression dayMonthYear(
            int from, int to, String a, String b, String c, TimeResolver resolver) {
        if (a.length() > 2 || b.length() > 2 || (c.length() != 4 && c.length() != 2)) {
            return null;
        }
        int year = ClockReader.number(c);
        year += c.length() == 2 ? (year > 50 ? 1900 : 2000) : 0;
        LocalDate dayFirst = TimeResolver.date(year, ClockReader.number(b), ClockReader.number(a));
        LocalDate monthFirst = TimeResolver.date(year, ClockReader.number(a), ClockReader.number(b));
        LocalDate chosen = dayFirst == null ? monthFirst : dayFirst;
        if (dayFirst != null
                && monthFirst != null
                && resolver.distance(monthFirst, Direction.UNKNOWN) < resolver.distance(dayFirst, Direction.UNKNOWN)) {
            chosen = monthFirst;
        }
        return chosen == null ? null : new Expression(from, to, Span.day(chosen));
    }

    /** "Monday", "last Friday", "Monday, May 12, 2025", "Mon 12 May". */
    @Nullable
    Expression weekday(Atoms atoms, int from, int i, String modifier, TimeResolver resolver) {
        Word word = words.word(atoms.at(i));
        if (word == null || (!atoms.isCapital(i) && from == i)) {
            return null;
        }
        int at = i + 1;
        at += atoms.is(at, ".") && word.role() == Role.WEEKDAY_SHORT ? 1 : 0;
        at += words.word(atoms.at(at), Role.DAYPART) != null ? 1 : 0;
        at += atoms.is(at, ",") ? 1 : 0;
        at += atoms.is(at, "the") ? 1 : 0;
        if (atoms.sameSentence(i, at)) {
            Expression date = words.word(atoms.at(at), Role.MONTH) != null
                    ? monthDay(atoms, from, at, word.number(), resolver)
                    : atoms.isDigits(at)
                            ? dayMonth(atoms, from, at, word.number(), resolver)
                            : ordinal(atoms, from, at, word.number(), resolver);
            if (date != null) {
                return date;
            }
        }
        if (word.role() == Role.WEEKDAY_SHORT) {
            return null;
        }
        Direction direction = tense.of(atoms, from, i + 1);
        return new Expression(from, i + 1, resolver.weekday(word.number(), modifier, direction));
    }

    /** "May 15", "May 15, 2025", "May 2025", "in May", "last March". */
    @Nullable
    Expression monthFirst(Atoms atoms, int from, int i, String modifier, TimeResolver resolver) {
        if (!atoms.isCapital(i)) {
            return null;
        }
        Expression day = monthDay(atoms, from, i, 0, resolver);
        if (day != null) {
            return day;
        }
        Word month = words.word(atoms.at(i), Role.MONTH);
        if (month == null) {
            return null;
        }
        int at = i + 1;
        at += atoms.is(at, ".") || atoms.is(at, ",") || atoms.is(at, "of") ? 1 : 0;
        int year = year(atoms, i, at);
        if (year > 0) {
            return new Expression(from, at + 1, Span.month(YearMonth.of(year, month.number())));
        }
        boolean led = BEFORE_MONTH.contains(atoms.at(i - 1)) && atoms.sameSentence(i - 1, i);
        boolean plain = !DOUBTFUL.contains(atoms.at(i)) && !atoms.isCapital(i + 1) && atoms.length(i) > 4;
        if (!led && !plain && from == i) {
            return null;
        }
        if (led && from == i && atoms.isCapital(i + 1) && DOUBTFUL.contains(atoms.at(i))) {
            return null;
        }
        Direction direction = tense.of(atoms, from, i + 1);
        return new Expression(from, i + 1, resolver.month(month.number(), modifier, direction));
    }

    /** "3 March", "3rd of March 2024". */
    @Nullable
    Expression dayFirst(Atoms atoms, int i, TimeResolver resolver) {
        return dayMonth(atoms, i, i, 0, resolver);
    }

    /** "the second of May", "twenty-first of June 2027". */
    @Nullable
    Expression ordinal(Atoms atoms, int from, int i, int weekday, TimeResolver resolver) {
        Numeral numeral = atoms.isWord(i) ? numerals.at(atoms, i) : null;
        if (numeral == null || numeral.shape() != Shape.ORDINAL || !atoms.is(numeral.end(), "of")) {
            return null;
        }
        int at = numeral.end() + 1;
        Word month = words.word(atoms.at(at), Role.MONTH);
        int day = numeral.low().intValue();
        if (month == null || !atoms.isCapital(at) || !atoms.sameSentence(i, at) || day > MOST_DAYS) {
            return null;
        }
        return dated(atoms, from, withYear(atoms, i, at + 1, resolver), month.number(), day, 0, weekday, resolver);
    }

    /** "put off to the 22nd", "to the 22nd of the month": the next such day; only what is to come is told so. */
    @Nullable
    Expression dayAlone(Atoms atoms, int i, TimeResolver resolver) {
        int day = day(atoms, i - 2, i);
        int end = afterOrdinal(atoms, i + 1);
        boolean led = day > 0 && end > i + 1 && atoms.is(i - 1, "the") && BEFORE_DAY.contains(atoms.at(i - 2));
        boolean month = atoms.is(end, "of")
                && (atoms.is(end + 1, "the") || atoms.is(end + 1, "this"))
                && atoms.is(end + 2, "month");
        end += month ? 3 : 0;
        String pos = atoms.sameSentence(i, end) ? atoms.pos(end) : "";
        boolean counts = pos.startsWith("NN") || pos.startsWith("JJ") || pos.equals("CD") || atoms.is(end, "of");
        if (!led || counts || tense.of(atoms, i, end) != Direction.AHEAD) {
            return null;
        }
        YearMonth current = YearMonth.from(resolver.today());
        for (int ahead = 0; ahead <= 2; ahead++) {
            YearMonth candidate = current.plusMonths(ahead);
            if (candidate.isValidDay(day) && !candidate.atDay(day).isBefore(resolver.today())) {
                return new Expression(i, end, Span.day(candidate.atDay(day)));
            }
        }
        return null;
    }

    /** A year, told by its number or as "of next year", and where the expression ends with it; 0 where none is told. */
    private record Year(int end, int number) {}

    private static Year withYear(Atoms atoms, int first, int end, TimeResolver resolver) {
        int at = end;
        at += atoms.is(at, ",") || atoms.is(at, ".") ? 1 : 0;
        int number = year(atoms, first, at);
        if (number > 0) {
            return new Year(at + 1, number);
        }
        at = end + (atoms.is(end, "of") ? 1 : 0);
        int shift = atoms.is(at, "next") ? 1 : atoms.is(at, "last") ? -1 : 0;
        boolean relative = (shift != 0 || atoms.is(at, "this")) && atoms.is(at + 1, "year");
        return relative && atoms.sameSentence(first, at + 1)
                ? new Year(at + 2, resolver.today().getYear() + shift)
                : new Year(end, 0);
    }

    private @Nullable Expression monthDay(Atoms atoms, int from, int i, int weekday, TimeResolver resolver) {
        Word month = words.word(atoms.at(i), Role.MONTH);
        int at = i + 1;
        at += atoms.is(at, ".") ? 1 : 0;
        at += atoms.is(at, "the") ? 1 : 0;
        int day = day(atoms, i, at);
        if (month == null || day == 0) {
            return null;
        }
        at = afterOrdinal(atoms, at + 1);
        int last = 0;
        int range = at;
        if (joinsDays(atoms, range)) {
            last = day(atoms, i, range + 1);
            // "May 30-June 2" goes on with a month of its own.
            at = last > day ? afterOrdinal(atoms, range + 2) : at;
        }
        return dated(atoms, from, withYear(atoms, i, at, resolver), month.number(), day, last, weekday, resolver);
    }

    private @Nullable Expression dayMonth(Atoms atoms, int from, int i, int weekday, TimeResolver resolver) {
        int day = day(atoms, i, i);
        if (day == 0) {
            return null;
        }
        int at = afterOrdinal(atoms, i + 1);
        int last = 0;
        if (joinsDays(atoms, at)) {
            last = day(atoms, i, at + 1);
            at = last > day ? afterOrdinal(atoms, at + 2) : at;
        }
        at += atoms.is(at, "of") ? 1 : 0;
        at += atoms.isHyphen(at) && atoms.glued(at) ? 1 : 0;
        Word month = words.word(atoms.at(at), Role.MONTH);
        if (month == null || !atoms.isCapital(at) || !atoms.sameSentence(i, at)) {
            return null;
        }
        return dated(atoms, from, withYear(atoms, i, at + 1, resolver), month.number(), day, last, weekday, resolver);
    }

    private @Nullable Expression dated(
            Atoms atoms, int from, Year year, int month, int day, int last, int weekday, TimeResolver resolver) {
        LocalDate begin = year.number > 0
                ? TimeResolver.date(year.number, month, day)
                : resolver.monthDay(month, day, weekday, tense.of(atoms, from, year.end));
        if (begin == null) {
            return null;
        }
        LocalDate end = last > day ? TimeResolver.date(begin.getYear(), month, last) : null;
        return new Expression(from, year.end, TimeFinder.day(begin, end == null ? begin : end));
    }

    private static boolean joinsDays(Atoms atoms, int i) {
        return (atoms.isHyphen(i) && atoms.glued(i + 1)) || atoms.is(i, "to") || atoms.is(i, "through");
    }

    private static int afterOrdinal(Atoms atoms, int i) {
        boolean suffix =
                atoms.glued(i) && (atoms.is(i, "st") || atoms.is(i, "nd") || atoms.is(i, "rd") || atoms.is(i, "th"));
        return suffix ? i + 1 : i;
    }

    /** Day of a month at an atom, 0 when it is none. */
    private static int day(Atoms atoms, int first, int i) {
        if (!atoms.isDigits(i) || !atoms.sameSentence(first, i) || atoms.at(i).length() > 2) {
            return 0;
        }
        int day = ClockReader.number(atoms.at(i));
        boolean other = atoms.is(i + 1, "%") || (atoms.is(i + 1, ":") && atoms.glued(i + 1));
        return day >= 1 && day <= MOST_DAYS && !other ? day : 0;
    }

    private static int year(Atoms atoms, int first, int i) {
        if (!atoms.isDigits(i) || !atoms.sameSentence(first, i) || atoms.at(i).length() != 4) {
            return 0;
        }
        int year = ClockReader.number(atoms.at(i));
        return year >= 1000 && year <= 2200 ? year : 0;
    }
}
