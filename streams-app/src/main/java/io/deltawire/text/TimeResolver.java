package io.deltawire.text;

import io.deltawire.text.TenseCue.Direction;
import io.deltawire.text.TimeValue.Precision;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Calendar arithmetic: the days an expression means, given the publication day (UTC) and the direction of its clause. */
final class TimeResolver {
    /** A day on the wrong side of the clause's tense counts as this many days away. */
    private static final int WRONG_SIDE = 6;

    /** The days meant, from first to last. */
    record Span(LocalDate begin, LocalDate end, Precision precision) {
        static Span day(LocalDate day) {
            return new Span(day, day, Precision.DAY);
        }

        static Span month(YearMonth month) {
            return new Span(month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
        }

        static Span year(int year) {
            return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR);
        }
    }

    private final LocalDate today;

    TimeResolver(LocalDate today) {
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    /** @param modifier "next", "last", … before the weekday, else "" */
    Span weekday(int number, String modifier, Direction direction) {
        DayOfWeek day = DayOfWeek.of(number);
        return Span.day(
                switch (modifier) {
                    case "next" ->
                        today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                .plusDays(6L + number);
                    case "coming" -> today.with(TemporalAdjusters.next(day));
                    case "last", "past", "previous" -> today.with(TemporalAdjusters.previous(day));
                    default ->
                        direction == Direction.AHEAD
                                ? today.with(TemporalAdjusters.nextOrSame(day))
                                : today.with(TemporalAdjusters.previousOrSame(day));
                });
    }

    /**
     * A month and day without a year: the nearest to publication, with a strong pull to the side of the tense.
     *
     * @param weekday 1 to 7 when the text also names the weekday, which then decides the year; else 0
     * @return null where no such day exists
     */
    @Nullable
    LocalDate monthDay(int month, int day, int weekday, Direction direction) {
        LocalDate best = null;
        long least = Long.MAX_VALUE;
        for (int year = today.getYear() - 3; year <= today.getYear() + 3; year++) {
            LocalDate candidate = date(year, month, day);
            if (candidate == null) {
                continue;
            }
            boolean fits = weekday == 0 || candidate.getDayOfWeek().getValue() == weekday;
            long distance = distance(candidate, direction) + (fits ? 0 : 5000);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    Span month(int month, String modifier, Direction direction) {
        YearMonth now = YearMonth.from(today);
        YearMonth sameYear = YearMonth.of(today.getYear(), month);
        switch (modifier) {
            case "last", "past", "previous" -> {
                return Span.month(sameYear.isBefore(now) ? sameYear : sameYear.minusYears(1));
            }
            case "next", "coming" -> {
                return Span.month(sameYear.isAfter(now) ? sameYear : sameYear.plusYears(1));
            }
            case "this" -> {
                return Span.month(sameYear);
            }
            default -> {}
        }
        YearMonth best = sameYear;
        for (int shift = -1; shift <= 1; shift++) {
            YearMonth candidate = sameYear.plusYears(shift);
            if (monthDistance(candidate, now, direction) < monthDistance(best, now, direction)) {
                best = candidate;
            }
        }
        return Span.month(best);
    }

    /** "last week", "this month", "next year". */
    @Nullable
    Span period(String unit, String modifier, Direction direction) {
        int shift = switch (modifier) {
            case "next", "coming", "following" -> 1;
            case "last", "past", "previous" -> -1;
            default -> 0;
        };
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (unit) {
            case "week" -> {
                LocalDate begin = monday.plusWeeks(shift);
                yield new Span(begin, begin.plusDays(6), Precision.WEEK);
            }
            case "weekend" -> weekend(monday, modifier, shift, direction);
            case "month" -> Span.month(YearMonth.from(today).plusMonths(shift));
            case "year" -> Span.year(today.getYear() + shift);
            case "quarter" -> {
                LocalDate begin = LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1);
                yield months(begin.plusMonths(3L * shift), 3, Precision.SEASON);
            }
            case "decade" -> months(LocalDate.of(today.getYear() / 10 * 10 + 10 * shift, 1, 1), 120, Precision.DECADE);
            default -> null;
        };
    }

    private Span weekend(LocalDate monday, String modifier, int shift, Direction direction) {
        boolean onIt = today.getDayOfWeek().getValue() >= 6;
        long weeks = shift;
        if (shift == 0 && !onIt && !modifier.equals("this") && direction != Direction.AHEAD) {
            weeks = -1;
        } else if (shift == 0 && !onIt && direction == Direction.BACK) {
            weeks = -1;
        }
        LocalDate saturday = monday.plusWeeks(weeks).plusDays(5);
        return new Span(saturday, saturday.plusDays(1), Precision.DAY);
    }

    /** "three weeks ago" (negative amounts) or "two days from now". */
    @Nullable
    Span shifted(String unit, long amount) {
        if (Math.abs(amount) > 5000) {
            return null;
        }
        return switch (unit) {
            case "second", "minute", "hour" -> Span.day(today);
            case "day", "night" -> Span.day(today.plusDays(amount));
            case "week" -> week(today.plusWeeks(amount));
            case "fortnight" -> week(today.plusWeeks(2 * amount));
            case "month" -> Span.month(YearMonth.from(today).plusMonths(amount));
            case "year" -> validYear(today.getYear() + amount) ? Span.year((int) (today.getYear() + amount)) : null;
            case "decade" -> {
                long year = (today.getYear() + 10 * amount) / 10 * 10;
                yield validYear(year) ? months(LocalDate.of((int) year, 1, 1), 120, Precision.DECADE) : null;
            }
            default -> null;
        };
    }

    /** A season (first month 3, 6, 9 or 12) of a year; with year 0 the one that tense and distance suggest. */
    Span season(int firstMonth, int year, String modifier, Direction direction) {
        int chosen = year;
        if (year == 0) {
            Span month = month(firstMonth, modifier, direction);
            chosen = month.begin().getYear();
        }
        return months(LocalDate.of(chosen, firstMonth, 1), 3, Precision.SEASON);
    }

    static Span months(LocalDate begin, int months, Precision precision) {
        return new Span(begin, begin.plusMonths(months).minusDays(1), precision);
    }

    /** The date, or null where it does not exist. */
    static @Nullable LocalDate date(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31 || !validYear(year)) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static boolean validYear(long year) {
        return year >= 1000 && year <= 2999;
    }

    /** Days from publication, those on the wrong side of the tense counted several times. */
    long distance(LocalDate day, Direction direction) {
        long days = ChronoUnit.DAYS.between(today, day);
        boolean wrong = (direction == Direction.AHEAD && days < 0) || (direction == Direction.BACK && days > 0);
        return Math.abs(days) * (wrong ? WRONG_SIDE : 1);
    }

    private static long monthDistance(YearMonth month, YearMonth now, Direction direction) {
        long months = now.until(month, ChronoUnit.MONTHS);
        boolean wrong = (direction == Direction.AHEAD && months < 0) || (direction == Direction.BACK && months > 0);
        return 2 * Math.abs(months) * (wrong ? WRONG_SIDE : 1) + (months > 0 ? 1 : 0);
    }

    private static Span week(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Span(monday, monday.plusDays(6), Precision.WEEK);
    }
}
