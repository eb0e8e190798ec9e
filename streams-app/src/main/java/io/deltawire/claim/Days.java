package io.deltawire.claim;

import io.deltawire.text.TimeValue;
import java.time.LocalDate;

/** Which of several days of the calendar a weekday or a day of a month means, once it is known that it is past or to come. */
final class Days {
    private static final int WEEK = 7;

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
}
