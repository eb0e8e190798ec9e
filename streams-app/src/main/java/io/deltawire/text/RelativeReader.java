package io.deltawire.text;

import io.deltawire.text.CalendarWords.Word;
import io.deltawire.text.NumeralParser.Numeral;
import io.deltawire.text.NumeralParser.Shape;
import io.deltawire.text.TenseCue.Direction;
import io.deltawire.text.TimeFinder.Expression;
import io.deltawire.text.TimeResolver.Span;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads expressions that count from the publication day: "yesterday", "last week", "three days ago". */
final class RelativeReader {
    private static final Set<String> UNITS =
            Set.of("second", "minute", "hour", "day", "night", "week", "fortnight", "month", "year", "decade");

    private final CalendarWords words;
    private final TenseCue tense;
    private final NumeralParser numerals;
    private final WeekdayReader weekdays;

    RelativeReader(CalendarWords words, TenseCue tense, NumeralParser numerals, WeekdayReader weekdays) {
        this.words = words;
        this.tense = tense;
        this.numerals = numerals;
        this.weekdays = weekdays;
    }

    /** "yesterday", "this morning", "last night", "next week", "the weekend"; {@code i} is the calendar word. */
    @Nullable
    Expression named(Atoms atoms, int from, int i, String modifier, TimeResolver resolver) {
        Word word = words.word(atoms.at(i));
        if (word == null) {
            return null;
        }
        LocalDate today = resolver.today();
        return switch (word.role()) {
            case DAY -> {
                // "Today" and "Tomorrow" inside names of papers and shows.
                boolean named = atoms.isCapital(i) && atoms.isCapital(i - 1) && atoms.sameSentence(i - 1, i);
                yield named ? null : new Expression(from, i + 1, Span.day(today.plusDays(word.number())));
            }
            case DAYPART -> {
                boolean lastNight = modifier.equals("last") && atoms.is(i, "night");
                boolean fits = lastNight || modifier.equals("this");
                yield fits ? new Expression(from, i + 1, Span.day(lastNight ? today.minusDays(1) : today)) : null;
            }
            case PERIOD -> period(atoms, from, i, word.value(), modifier, resolver);
            default -> null;
        };
    }

    private @Nullable Expression period(
            Atoms atoms, int from, int i, String unit, String modifier, TimeResolver resolver) {
        boolean weekend = unit.equals("weekend") && (atoms.is(i - 1, "the") || from < i);
        boolean plural = atoms.at(i).endsWith("s");
        if (modifier.isEmpty() && atoms.is(i + 1, "after") && atoms.is(i + 2, "next") && atoms.sameSentence(i, i + 2)) {
            Span second = resolver.shifted(unit, 2);
            return second == null || unit.equals("day") ? null : new Expression(from, i + 3, second);
        }
        if (modifier.isEmpty()
                && (unit.equals("month") || unit.equals("year"))
                && atoms.is(i - 1, "the")
                && atoms.is(i - 2, "of")
                && atoms.is(i - 3, "end")) {
            Span span = resolver.period(unit, "this", Direction.UNKNOWN);
            return span == null ? null : new Expression(from, i + 1, span);
        }
        if (plural || (!weekend && (modifier.isEmpty() || unit.equals("day")))) {
            return null;
        }
        Direction direction = weekend ? tense.of(atoms, from, i + 1) : Direction.UNKNOWN;
        Span span = resolver.period(unit, modifier, direction);
        return span == null ? null : new Expression(from, i + 1, span);
    }

    /** "three days ago", "a week ago", "two weeks from now", "in three days' time", "the day before yesterday". */
    @Nullable
    Expression countedAt(Atoms atoms, int i, TimeResolver resolver) {
        if (atoms.is(i, "day")) {
            boolean before = atoms.is(i + 1, "before") && atoms.is(i + 2, "yesterday");
            boolean after = atoms.is(i + 1, "after") && atoms.is(i + 2, "tomorrow");
            LocalDate today = resolver.today();
            return before || after ? new Expression(i, i + 3, Span.day(today.plusDays(before ? -2 : 2))) : null;
        }
        Numeral count = numerals.at(atoms, i);
        int at = count == null ? i + 1 : count.end();
        long amount;
        if (count != null) {
            boolean plain = count.shape() == Shape.CARDINAL && count.low().precision() <= 6;
            amount = plain ? count.low().longValue() : 0;
        } else {
            amount = atoms.is(i, "a") || atoms.is(i, "an") ? 1 : 0;
        }
        if (amount == 0 || !atoms.sameSentence(i, at)) {
            return null;
        }
        String unit = atoms.at(at);
        unit = unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
        if (!UNITS.contains(unit)) {
            return null;
        }
        int end = at + 1;
        if (unit.equals("week") || unit.equals("fortnight")) {
            int weeks = (int) amount * (unit.equals("week") ? 1 : 2);
            Expression day = weekdays.weeksOn(atoms, i, weeks, end, resolver);
            if (day != null) {
                return day;
            }
        }
        long sign = 0;
        if (atoms.is(end, "ago")) {
            sign = -1;
            end += 1;
        } else if (atoms.is(end, "from") && (atoms.is(end + 1, "now") || atoms.is(end + 1, "today"))) {
            sign = 1;
            end += 2;
        } else if ((atoms.is(end, "'") || atoms.is(end, "’")) && atoms.is(end + 1, "time")) {
            sign = 1;
            end += 2;
        } else if (!unit.equals("year") && within(atoms, i, end)) {
            sign = 1;
        }
        if (sign == 0 || !atoms.sameSentence(i, end - 1)) {
            return null;
        }
        Span span = resolver.shifted(unit, sign * amount);
        return span == null ? null : new Expression(i, end, span);
    }

    /** "will meet in a fortnight", but neither "the third walkout in two weeks" nor "paid in two weeks' rent". */
    private boolean within(Atoms atoms, int i, int end) {
        boolean alone = atoms.is(end, ".") || atoms.is(end, ",") || atoms.is(end, ";") || atoms.is(end, "and");
        if (!alone || !atoms.is(i - 1, "in") || !atoms.sameSentence(i - 1, i)) {
            return false;
        }
        for (int k = i - 2; k >= Math.max(0, i - 4); k--) {
            Numeral counted = numerals.at(atoms, k);
            if (counted != null && counted.shape() == Shape.ORDINAL) {
                return false;
            }
        }
        return tense.of(atoms, i, end) == Direction.AHEAD;
    }
}
