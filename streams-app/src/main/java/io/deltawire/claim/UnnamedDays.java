package io.deltawire.claim;

import io.deltawire.text.TimeValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SCHEDULE of a day of which no list knows what is on it: "Bayside now targets 26 June instead of 3 June". What tells of no other day is left out.
 */
final class UnnamedDays {
    /** Days of one sentence. */
    private static final int MOST = 2;

    /** Such a day lies no further back. */
    private static final int LONG_OVER = 21;

    static final double UNKNOWN = 0.3;
    private static final Set<String> OF_ANOTHER = Set.of("after", "of", "between");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Venues venues;
    private final Moves moves;

    UnnamedDays(Reading reading, Lexicons lexicons, Venues venues) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.venues = venues;
        this.moves = new Moves(reading, lexicons);
    }

    /**
     * The days of a sentence.
     *
     * @param denied days that the sentence says it will not be on
     * @param recalled the day that the sentence says no longer holds, or null
     */
    List<Draft> of(Frames frames, List<Draft> denied, @Nullable TimeValue recalled, boolean history) {
        List<Draft> drafts = new ArrayList<>();
        boolean skipped = history || frames.sentence().headline();
        for (int i = 0; !skipped && i < frames.chunks().size() && drafts.size() < MOST; i++) {
            TimeValue time = Days.in(reading, frames.chunks().get(i));
            boolean moved = time != null && venues.fromTo(frames, i, time);
            boolean old = recalled != null && time != null && recalled.firstToken() == time.firstToken() && !moved;
            Clause clause = time == null || old ? null : Occasions.clauseOf(frames, i);
            if (time == null || clause == null || !tells(clause, time)) {
                continue;
            }
            Draft draft = draft(frames, clause, moved ? Days.one(time, time.end()) : time);
            if (denied.stream().noneMatch(other -> other.value.equals(draft.value))) {
                drafts.add(draft);
            }
        }
        if (denied.size() == 1 && drafts.size() == 1) {
            // "will not reopen today but on Thursday"
            Draft not = denied.get(0);
            drafts.get(0)
                    .about(not.subject)
                    .with("was", not.value)
                    .cue(Claim.Cue.UPDATE)
                    .sure(ScheduleReader.LIKELY);
        }
        return drafts;
    }

    /** Not the day on which something was said, nor one of long ago. */
    private boolean tells(Clause clause, TimeValue time) {
        LocalDate published = Standing.published(reading);
        String before = reading.lower(time.firstToken() - 1);
        boolean month =
                time.precision() == TimeValue.Precision.MONTH && time.begin().isAfter(published);
        boolean day =
                time.precision() == TimeValue.Precision.DAY && !time.end().isBefore(published.minusDays(LONG_OVER));
        boolean said = clause.is("report") && !time.begin().isAfter(published);
        return (day || month) && !said && !OF_ANOTHER.contains(before);
    }

    private Draft draft(Frames frames, Clause clause, TimeValue found) {
        LocalDate published = Standing.published(reading);
        Modality mood = Standing.modality(reading, lexicons, frames.sentence(), clause);
        boolean ahead = mood == Modality.PLANNED
                || clause.mood() == Clause.Mood.POSSIBLE
                || ScheduleReader.AHEAD.contains(reading.lower(found.firstToken() - 1));
        TimeValue time = ahead && Days.weekday(reading, found) ? Days.ahead(found, published) : found;
        Draft draft = new Draft(
                        Kind.SCHEDULE,
                        frames.sentence(),
                        Math.min(clause.verb().first(), time.firstToken()),
                        Math.max(clause.verb().end(), time.endToken()))
                .about(Venues.UNNAMED)
                .is(time.canonical())
                .with("field", "date")
                .on("date")
                .put(Standing.dated(reading, lexicons, frames, clause, time))
                .sure(UNKNOWN);
        if (moves.in(clause)) {
            draft.cue(Claim.Cue.UPDATE);
        }
        return draft;
    }
}
