package io.deltawire.text;

import io.deltawire.text.CalendarWords.Role;
import io.deltawire.text.CalendarWords.Word;
import io.deltawire.text.TimeFinder.Expression;
import io.deltawire.text.TimeResolver.Span;
import io.deltawire.text.TimeValue.Precision;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads years, decades, seasons and quarters. */
final class YearReader {
    private static final Set<String> BEFORE_YEAR = Set.of(
            "in", "since", "until", "till", "by", "from", "during", "before", "after", "early", "late", "mid",
            "through", "year", "around", "and", "to", "for", "circa", "between");

    /** Words before a four-digit number that make it a quantity. */
    private static final Set<String> BEFORE_QUANTITY = Set.of(
            "least",
            "than",
            "nearly",
            "almost",
            "about",
            "some",
            "approximately",
            "roughly",
            "estimated",
            "over",
            "$",
            "£",
            "€",
            "no",
            "number",
            "flight",
            "additional");

    /** What {@link #quarterAt} reads begins with one of these. */
    static final Set<String> QUARTERS = Set.of("first", "second", "third", "fourth", "final", "q");

    private final CalendarWords words;
    private final TenseCue tense;

    YearReader(CalendarWords words, TenseCue tense) {
        this.words = words;
        this.tense = tense;
    }

    /** "2022", "2013-14", "the 1990s", "'90s". */
    @Nullable
    Expression at(Atoms atoms, int i, TimeResolver resolver) {
        String text = atoms.at(i);
        boolean decade = atoms.glued(i + 1) && (atoms.is(i + 1, "s") || atoms.is(i + 1, "'s") || atoms.is(i + 1, "’s"));
        if (text.length() == 2 && decade && text.charAt(1) == '0' && (atoms.is(i - 1, "'") || atoms.is(i - 1, "’"))) {
            int year = ClockReader.number(text);
            return decade(i, i + 2, (year > 20 ? 1900 : 2000) + year);
        }
        int year = text.length() == 4 ? ClockReader.number(text) : -1;
        if (year < 1000 || year > 2199 || (atoms.glued(i) && atoms.isWord(i - 1))) {
            return null;
        }
        if (decade && year % 10 == 0 && year >= 1500 && !atoms.is(i + 1, "’s") && !atoms.is(i + 1, "'s")) {
            return decade(i, i + 2, year);
        }
        if (!isYear(atoms, i, year)) {
            return null;
        }
        int end = i + 1;
        int lastYear = year;
        if (atoms.isHyphen(end) && atoms.glued(end) && atoms.isDigits(end + 1) && atoms.glued(end + 1)) {
            String second = atoms.at(end + 1);
            int value = ClockReader.number(second);
            int other = second.length() == 2 ? year / 100 * 100 + value : value;
            if ((second.length() == 2 || second.length() == 4) && other > year && other < year + 200) {
                lastYear = other;
                end += 2;
            }
        }
        Span span = new Span(LocalDate.of(year, 1, 1), LocalDate.of(lastYear, 12, 31), Precision.YEAR);
        return new Expression(i, end, span);
    }

    private static boolean isYear(Atoms atoms, int i, int year) {
        String before = atoms.sameSentence(i - 1, i) ? atoms.at(i - 1) : "";
        // "in 2031 rather than 2029", but not "more than 2,000"
        boolean instead = before.equals("than")
                && (atoms.is(i - 2, "rather") || atoms.is(i - 2, "earlier") || atoms.is(i - 2, "later"));
        if ((BEFORE_QUANTITY.contains(before) && !instead) || atoms.is(i + 1, "%") || atoms.is(i + 1, "block")) {
            return false;
        }
        boolean led = instead || BEFORE_YEAR.contains(before);
        if (year < 1800 || year > 2100) {
            return led && !isThing(atoms, i + 1);
        }
        boolean hyphened = atoms.isHyphen(i - 1) && atoms.glued(i) && atoms.glued(i - 1);
        if (hyphened && !BEFORE_YEAR.contains(atoms.at(i - 2)) && !atoms.is(i - 2, "pre") && !atoms.is(i - 2, "post")) {
            return false;
        }
        return (led && !before.equals("for") && !before.equals("to")) || !isThing(atoms, i + 1);
    }

    /** A plural in lower case behind the number: "2,000 troops" written without its comma. */
    private static boolean isThing(Atoms atoms, int i) {
        if (!atoms.sameSentence(i - 1, i) || !atoms.isWord(i) || atoms.isCapital(i) || atoms.glued(i)) {
            return false;
        }
        String word = atoms.at(i);
        String pos = atoms.pos(i);
        boolean plural = pos.isEmpty()
                ? word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
                : pos.equals("NNS");
        // "2016 elections", "2012 Olympics": one year's, said in the plural.
        return (plural && !word.equals("elections") && !word.equals("games") && !word.equals("protests"))
                || word.equals("people")
                || word.equals("men")
                || word.equals("women")
                || word.equals("children")
                || word.equals("more");
    }

    private static Expression decade(int from, int to, int year) {
        return new Expression(from, to, TimeResolver.months(LocalDate.of(year, 1, 1), 120, Precision.DECADE));
    }

    /** "spring 2024", "last summer", "the fall of 2021". */
    @Nullable
    Expression season(Atoms atoms, int from, int i, String modifier, TimeResolver resolver) {
        Word season = words.word(atoms.at(i), Role.SEASON);
        if (season == null) {
            return null;
        }
        int at = i + 1;
        at += atoms.is(at, "of") ? 1 : 0;
        int year = atoms.isDigits(at) && atoms.sameSentence(i, at) ? ClockReader.number(atoms.at(at)) : 0;
        if (year >= 1800 && year <= 2199) {
            return new Expression(
                    from, at + 1, resolver.season(season.number(), year, modifier, tense.of(atoms, from, at)));
        }
        boolean led = from < i
                || ((atoms.is(i - 1, "in")
                                || (atoms.is(i - 1, "the") && !atoms.is(i, "fall") && !atoms.is(i, "spring")))
                        && atoms.sameSentence(i - 1, i));
        if (!led || (atoms.is(i, "fall") && modifier.isEmpty())) {
            return null;
        }
        return new Expression(from, i + 1, resolver.season(season.number(), 0, modifier, tense.of(atoms, from, i + 1)));
    }

    /** "third quarter of 2024", "Q3 2024", "first half of the year". */
    @Nullable
    Expression quarterAt(Atoms atoms, int i, TimeResolver resolver) {
        int number = switch (atoms.at(i)) {
            case "first" -> 1;
            case "second" -> 2;
            case "third" -> 3;
            case "fourth", "final" -> 4;
            default -> 0;
        };
        int at = i + 1;
        if (atoms.is(i, "q") && atoms.glued(at) && atoms.isDigits(at)) {
            number = ClockReader.number(atoms.at(at++));
        } else if (number > 0 && (atoms.isHyphen(at) || atoms.sameSentence(i, at))) {
            at += atoms.isHyphen(at) ? 1 : 0;
            boolean quarter = atoms.is(at, "quarter");
            if (!quarter) {
                return null;
            }
            at++;
        }
        if (number < 1 || number > 4) {
            return null;
        }
        int next = at;
        next += atoms.is(next, "of") || atoms.is(next, "in") ? 1 : 0;
        int year = atoms.isDigits(next) && atoms.sameSentence(i, next) ? ClockReader.number(atoms.at(next)) : 0;
        boolean given = year >= 1800 && year <= 2199;
        if (!given) {
            year = resolver.today().getYear();
            LocalDate begin = LocalDate.of(year, 3 * number - 2, 1);
            if (tense.of(atoms, i, at) == TenseCue.Direction.AHEAD) {
                year += begin.plusMonths(3).isAfter(resolver.today()) ? 0 : 1;
            } else {
                // Quarters are reported once they are over.
                year -= begin.isAfter(resolver.today()) ? 1 : 0;
            }
        }
        LocalDate begin = LocalDate.of(year, 3 * number - 2, 1);
        return new Expression(i, given ? next + 1 : at, TimeResolver.months(begin, 3, Precision.SEASON));
    }
}
