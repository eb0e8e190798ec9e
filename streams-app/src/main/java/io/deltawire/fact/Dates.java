package io.deltawire.fact;

import io.deltawire.text.WordCache;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares dates written at different precision: 2025-05-15, 2025-W20, 2025-05, 2025, 2025-06/2025-08. */
final class Dates {
    /** Facts and claims are compared many times for one article. */
    private static final WordCache<Optional<Days>> READ =
            new WordCache<>(1 << 12, canonical -> Optional.ofNullable(read(canonical)));

    private Dates() {}

    /** The days a canonical date covers. */
    record Days(LocalDate begin, LocalDate end) {
        boolean covers(Days other) {
            return !begin.isAfter(other.begin) && !end.isBefore(other.end);
        }
    }

    static Match compare(String claimed, String held) {
        if (claimed.equals(held)) {
            return Match.SAME;
        }
        Days mine = days(claimed);
        Days theirs = days(held);
        if (mine == null || theirs == null) {
            return Match.OTHER;
        }
        if (theirs.covers(mine)) {
            return Match.NARROWER;
        }
        return mine.covers(theirs) ? Match.WITHIN : Match.OTHER;
    }

    /** The days meant, or null when the text is no such date. */
    static @Nullable Days days(String canonical) {
        return READ.get(canonical).orElse(null);
    }

    private static @Nullable Days read(String canonical) {
        try {
            int slash = canonical.indexOf('/');
            if (slash > 0) {
                Days first = days(canonical.substring(0, slash));
                Days last = days(canonical.substring(slash + 1));
                return first == null || last == null ? null : new Days(first.begin(), last.end());
            }
            if (canonical.contains("-W")) {
                LocalDate monday = LocalDate.parse(canonical + "-1", DateTimeFormatter.ISO_WEEK_DATE);
                return new Days(monday, monday.plusDays(6));
            }
            return switch (canonical.length()) {
                case 4 ->
                    new Days(
                            LocalDate.of(Integer.parseInt(canonical), 1, 1),
                            LocalDate.of(Integer.parseInt(canonical), 12, 31));
                case 7 ->
                    new Days(
                            YearMonth.parse(canonical).atDay(1),
                            YearMonth.parse(canonical).atEndOfMonth());
                default ->
                    new Days(LocalDate.parse(canonical.substring(0, 10)), LocalDate.parse(canonical.substring(0, 10)));
            };
        } catch (DateTimeException | NumberFormatException | StringIndexOutOfBoundsException e) {
            return null;
        }
    }
}
