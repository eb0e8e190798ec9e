package io.deltawire.text;

import io.deltawire.text.CalendarWords.Role;
import io.deltawire.text.CalendarWords.Word;
import io.deltawire.text.NumeralParser.Numeral;
import io.deltawire.text.NumeralParser.Shape;
import io.deltawire.text.TenseCue.Direction;
import io.deltawire.text.TimeFinder.Expression;
import io.deltawire.text.TimeResolver.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads weekdays that words around them place in a week or a month: "Wednesday of next week", "the last Sunday of June". */
final class WeekdayReader {
    private static final Set<String> OF = Set.of("of", "in");

    private final CalendarWords words;
    private final TenseCue tense;
    private final NumeralParser numerals;

    WeekdayReader(CalendarWords words, TenseCue tense, NumeralParser numerals) {
        this.words = words;
        this.tense = tense;
        this.numerals = numerals;
    }

    /** "Tuesday of next week", "Thursday next week", "Saturday week"; {@code i} is the weekday. */
    @Nullable
    Expression ofWeek(Atoms atoms, int from, int i, TimeResolver resolver) {
        Word weekday = words.word(atoms.at(i), Role.WEEKDAY);
        if (weekday == null || !atoms.isCapital(i)) {
            return null;
        }
        int at = i + 1;
        at += atoms.is(at, "of") ? 1 : 0;
        at += atoms.is(at, "the") ? 1 : 0;
        boolean bare = at == i + 1 && atoms.is(at, "week") && !atoms.isHyphen(at + 1);
        boolean afterNext = atoms.is(at, "week") && atoms.is(at + 1, "after") && atoms.is(at + 2, "next");
        boolean week = atoms.is(at + 1, "week");
        int weeks = afterNext ? 2 : week && (atoms.is(at, "next") || atoms.is(at, "following")) ? 1 : week ? 0 : -1;
        weeks = week && atoms.is(at, "last") ? -1 : weeks;
        boolean said = bare || afterNext || (week && (weeks > 0 || atoms.is(at, "this") || atoms.is(at, "last")));
        int end = afterNext ? at + 3 : bare ? at + 1 : at + 2;
        if (!said || !atoms.sameSentence(i, end - 1)) {
            return null;
        }
        LocalDate day = bare
                ? resolver.weekday(weekday.number(), "", Direction.AHEAD)
                        .begin()
                        .plusWeeks(1)
                : resolver.today()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .plusDays(7L * weeks + weekday.number() - 1);
        return new Expression(from, end, Span.day(day));
    }

    /** "a week on Tuesday", "two weeks from Friday"; {@code i} begins the count. */
    @Nullable
    Expression weeksOn(Atoms atoms, int i, int weeks, int at, TimeResolver resolver) {
        Word weekday = words.word(atoms.at(at + 1), Role.WEEKDAY);
        boolean on = atoms.is(at, "on") || atoms.is(at, "from");
        if (weekday == null || !on || !atoms.sameSentence(i, at + 1)) {
            return null;
        }
        Span next = resolver.weekday(weekday.number(), "", Direction.AHEAD);
        return tense.of(atoms, i, at + 2) == Direction.AHEAD
                ? new Expression(i, at + 2, Span.day(next.begin().plusWeeks(weeks)))
                : null;
    }

    /** "first Sunday of June", "second weekend of July"; {@code i} is the word that counts. */
    @Nullable
    Expression ofMonth(Atoms atoms, int i, TimeResolver resolver) {
        boolean last = atoms.is(i, "last");
        Numeral ordinal = last ? null : numerals.at(atoms, i);
        int at = ordinal == null ? i + 1 : ordinal.end();
        boolean weekend = atoms.is(at, "weekend");
        Word weekday = words.word(weekend ? "saturday" : atoms.at(at), Role.WEEKDAY);
        Word month = words.word(atoms.at(at + 2), Role.MONTH);
        boolean counts = last || (ordinal != null && ordinal.shape() == Shape.ORDINAL);
        if (!counts || weekday == null || month == null || !OF.contains(atoms.at(at + 1))) {
            return null;
        }
        int nth = ordinal == null ? -1 : ordinal.low().intValue();
        if (nth > 5 || !atoms.sameSentence(i, at + 2)) {
            return null;
        }
        boolean year = atoms.isDigits(at + 3) && atoms.length(at + 3) == 4 && atoms.sameSentence(i, at + 3);
        int end = year ? at + 4 : at + 3;
        LocalDate begin = year
                ? TimeResolver.date(ClockReader.number(atoms.at(at + 3)), month.number(), 1)
                : resolver.month(month.number(), "", tense.of(atoms, i, end)).begin();
        if (begin == null) {
            return null;
        }
        LocalDate day = begin.with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.of(weekday.number())));
        return new Expression(i, end, weekend ? TimeFinder.day(day, day.plusDays(1)) : Span.day(day));
    }
}
