package io.deltawire.claim;

import io.deltawire.text.TimeValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the days of one sentence are to each other: the one that no longer holds, the one in its stead, the one that is off. */
final class Rearranged {
    private static final Set<String> TO = Set.of("to", "until", "till", "for");
    private static final Set<String> IT = Set.of("it", "they", "this", "that", "which");
    private static final Set<String> INSTEAD = Set.of("now", "instead", "then");
    private static final Set<String> LINKS = Set.of("on", "in", "at", "for", "to", "until", "as", "planned", ",");

    /** Tokens between a day and the one in its stead. */
    private static final int REACH = 5;

    private static final double NAMED = 0.7;
    private static final double LIKELY = 0.6;

    private final Reading reading;
    private final Lexicons lexicons;
    private final Occasions occasions;
    private final Deferral deferral;

    Rearranged(Reading reading, Lexicons lexicons, Occasions occasions) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.occasions = occasions;
        this.deferral = new Deferral(reading, lexicons);
    }

    /** "Not on 6 April but on 20 April": the first of the two. */
    boolean replaced(Clause clause, TimeValue time) {
        int t = time.endToken();
        while (LINKS.contains(reading.lower(t)) && t < time.endToken() + REACH) {
            t++;
        }
        boolean denied = clause.negated()
                || reading.lower(time.firstToken() - 1).equals("not")
                || reading.lower(time.firstToken() - 2).equals("not");
        return denied && reading.lower(t).equals("but") && (reading.time(t + 1) != null || reading.time(t + 2) != null);
    }

    /** "Not on 6 April but on 20 April": the second of the two. */
    boolean replaces(TimeValue time) {
        int t = time.firstToken() - 1;
        t = LINKS.contains(reading.lower(t)) ? t - 1 : t;
        if (!reading.lower(t).equals("but")) {
            return false;
        }
        int before = t - 1;
        while (LINKS.contains(reading.lower(before)) && before > t - REACH) {
            before--;
        }
        return reading.time(before) != null;
    }

    /** "The rally planned for Sunday was called off", "cancelled the rally planned for Saturday": nothing is to come on that day. */
    boolean calledOff(Frames frames, int i, Occasions.Event event) {
        Clause own = Occasions.clauseOf(frames, i);
        if (own != null
                && own.lemma().equals("be")
                && own.index() < i
                && reading.lower(own.verb().end()).equals("off")) {
            return true; // "the match is off for Friday"
        }
        Chunk group = event.group();
        if (group == null || TO.contains(reading.lower(frames.chunks().get(i).first() - 2))) {
            return false;
        }
        int at = frames.indexOf(group);
        for (Clause clause : frames.clauses()) {
            boolean off = clause.is("cancel")
                    && !clause.negated()
                    && (clause.mood() == Clause.Mood.FACT || clause.mood() == Clause.Mood.FUTURE);
            boolean behind =
                    clause.passive() && clause.index() > i && at < clause.index() && !another(frames, i, clause);
            boolean before = !clause.passive() && clause.objects().contains(group) && clause.index() < at && at < i;
            if (off && (behind || before) && nearest(frames, clause, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a finite clause stands between a day and the passive behind it: then that is of something else. */
    private static boolean another(Frames frames, int i, Clause passive) {
        return frames.clauses().stream().anyMatch(clause -> clause.index() > i && clause.index() < passive.index());
    }

    /** "Cancelled the rally and will meet on Saturday": the day is that of the later verb. */
    private boolean nearest(Frames frames, Clause off, int i) {
        return frames.clauses().stream()
                .filter(clause -> clause.index() > off.index() && clause.index() < i)
                .allMatch(clause -> clause.verb().first() == clause.verb().head() && clause.passive());
    }

    /** "Move the meeting that was to take place on Thursday; it is now called for 2 April": two days of one event. */
    List<Draft> one(boolean moved, List<Draft> drafts) {
        if (drafts.size() != 2 || !moved) {
            return drafts;
        }
        Draft old = drafts.get(0);
        Draft later = drafts.get(1);
        boolean vague = later.confidence < LIKELY && later.modality == Modality.PLANNED && instead(later);
        boolean named = old.confidence >= NAMED;
        boolean days = old.value.length() == 10 && later.value.length() == 10 && !old.value.equals(later.value);
        if (!vague || !named || !days || old.firstToken >= later.firstToken) {
            return drafts;
        }
        later.about(old.subject).with("was", old.value).cue(Claim.Cue.UPDATE).sure(NAMED);
        return List.of(later);
    }

    private boolean instead(Draft draft) {
        boolean it = false;
        for (int t = draft.firstToken - 3; t < draft.endToken; t++) {
            it |= IT.contains(reading.lower(t));
            if (it && INSTEAD.contains(reading.lower(t))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds what a length says: of the new day told beside it what the old one was, else the length itself.
     *
     * @param dated the sentence tells the old day
     */
    List<Draft> deferred(Frames frames, List<Draft> drafts, boolean dated, boolean history) {
        boolean may = !history && !frames.sentence().headline() && reading.marked(frames.sentence(), Marks.UNIT);
        Deferral.Length length = may ? deferral.in(frames.sentence()) : null;
        if (length == null) {
            return drafts;
        }
        if (!drafts.isEmpty()) {
            Draft only = drafts.size() == 1 ? drafts.get(0) : null;
            boolean moved = only != null
                    && only.value.length() == 10
                    && (only.modality == Modality.PLANNED || only.modality == Modality.HAPPENED)
                    && only.qualifiers.stream().noneMatch(qualifier -> qualifier.startsWith("was="));
            if (only != null && moved) {
                only.with("was", length.before(LocalDate.parse(only.value)))
                        .cue(Claim.Cue.UPDATE)
                        .sure(Math.max(LIKELY, only.confidence));
            }
            return drafts;
        }
        Draft told = dated ? null : told(frames, length);
        return told == null ? drafts : new ArrayList<>(List.of(told));
    }

    private @Nullable Draft told(Frames frames, Deferral.Length length) {
        Clause clause = null;
        for (Clause next : frames.clauses()) {
            clause = next.verb().first() < length.first() ? next : clause;
        }
        // "the launch, delayed by three days, will": what is told in passing may have been told before
        boolean passing = clause == null
                || (clause.passive() && clause.verb().first() == clause.verb().head());
        if (clause == null || passing || clause.negated()) {
            return null;
        }
        Modality modality = Standing.modality(reading, lexicons, frames.sentence(), clause);
        if (modality != Modality.HAPPENED && modality != Modality.PLANNED) {
            return null;
        }
        Occasions.Event event = occasions.moved(frames, clause);
        if (event == null && !length.planned()) {
            return null;
        }
        return new Draft(Kind.SCHEDULE, frames.sentence(), clause.verb().first(), length.end())
                .about(event == null ? Venues.UNNAMED : event.name())
                .is(length.canonical())
                .with("field", "date")
                .on("date")
                .put(Modality.PLANNED)
                .cue(Claim.Cue.UPDATE)
                .sure(event == null ? LIKELY : NAMED);
    }
}
