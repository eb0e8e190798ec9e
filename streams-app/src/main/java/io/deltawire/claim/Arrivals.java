package io.deltawire.claim;

import io.deltawire.text.TimeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is said to get an office in a sentence, by what word, and whose it was where the sentence says so. */
final class Arrivals {
    private static final int OBJECT_REACH = 9;
    private static final int DOUBT_REACH = 7;
    private static final int RECENT_DAYS = 60;

    /** Words from "and" to a name: "and army colonel Peter Lang". */
    private static final int GAP = 5;

    private static final Set<String> MODALS = Set.of("may", "might", "could", "should", "must", "can");
    private static final Set<String> STOPS = Set.of(
            "as", "to", "for", "by", "after", "when", "because", "while", "who", "that", "until", "in", "at", ";", ":",
            "and", "but", "from", "with");

    /** Parts of speech that taggers give to a participle without its auxiliary. */
    private static final Set<String> PARTICIPLES = Set.of("VBD", "VBN", "JJ");

    private final Reading reading;
    private final Tenures tenures;
    private final Titles titles;

    Arrivals(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.tenures = reading.tenures(lexicons);
        this.titles = reading.titles(lexicons);
    }

    /**
     * @param outgoing whom the word itself names as the one before, or null
     * @param clause clause of the word, or null where the grammar gives none
     */
    record Arrival(
            Tenures.Word word,
            Cast.Person incoming,
            Cast.@Nullable Person outgoing,
            @Nullable Clause clause,
            boolean passive) {}

    List<Arrival> of(Frames frames, Cast cast) {
        List<Arrival> found = new ArrayList<>();
        if (cast.persons().isEmpty() || !reading.marked(frames.sentence(), Marks.TENURE)) {
            return found;
        }
        int end = frames.sentence().endToken();
        for (int t = frames.sentence().firstToken(); t < end; t++) {
            Tenures.Word word = tenures.at(t, end);
            if (word.classes().isEmpty() || !settled(frames, word, found)) {
                continue;
            }
            Arrival arrival = arrival(frames, cast, word, found);
            if (arrival != null) {
                found.add(arrival);
                t = word.end() - 1;
            }
        }
        return found;
    }

    private @Nullable Arrival arrival(Frames frames, Cast cast, Tenures.Word word, List<Arrival> found) {
        Clause clause = clauseAt(frames, word.first());
        boolean passive = (clause == null ? participle(word.first()) : clause.passive()) || gapped(frames, cast, word);
        if (word.is("follow")) {
            return following(frames, cast, word, clause, passive, found);
        }
        Cast.Person incoming = null;
        if (word.is("appoint") || word.is("enlist") || word.is("nominate")) {
            incoming = patient(frames, cast, word, passive);
        }
        if (incoming == null && word.is("give")) {
            incoming = recipient(frames, cast, word, passive);
        }
        if (incoming == null && word.is("take")) {
            incoming = word.lemma().startsWith("in ") ? beside(cast, word) : cast.subject(word.first());
        }
        boolean auxiliary =
                word.lemma().equals("be") && (clause == null || clause.verb().head() != word.first());
        if (incoming == null && word.is("lead") && !auxiliary) {
            incoming = cast.subject(word.first());
        }
        return incoming == null ? null : new Arrival(word, incoming, null, clause, passive);
    }

    /** "replaces Leo Hart", "to succeed him", "is succeeded by Karl Moe"; behind an appointment it only says whom. */
    private @Nullable Arrival following(
            Frames frames,
            Cast cast,
            Tenures.Word word,
            @Nullable Clause clause,
            boolean passive,
            List<Arrival> found) {
        int end = frames.sentence().endToken();
        int by = by(word, end);
        if (by >= 0) {
            Cast.Person incoming = cast.after(by + 1, Math.min(end, by + OBJECT_REACH));
            Cast.Person outgoing = clause != null && clause.governor() != null && !passive
                    ? cast.back(word.first())
                    : cast.subject(word.first());
            return incoming == null ? null : new Arrival(word, incoming, outgoing, clause, true);
        }
        if (passive) {
            return null;
        }
        Cast.Person outgoing = objectOf(word.end(), end, cast);
        if (outgoing == null) {
            return null;
        }
        boolean attached = reading.lower(word.first() - 1).equals("to")
                || reading.pos(word.first()).equals("VBG");
        if (attached && !found.isEmpty()) {
            Arrival before = found.get(found.size() - 1);
            found.remove(before);
            return new Arrival(before.word(), before.incoming(), outgoing, before.clause(), before.passive());
        }
        Cast.Person subject = cast.subject(word.first());
        Cast.Person incoming = subject == null && attached ? cast.back(word.first()) : subject;
        return incoming == null || incoming.entity().equals(outgoing.entity())
                ? null
                : new Arrival(word, incoming, outgoing, clause, false);
    }

    /** "its old coach Paul Renner": the first person in the object, unless it stands for what it has. */
    private Cast.@Nullable Person objectOf(int from, int end, Cast cast) {
        Cast.Person any = cast.anyAfter(from, Math.min(end, from + OBJECT_REACH));
        if (any == null || (any.owns() && any.named())) {
            return null;
        }
        for (int t = from; t < any.first(); t++) {
            boolean verb = reading.pos(t).startsWith("VB")
                    && !reading.pos(t).equals("VBG")
                    && !reading.pos(t).equals("VBN");
            if (verb || STOPS.contains(reading.lower(t))) {
                return null;
            }
        }
        return any.owns() ? null : any;
    }

    private Cast.@Nullable Person patient(Frames frames, Cast cast, Tenures.Word word, boolean passive) {
        int end = Math.min(frames.sentence().endToken(), word.end() + OBJECT_REACH);
        if (passive) {
            return cast.subject(word.first());
        }
        int stop = word.end();
        while (stop < end
                && !STOPS.contains(reading.lower(stop))
                && (!reading.pos(stop).startsWith("VB") || reading.pos(stop).equals("VBG"))) {
            stop++;
        }
        Cast.Person object = cast.after(word.end(), stop);
        boolean headline = object == null && frames.sentence().headline() && word.is("appoint");
        return headline ? cast.subject(word.first()) : object;
    }

    /** "handed the reins to Karl Moe", "the job goes to Karl Moe", "was given the post", "gave Karl Moe the job". */
    private Cast.@Nullable Person recipient(Frames frames, Cast cast, Tenures.Word word, boolean passive) {
        int end = Math.min(frames.sentence().endToken(), word.end() + OBJECT_REACH);
        int to = word.end();
        while (to < end && !reading.lower(to).equals("to")) {
            to++;
        }
        int before = Math.max(frames.sentence().firstToken(), word.first() - 5);
        boolean over = word.lemma().endsWith(" over");
        if (to < end && (over || tenures.any(before, to, "charge"))) {
            return cast.after(to + 1, Math.min(frames.sentence().endToken(), to + 6));
        }
        if (!tenures.any(word.end(), end, "charge")) {
            return null;
        }
        return passive ? cast.subject(word.first()) : cast.after(word.end(), word.end() + 4);
    }

    /** "with Karl Moe in charge", "Karl Moe is in charge". */
    private Cast.@Nullable Person beside(Cast cast, Tenures.Word word) {
        Cast.Person person = cast.back(word.first());
        if (person == null) {
            return null;
        }
        for (int t = person.end(); t < word.first(); t++) {
            if (!reading.lemma(t).equals("be") && !reading.pos(t).equals("MD")) {
                return null;
            }
        }
        return person;
    }

    static @Nullable Clause clauseAt(Frames frames, int t) {
        for (Clause clause : frames.clauses()) {
            if (clause.verb().first() <= t && t < clause.verb().end()) {
                return clause;
            }
        }
        return null;
    }

    /** "Karl Moe was suspended and Dana Wells named in his place": the verb shares the auxiliary of the one before "and". */
    private boolean gapped(Frames frames, Cast cast, Tenures.Word word) {
        Cast.Person person = cast.back(word.first());
        if (person == null || person.end() != word.first() || !PARTICIPLES.contains(reading.pos(word.first()))) {
            return false;
        }
        int and = person.first();
        while (and > person.first() - GAP && !reading.lower(and).equals("and")) {
            and--;
        }
        boolean stands = reading.lower(word.end()).equals("as")
                || reading.lower(word.end()).equals("in")
                || tenures.any(word.end(), word.end() + 3, "charge");
        for (Clause clause : frames.clauses()) {
            boolean before = clause.verb().end() <= and && clause.passive();
            if (before && stands && reading.lower(and).equals("and")) {
                return true;
            }
        }
        return false;
    }

    /** Where whom somebody is followed by stands: "replaced by", "replaced as head of the tram by"; -1 for nowhere. */
    private int by(Tenures.Word word, int end) {
        int t = word.end();
        if (reading.lower(t).equals("as")) {
            while (t < Math.min(end, word.end() + OBJECT_REACH)
                    && !reading.lower(t).equals("by")
                    && !reading.lower(t).equals(",")
                    && !reading.pos(t).startsWith("VB")) {
                t++;
            }
        }
        return t < end && reading.lower(t).equals("by") ? t : -1;
    }

    private boolean participle(int t) {
        int before = reading.pos(t - 1).startsWith("RB") ? t - 2 : t - 1;
        return reading.lower(t).endsWith("ed") && reading.lemma(before).equals("be");
    }

    /** Whether the office does change hands: not denied, doubted, wished for or long past. */
    private boolean settled(Frames frames, Tenures.Word word, List<Arrival> found) {
        int begin = frames.sentence().firstToken();
        int t = word.first();
        Clause clause = clauseAt(frames, t);
        if (clause != null && (clause.mood() == Clause.Mood.CONDITIONAL || clause.negated())) {
            return false;
        }
        for (int k = t - 1; k >= Math.max(begin, t - DOUBT_REACH); k--) {
            String lower = reading.lower(k);
            boolean near = k >= t - 3;
            boolean negated =
                    lower.equals("not") || lower.equals("n't") || lower.equals("never") || lower.equals("still");
            if ((near && (negated || MODALS.contains(lower))) || tenures.is(k, "doubt")) {
                return false;
            }
        }
        boolean infinitive = reading.lower(t - 1).equals("to");
        boolean governed = !found.isEmpty() || tenures.is(t - 2, "settled") || titles.at(t - 2, t - 1) != null;
        return (!infinitive || governed) && !longAgo(frames, word) && !(would(t) && election(frames));
    }

    private boolean would(int t) {
        return reading.lower(t - 1).equals("would") || reading.lower(t - 2).equals("would");
    }

    /** "said he would replace her after the election". */
    private boolean election(Frames frames) {
        return Standing.has(reading, frames.sentence(), "election") || Standing.has(reading, frames.sentence(), "win");
    }

    private boolean longAgo(Frames frames, Tenures.Word word) {
        int from = Math.max(frames.sentence().firstToken(), word.first() - 5);
        int to = Math.min(frames.sentence().endToken(), word.end() + 12);
        for (int t = from; t < to; t++) {
            TimeValue time = reading.time(t);
            if (time != null
                    && time.end().isBefore(reading.published().minusDays(RECENT_DAYS))
                    && !reading.lower(time.firstToken()).equals("since")
                    && !reading.lower(time.firstToken() - 1).equals("since")) {
                return true;
            }
        }
        return false;
    }
}
