package io.deltawire.text;

import io.deltawire.text.CalendarWords.Role;
import io.deltawire.text.CalendarWords.Word;
import io.deltawire.text.ClockReader.Clock;
import io.deltawire.text.TenseCue.Direction;
import io.deltawire.text.TimeResolver.Span;
import io.deltawire.text.TimeValue.Precision;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds calendar expressions and resolves them against the day the text says that it is of, else the publication day, taken in UTC. */
final class TimeFinder {
    private static final Set<String> MODIFIERS =
            Set.of("next", "last", "this", "past", "coming", "previous", "current", "following");

    /** Before a feast named by one word, which is a day only behind these. */
    private static final Set<String> BEFORE_FEAST = Set.of("by", "before", "until", "till", "on", "at", "after");

    /** Times in text order, and the atoms that belong to dates or clock times. */
    record Found(List<TimeValue> times, BitSet atoms) {}

    /** An expression of atoms [from, to). */
    record Expression(int from, int to, Span span) {}

    private final CalendarWords words;
    private final TenseCue tense;
    private final ClockReader clocks;
    private final DateReader dates;
    private final YearReader years;
    private final RelativeReader relatives;
    private final WeekdayReader weekdays;

    /** Words that an expression can begin with: of others, which most words are, none of the readers need be asked. */
    private final Set<String> openers = new HashSet<>();

    TimeFinder(CalendarWords words, NumeralParser numerals) {
        this.words = words;
        tense = new TenseCue(words);
        clocks = new ClockReader(words);
        dates = new DateReader(words, tense, numerals);
        years = new YearReader(words, tense);
        weekdays = new WeekdayReader(words, tense, numerals);
        relatives = new RelativeReader(words, tense, numerals, weekdays);
        openers.addAll(MODIFIERS);
        openers.addAll(words.all());
        openers.addAll(words.feasts.beginnings());
        openers.addAll(numerals.beginnings());
        openers.addAll(YearReader.QUARTERS);
        openers.add("day");
    }

    /** What a word may begin, see {@link Atoms#mayBegin}. */
    int beginnings(String lower) {
        return (openers.contains(lower) ? Atoms.DAY : 0) | (words.word(lower, Role.CLOCK) == null ? 0 : Atoms.CLOCK);
    }

    Found find(Atoms atoms, Document document) {
        LocalDate published = document.publishedAt().atZone(ZoneOffset.UTC).toLocalDate();
        Found found = find(atoms, published);
        LocalDate told = Dateline.of(document, found.times(), published);
        return told.equals(published) ? found : find(atoms, told);
    }

    private Found find(Atoms atoms, LocalDate today) {
        TimeResolver resolver = new TimeResolver(today);
        List<TimeValue> times = new ArrayList<>();
        BitSet masked = new BitSet(atoms.size());
        Clock lastClock = null;
        int lastToken = 0;
        int i = 0;
        while (i < atoms.size()) {
            if (!atoms.mayBegin(i, Atoms.DAY | Atoms.CLOCK)) {
                i++;
                continue;
            }
            Expression found = atEnd(atoms, expressionAt(atoms, i, resolver));
            if (found == null) {
                Clock clock = clocks.at(atoms, i);
                if (clock != null) {
                    masked.set(i, clock.end());
                    lastClock = clock;
                    i = clock.end();
                } else {
                    i++;
                }
                continue;
            }
            String time = "";
            int to = withDaypart(atoms, found.to());
            if (lastClock != null && near(atoms, lastClock.end(), found.from())) {
                time = lastClock.time();
            }
            Clock after = clockAfter(atoms, to);
            if (after != null) {
                time = after.time();
                masked.set(found.from(), after.end());
            }
            int firstToken = atoms.token(found.from());
            int endToken = atoms.token(to - 1) + 1;
            masked.set(found.from(), to);
            if (firstToken >= lastToken) {
                Span span = found.span();
                times.add(new TimeValue(firstToken, endToken, span.begin(), span.end(), span.precision(), time));
                lastToken = endToken;
            }
            i = Math.max(i + 1, after == null ? to : after.end());
            lastClock = null;
        }
        return new Found(times, masked);
    }

    /** "By the end of June": its last day. */
    private static @Nullable Expression atEnd(Atoms atoms, @Nullable Expression found) {
        if (found == null) {
            return null;
        }
        Precision precision = found.span().precision();
        int of = found.from() - (atoms.is(found.from() - 1, "the") ? 2 : 1);
        boolean end = (precision == Precision.MONTH || precision == Precision.YEAR)
                && atoms.is(of, "of")
                && atoms.is(of - 1, "end")
                && atoms.sameSentence(of - 1, found.from());
        return end
                ? new Expression(found.from(), found.to(), Span.day(found.span().end()))
                : found;
    }

    private @Nullable Expression expressionAt(Atoms atoms, int i, TimeResolver resolver) {
        if (words.isEmpty()) {
            return atoms.isDigits(i) ? dates.numeric(atoms, i, resolver) : null;
        }
        if (atoms.isDigits(i)) {
            Expression found = dates.numeric(atoms, i, resolver);
            found = found == null ? dates.dayFirst(atoms, i, resolver) : found;
            found = found == null ? years.at(atoms, i, resolver) : found;
            found = found == null ? dates.dayAlone(atoms, i, resolver) : found;
            return found == null ? relatives.countedAt(atoms, i, resolver) : found;
        }
        if (!atoms.isWord(i)) {
            return null;
        }
        String lower = atoms.at(i);
        if (!openers.contains(lower)) {
            return null;
        }
        Expression ofMonth = weekdays.ofMonth(atoms, i, resolver);
        ofMonth = ofMonth == null ? dates.ordinal(atoms, i, i, 0, resolver) : ofMonth;
        if (ofMonth != null) {
            return ofMonth;
        }
        String modifier = "";
        int at = i;
        if (MODIFIERS.contains(lower)) {
            modifier = lower;
            at++;
            if (atoms.is(at, "past") || atoms.is(at, "coming")) {
                modifier = atoms.at(at++);
            }
        }
        int part = at;
        while (words.word(atoms.at(part), Role.PART) != null) {
            part++;
            part += atoms.isHyphen(part) || atoms.is(part, "on") || atoms.is(part, "in") ? 1 : 0;
        }
        Word word = atoms.sameSentence(i, part) ? words.word(atoms.at(part)) : null;
        if (word == null) {
            Expression other = part > at && atoms.isDigits(part) ? years.at(atoms, part, resolver) : null;
            other = other == null && part > at && atoms.isDigits(part) ? dates.dayFirst(atoms, part, resolver) : other;
            other = other == null ? relatives.countedAt(atoms, i, resolver) : other;
            other = other == null && modifier.isEmpty() ? years.quarterAt(atoms, i, resolver) : other;
            return other == null ? feast(atoms, i, resolver) : new Expression(i, other.to(), other.span());
        }
        return switch (word.role()) {
            case WEEKDAY, WEEKDAY_SHORT -> {
                Expression ofWeek = weekdays.ofWeek(atoms, i, part, resolver);
                yield ofWeek == null
                        ? dates.weekday(atoms, i, part, modifier, resolver)
                        : apposed(atoms, ofWeek, resolver);
            }
            case MONTH -> dates.monthFirst(atoms, i, part, modifier, resolver);
            case SEASON -> years.season(atoms, i, part, modifier, resolver);
            case DAY, DAYPART, PERIOD -> relatives.named(atoms, i, part, modifier, resolver);
            default -> null;
        };
    }

    /** "Wednesday of next week, 25 March": one day told twice. */
    private Expression apposed(Atoms atoms, Expression day, TimeResolver resolver) {
        int at = atoms.is(day.to(), ",") ? day.to() + 1 : day.to();
        if (!atoms.sameSentence(day.from(), at)) {
            return day;
        }
        Expression date = atoms.isDigits(at)
                ? dates.dayFirst(atoms, at, resolver)
                : words.word(atoms.at(at), Role.MONTH) != null ? dates.monthFirst(atoms, at, at, "", resolver) : null;
        boolean same = date != null
                && date.span().precision() == Precision.DAY
                && date.span().begin().getDayOfWeek() == day.span().begin().getDayOfWeek();
        return date != null && same ? new Expression(day.from(), date.to(), date.span()) : day;
    }

    private @Nullable Expression feast(Atoms atoms, int i, TimeResolver resolver) {
        PhraseTable.Phrase phrase = words.feasts.startingAt(atoms, i);
        if (phrase == null) {
            return null;
        }
        int end = i + phrase.words().size();
        if (!(phrase.words().size() > 1 || due(atoms, i, end))) {
            return null;
        }
        String[] monthDay = phrase.columns().get(0).split("-", -1);
        Direction direction = tense.of(atoms, i, end);
        LocalDate day = resolver.monthDay(Integer.parseInt(monthDay[0]), Integer.parseInt(monthDay[1]), 0, direction);
        return day == null ? null : new Expression(i, end, Span.day(day));
    }

    /** "By Christmas", but neither "a Christmas market" nor "last Christmas". */
    private static boolean due(Atoms atoms, int i, int end) {
        return atoms.sameSentence(i - 1, i)
                && BEFORE_FEAST.contains(atoms.at(i - 1))
                && !atoms.pos(end).startsWith("NN");
    }

    /** "Sunday night", "Monday morning". */
    private int withDaypart(Atoms atoms, int to) {
        return words.word(atoms.at(to), Role.DAYPART) != null && atoms.sameSentence(to - 1, to) ? to + 1 : to;
    }

    private @Nullable Clock clockAfter(Atoms atoms, int to) {
        int at = to;
        at += atoms.is(at, ",") ? 1 : 0;
        if (atoms.is(at, "at") || atoms.is(at, "around") || atoms.is(at, "about") || atoms.is(at, "by")) {
            at++;
            at += atoms.is(at, "around") || atoms.is(at, "about") ? 1 : 0;
            return atoms.sameSentence(to - 1, at) ? clocks.at(atoms, at) : null;
        }
        return null;
    }

    /** Only "on", "the" or a comma between a clock time and its day. */
    private static boolean near(Atoms atoms, int clockEnd, int from) {
        if (from < clockEnd || from - clockEnd > 3 || !atoms.sameSentence(clockEnd - 1, from)) {
            return false;
        }
        for (int k = clockEnd; k < from; k++) {
            if (!atoms.is(k, "on")
                    && !atoms.is(k, "the")
                    && !atoms.is(k, ",")
                    && !atoms.is(k, ".")
                    && !atoms.is(k, "of")) {
                return false;
            }
        }
        return true;
    }

    static Span day(LocalDate begin, LocalDate end) {
        return new Span(begin, end, Precision.DAY);
    }
}
