package io.deltawire.claim;

import io.deltawire.text.TimeValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Which of several days of the calendar a weekday or a day of a month means, once it is known that it is past or to come. */
final class Days {
    private static final int WEEK = 7;

    /** "Moved from 30 June", said in April: a day further back than this is one to come. */
    private static final int LONG_PAST = 60;

    private static final int HALF_YEAR = 6;

    /** Lengths of a year and of a year with its month, as in ISO 8601. */
    private static final int YEAR = 4;

    private static final int YEAR_MONTH = 7;

    private Days() {}

    /** "Scheduled for Thursday, was held": the Thursday before. */
    static TimeValue gone(TimeValue time, boolean weekday, LocalDate published) {
        boolean next = weekday
                && time.begin().isAfter(published)
                && !time.begin().minusDays(WEEK).isAfter(published);
        return next ? on(time, time.begin().minusDays(WEEK), time.end().minusDays(WEEK)) : time;
    }

    /** "postponed to Wednesday" means the coming one, whatever the tense. */
    static TimeValue ahead(TimeValue time, LocalDate published) {
        boolean lastWeek = time.precision() == TimeValue.Precision.DAY
                && time.end().isBefore(published)
                && !time.end().isBefore(published.minusDays(WEEK));
        return lastWeek ? on(time, time.begin().plusDays(WEEK), time.end().plusDays(WEEK)) : nextYear(time, published);
    }

    /** "postponed to 2 January", said in December. */
    private static TimeValue nextYear(TimeValue time, LocalDate published) {
        boolean past = time.end().isBefore(published) && time.end().plusYears(1).isAfter(published);
        boolean dated = time.precision() == TimeValue.Precision.DAY || time.precision() == TimeValue.Precision.MONTH;
        return past && dated ? on(time, time.begin().plusYears(1), time.end().plusYears(1)) : time;
    }

    private static TimeValue on(TimeValue time, LocalDate begin, LocalDate end) {
        return new TimeValue(time.firstToken(), time.endToken(), begin, end, time.precision(), time.clock());
    }

    /** The day that no longer holds: the finder takes "was moved from 30 June" in April for one of last year. */
    static TimeValue older(Reading reading, TimeValue recalled, String now) {
        LocalDate published = Standing.published(reading);
        String last = reading.lower(recalled.endToken() - 1);
        boolean year = last.length() == 4 && last.chars().allMatch(Character::isDigit);
        if (recalled.precision() == TimeValue.Precision.MONTH && !year) {
            return nearest(recalled, now);
        }
        boolean far = recalled.precision() == TimeValue.Precision.DAY
                && recalled.end().isBefore(published.minusDays(LONG_PAST));
        return weekday(reading, recalled) || (far && !year) ? ahead(recalled, published) : recalled;
    }

    /** "Slipped from September to November": the month of that name which lies nearest to the new one. */
    private static TimeValue nearest(TimeValue month, String now) {
        int dash = now.indexOf('-');
        if (now.length() < YEAR_MONTH || dash != YEAR) {
            return month;
        }
        YearMonth then = YearMonth.parse(now.substring(0, YEAR_MONTH));
        YearMonth old = YearMonth.from(month.begin());
        long apart = ChronoUnit.MONTHS.between(old, then);
        int years = apart > HALF_YEAR ? 1 : apart < -HALF_YEAR ? -1 : 0;
        return on(month, month.begin().plusYears(years), month.end().plusYears(years));
    }

    /** One day of a span. */
    static TimeValue one(TimeValue of, LocalDate day) {
        return on(of, day, day);
    }

    static boolean weekday(Reading reading, TimeValue time) {
        String word = reading.lower(time.endToken() - 1);
        return word.endsWith("day") && time.precision() == TimeValue.Precision.DAY && !word.endsWith("yesterday");
    }

    /** The time that a chunk is or has before its head, or null. */
    static @Nullable TimeValue in(Reading reading, Chunk chunk) {
        if (chunk.is(Chunk.Kind.TIME)) {
            return reading.time(chunk.first());
        }
        if (chunk.is(Chunk.Kind.NOUN)) {
            for (int t = chunk.first(); t <= chunk.head(); t++) {
                if (reading.time(t) != null) {
                    return reading.time(t);
                }
            }
        }
        return null;
    }
}
