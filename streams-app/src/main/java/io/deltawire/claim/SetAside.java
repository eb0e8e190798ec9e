package io.deltawire.claim;

import io.deltawire.text.TimeValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Days that no longer hold since the sentence tells others: "planned for Thursday, was shifted to Monday", "later than the forecast end of June". */
final class SetAside {
    private static final Set<String> INSTEAD = Set.of("now", "instead", "then");
    private static final Set<String> WAS = Set.of("was", "were");
    private static final Set<String> BE = Set.of("is", "are", "was", "were");
    private static final Set<String> UNTIL = Set.of("until", "till", "before");
    private static final Set<String> ON = Set.of("on", "in", "for", "of");
    /** With "on" behind them these tell when that was done: "was announced on Monday". */
    private static final Set<String> SAID = Set.of("called", "announced", "arranged", "booked", "fixed", "set");

    private static final Set<String> ENDS = Set.of(",", ";", "will", "would", "has", "have", "is", "are");
    private static final Set<String> OF_PLAN = Set.of("the", "its", "their", "of", "in", "on", "previous", "earlier");
    private static final Set<String> COMPARED = Set.of("later", "earlier", "sooner");
    private static final Set<String> THERE = Set.of("in", "at", "on", "the", "for");

    /** Tokens between the word that sets a day and the day: "was due to be played there on Saturday". */
    private static final int SET_BEFORE = 8;

    private final Reading reading;
    private final Lexicons lexicons;
    private final Moves moves;

    SetAside(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.moves = new Moves(reading, lexicons);
    }

    boolean is(Frames frames, TimeValue time) {
        return lapsed(frames, time) || outdone(frames, time) || elsewhere(frames, time);
    }

    /** "Was to open in June, but is now planned for October": another day is told behind it. */
    private boolean lapsed(Frames frames, TimeValue old) {
        int set = set(frames.sentence().firstToken(), old.firstToken());
        TimeValue anew = next(old.endToken(), frames.sentence().endToken());
        if (anew == null) {
            return false;
        }
        boolean to = movedTo(frames, old, anew);
        if (set < 0) {
            return to && (apposed(old) || attached(frames, old));
        }
        boolean instead = false;
        boolean not = false;
        boolean will = false;
        for (int t = old.endToken(); t < anew.firstToken(); t++) {
            String word = reading.lower(t);
            boolean off = word.equals("off") && BE.contains(reading.lower(t - 1));
            instead |= off
                    || (word.equals("new") && reading.lower(t + 1).equals("date"))
                    || (INSTEAD.contains(word) && !reading.lower(t + 1).equals("of"));
            will |= word.equals("will");
            not |= word.equals("not") && will && UNTIL.contains(reading.lower(anew.firstToken() - 1));
        }
        boolean open = will
                && (was(set) || lies(anew))
                && !reading.lower(old.endToken()).equals("and");
        return to || instead || not || open;
    }

    private boolean movedTo(Frames frames, TimeValue old, TimeValue anew) {
        return ScheduleReader.AHEAD.contains(reading.lower(anew.firstToken() - 1))
                && frames.clauses().stream()
                        .anyMatch(clause -> clause.verb().first() >= old.endToken()
                                && clause.verb().first() < anew.firstToken()
                                && moves.in(clause));
    }

    /** "The deadline, 30 June, was extended to 31 July". */
    private boolean apposed(TimeValue old) {
        return reading.lower(old.firstToken() - 1).equals(",")
                && reading.lower(old.endToken()).equals(",");
    }

    /** "The concert on Friday has been postponed to 12 July". */
    private boolean attached(Frames frames, TimeValue old) {
        return ON.contains(reading.lower(old.firstToken() - 1))
                && old.firstToken() - 2 > frames.sentence().firstToken()
                && frames.clauses().stream()
                        .anyMatch(clause -> clause.verb().first() == old.endToken()
                                && (clause.passive() || moves.participle(clause))
                                && moves.in(clause));
    }

    /** The word before a day that says it was set, -1 for none: "planned for Thursday", "was to have begun on Thursday". */
    private int set(int begin, int day) {
        for (int t = day - 1; t >= Math.max(begin, day - SET_BEFORE); t--) {
            boolean to = reading.lower(t).equals("to") && WAS.contains(reading.lower(t - 1));
            if (to || ScheduleReader.DUE.contains(reading.lower(t))) {
                String behind = reading.lower(t + 1);
                boolean said = SAID.contains(reading.lower(t)) && (behind.equals("on") || behind.equals("off"));
                return said ? -1 : t;
            }
            if (ENDS.contains(reading.lower(t))) {
                return -1;
            }
        }
        return -1;
    }

    /** "The opening, planned for May, will be in October". */
    private boolean lies(TimeValue anew) {
        return reading.lower(anew.firstToken() - 2).equals("be")
                || reading.lower(anew.firstToken() - 2).equals("come");
    }

    private boolean was(int set) {
        return WAS.contains(reading.lower(set - 1)) || WAS.contains(reading.lower(set - 2));
    }

    private @Nullable TimeValue next(int from, int end) {
        for (int t = from; t < end; t++) {
            if (reading.time(t) != null) {
                return reading.time(t);
            }
        }
        return null;
    }

    /** "Later than the previously forecast end of June": the day of the plan. */
    private boolean outdone(Frames frames, TimeValue time) {
        int t = time.firstToken() - 1;
        int begin = frames.sentence().firstToken();
        while (t > begin && (OF_PLAN.contains(reading.lower(t)) || planned(t))) {
            t--;
        }
        return reading.lower(t).equals("than")
                && COMPARED.contains(reading.lower(t - 1))
                && !reading.lower(t - 2).equals("no")
                && !reading.lower(t - 2).equals("not")
                && next(begin, t) != null;
    }

    private boolean planned(int t) {
        return lexicons.traits().is(reading.lower(t), "plan")
                || lexicons.traits().is(reading.lower(t), "timetable");
    }

    private boolean named(int t) {
        return reading.mention(t) != null || reading.lower(t).endsWith("ing");
    }

    /** "Instead of in Lisbon on 28 August", "instead of opening in June": the place or the verb stands between. */
    private boolean elsewhere(Frames frames, TimeValue time) {
        int t = time.firstToken() - 1;
        boolean place = false;
        while (t > frames.sentence().firstToken() && (THERE.contains(reading.lower(t)) || named(t))) {
            place |= named(t);
            t--;
        }
        boolean of = reading.lower(t).equals("of") && reading.lower(t - 1).equals("instead");
        return place
                && (of
                        || (reading.lower(t).equals("than")
                                && reading.lower(t - 1).equals("rather")));
    }

    /** "Last year the festival was held on 1 July": the year that a sentence of the past begins with is that of its days. */
    boolean ofLastYear(Frames frames, @Nullable Clause clause, TimeValue found) {
        if (clause == null || !reading.pos(clause.verb().first()).equals("VBD")) {
            return false;
        }
        int first = frames.sentence().firstToken();
        TimeValue time = reading.time(reading.lower(first).equals("in") ? first + 1 : first);
        return time != null
                && time.firstToken() != found.firstToken()
                && time.precision() == TimeValue.Precision.YEAR
                && time.end().isBefore(Standing.published(reading));
    }
}
