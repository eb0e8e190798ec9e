package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.entity.Mention;
import io.deltawire.text.NumberValue;
import io.deltawire.text.TimeValue;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rest of a figure's slot: whose, of what kind, where, over which period, part or whole. */
final class Surroundings {
    private static final Set<String> ORIGINS = Set.of("from", "by");
    private static final Set<String> ANYBODY = Set.of(
            "people",
            "person",
            "other",
            "others",
            "victim",
            "individual",
            "human",
            "soul",
            "life",
            "casualty",
            "body",
            "one",
            "two");
    private static final Set<String> LONG_WARS =
            Set.of("war", "conflict", "invasion", "pandemic", "occupation", "uprising", "offensive", "year");
    private static final Set<String> COMPARED = Set.of("earlier", "before", "ago", "later", "after", "previously");
    private static final Set<String> RATES = Set.of("per", "every", "each", "single", "past");
    private static final Set<String> PLACES = Set.of("in", "at", "near", "across", "around", "outside", "off", "on");
    private static final Set<String> WHOLE = Set.of(
            "dead",
            "victim",
            "victims",
            "them",
            "those",
            "whom",
            "which",
            "injured",
            "wounded",
            "killed",
            "missing",
            "survivors",
            "casualties",
            "passengers",
            "these");
    private static final Set<String> CAPACITY = Set.of(
            "tent", "bed", "room", "space", "place", "shelter", "capacity", "food", "seat", "home", "housing", "cot");
    private static final Set<String> HAVING = Set.of("have", "report", "record", "register", "see", "count", "suffer");
    private static final Set<String> PERIODS =
            Set.of("day", "week", "month", "quarter", "year", "hour", "night", "weekend");

    private final Reading reading;
    private final Lexicons lexicons;

    Surroundings(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
    }

    /** "tents for 50 patients", "a ship with room for 300": what something is for is no count of what happened. */
    boolean capacity(Frames frames, int i) {
        return i > 1
                && reading.lower(frames.chunks().get(i - 1).first()).equals("for")
                && CAPACITY.contains(reading.lemma(frames.chunks().get(i - 2).head()));
    }

    void describe(Draft draft, Frames frames, int i, Chunk chunk, @Nullable Clause clause) {
        Entity whose = whose(frames, i, chunk);
        draft.with("whose", whose);
        String of = kind(chunk);
        draft.with("of", of);
        draft.on(readable(chunk));
        Entity place = place(frames, i, clause);
        place = place == null ? placeHaving(clause) : place;
        if (place != null && (whose == null || !whose.id().equals(place.id()))) {
            draft.with("place", place);
        }
        if (!draft.unit.endsWith("/share")) { // "14 dollars a share, a quarter above the close"
            draft.with("period", period(frames, chunk, clause));
        }
        boolean part = part(frames, i, chunk)
                || (!of.isEmpty()
                        && !measures(of, draft.subject)
                        && lexicons.persons().is(of, "part"));
        if (part) {
            draft.cue(Claim.Cue.SUBGROUP);
        }
        if ((draft.subject.equals("killed") && toll(frames, i))
                || Standing.says(reading, lexicons, chunk.first(), chunk.end(), "total")
                || reading.lower(chunk.first() - 2).equals("total")) {
            draft.cue(Claim.Cue.TOTAL);
        }
    }

    private boolean counts(int t) {
        NumberValue number = reading.number(t);
        return number != null && number.use() == NumberValue.Use.COUNT;
    }

    /** "26 hostages" are all the hostages there are. */
    private boolean measures(String noun, String measure) {
        return lexicons.measures().of(noun).equals(measure);
    }

    private boolean toll(Frames frames, int i) {
        for (int k = Math.max(0, i - 6); k < i; k++) {
            if (frames.chunks().get(k).is(Chunk.Kind.NOUN)
                    && reading.lemma(frames.chunks().get(k).head()).equals("toll")) {
                return true;
            }
        }
        return false;
    }

    /** A nation or body that modifies what is counted, or from or by which it comes. */
    private @Nullable Entity whose(Frames frames, int i, Chunk chunk) {
        for (int t = chunk.first(); t < chunk.end(); t++) {
            NumberValue figure = reading.number(t);
            if (figure != null && figure.use() == NumberValue.Use.MONEY) {
                continue; // "US dollars"
            }
            Mention mention = reading.mention(t);
            Entity entity = reading.entity(t);
            if (mention != null
                    && entity != null
                    && entity.type() != EntityType.PERSON
                    && (mention.form() == Mention.Form.DEMONYM || t < chunk.head() || reading.number(t) == null)) {
                return entity;
            }
        }
        if (frames.has(i + 2)
                && ORIGINS.contains(reading.lower(frames.chunks().get(i + 1).first()))) {
            Chunk from = frames.chunks().get(i + 2);
            for (int t = from.first(); t < from.end(); t++) {
                Entity entity = reading.entity(t);
                if (entity != null && entity.type() != EntityType.PERSON) {
                    return entity;
                }
            }
        }
        return null;
    }

    private String kind(Chunk chunk) {
        NumberValue number = reading.number(chunk.head());
        String lemma = reading.lemma(chunk.head());
        boolean person = number == null && lexicons.persons().has(lemma);
        boolean general = ANYBODY.contains(lemma);
        if (!person || general) {
            return "";
        }
        String pair = chunk.head() > chunk.first() ? reading.lemma(chunk.head() - 1) + " " + lemma : "";
        return lexicons.persons().has(pair) ? pair : lemma;
    }

    private String readable(Chunk chunk) {
        int first = chunk.first();
        while (first < chunk.end()
                && (reading.number(first) != null || reading.pos(first).equals("DT"))) {
            first++;
        }
        return first < chunk.end() ? reading.text(first, chunk.end()) : "";
    }

    private @Nullable Entity place(Frames frames, int i, @Nullable Clause clause) {
        for (int k = i + 1; k + 1 < frames.chunks().size() && k < i + 7; k++) {
            Entity place = placeAt(frames, k);
            if (place != null) {
                return place;
            }
            if (frames.chunks().get(k).is(Chunk.Kind.BREAK) || saidBy(frames, k)) {
                break;
            }
        }
        if (clause != null) {
            for (int k = clause.index() + 1; k + 1 < frames.chunks().size() && k < clause.index() + 8; k++) {
                if (saidBy(frames, k)) {
                    break;
                }
                Entity place = placeAt(frames, k);
                if (place != null) {
                    return place;
                }
            }
        }
        return null;
    }

    /** ", police in Surkhet said": where the speaker is, is not where it happened. */
    private boolean saidBy(Frames frames, int k) {
        if (!frames.chunks().get(k).is(Chunk.Kind.COMMA)
                || !frames.has(k + 1)
                || !frames.chunks().get(k + 1).is(Chunk.Kind.NOUN)) {
            return false;
        }
        for (int v = k + 2; v < Math.min(k + 7, frames.chunks().size()); v++) {
            Chunk chunk = frames.chunks().get(v);
            if (chunk.is(Chunk.Kind.VERB)) {
                return lexicons.verbs().is(reading.lemma(chunk.head()), "report");
            }
        }
        return false;
    }

    /** "Neighbouring Maganja has had 37 cases": whose subject is a place tells of that place. */
    private @Nullable Entity placeHaving(@Nullable Clause clause) {
        if (clause == null || clause.passive() || !HAVING.contains(clause.lemma())) {
            return null;
        }
        for (Chunk subject : clause.subjects()) {
            Entity entity = reading.named(subject);
            if (entity != null && entity.type() == EntityType.PLACE) {
                return entity;
            }
        }
        return null;
    }

    private @Nullable Entity placeAt(Frames frames, int k) {
        Chunk preposition = frames.chunks().get(k);
        if (!preposition.is(Chunk.Kind.PREPOSITION) || !PLACES.contains(reading.lower(preposition.first()))) {
            return null;
        }
        Chunk group = frames.chunks().get(k + 1);
        Entity entity = group.is(Chunk.Kind.NOUN) ? reading.named(group) : null;
        return entity != null && entity.type() == EntityType.PLACE ? entity : null;
    }

    /** "in a single day", "a day", "daily", "since the war began", "combined". */
    private String period(Frames frames, Chunk chunk, @Nullable Clause clause) {
        String inside = reading.text(chunk).toLowerCase(Locale.ROOT);
        if (inside.contains("combined") || inside.contains("cumulative") || inside.contains("overall")) {
            return "overall";
        }
        int stop = Math.min(frames.sentence().endToken(), chunk.end() + 14);
        if (clause != null) {
            stop = Math.max(
                    stop, Math.min(frames.sentence().endToken(), clause.verb().end() + 14));
        }
        for (int t = chunk.end(); t < stop; t++) {
            String lower = reading.lower(t);
            TimeValue time = reading.time(t);
            if (time != null
                    && time.precision() == TimeValue.Precision.YEAR
                    && reading.lower(t - 1).equals("in")) {
                return "year";
            }
            if (lower.equals("year") && reading.lower(t - 1).equals("this")) {
                return "overall"; // "the city's toll rose to 40 this year"
            }
            if (lower.equals("daily")) {
                return "day";
            }
            boolean reduced = reading.pos(chunk.end()).equals("VBN"); // "cars sold since 2019"
            if (lower.equals("since") && !reduced && !sinceRecent(t + 1) && !sinceItBegan(t + 1)) {
                return "overall";
            }
            String unit = reading.lemma(t);
            if (PERIODS.contains(unit) && inPeriod(t)) {
                return unit.equals("night") || unit.equals("hour") ? "day" : unit;
            }
            if (lower.equals(";")) {
                break;
            }
        }
        return "";
    }

    /** "since the trouble started", "since the boat sank": the event itself; a war or a year has its own count. */
    private boolean sinceItBegan(int t) {
        boolean told = false;
        for (int k = t; k < t + 6 && !reading.lower(k).equals(","); k++) {
            TimeValue time = reading.time(k);
            if (LONG_WARS.contains(reading.lemma(k))
                    || (time != null && time.end().isBefore(reading.recent()))) {
                return false;
            }
            told |= lexicons.verbs().is(reading.lemma(k), "start")
                    || reading.pos(k).equals("VBD");
        }
        return told;
    }

    private boolean sinceRecent(int t) {
        // "since mid-June", "since fighting broke out on Friday": as long as the event lasts
        for (int k = t; k < t + 8; k++) {
            TimeValue time = reading.time(k);
            if (time != null && !time.begin().isBefore(reading.recent())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the unit at t is the object of "in a", "per", "every", "in the past", "a" after a figure. */
    private boolean inPeriod(int t) {
        for (int k = t - 1; k >= Math.max(0, t - 4); k--) {
            String lower = reading.lower(k);
            if (RATES.contains(lower)) {
                return true;
            }
            if (COMPARED.contains(reading.lower(t + 1))) {
                return false; // "three times as many as a day earlier"
            }
            if (lower.equals("a") || lower.equals("one")) {
                String before = reading.lower(k - 1);
                return before.equals("in")
                        || before.equals("within")
                        || before.equals("over")
                        || (k == t - 1 && !before.equals("for"));
            }
        }
        return false;
    }

    /** "three of the dead", "including 12 children". */
    private boolean part(Frames frames, int i, Chunk chunk) {
        for (int t = Math.max(frames.sentence().firstToken(), chunk.first() - 3); t < chunk.first(); t++) {
            if (lexicons.cues().is(reading.lower(t), "subgroup")) {
                return true;
            }
        }
        boolean of = frames.has(i + 2)
                && reading.lower(frames.chunks().get(i + 1).first()).equals("of");
        if (of) {
            Chunk whole = frames.chunks().get(i + 2);
            String first = reading.lower(whole.first());
            boolean definite = first.equals("the")
                    || first.equals("these")
                    || first.equals("those")
                    || reading.pos(whole.first()).equals("PRP$");
            boolean several = reading.pos(whole.head()).equals("NNS") && reading.number(whole.head()) == null;
            return WHOLE.contains(reading.lower(whole.head()))
                    || (definite && several && counts(chunk.head())) // "five of their captives"
                    || frames.chunks().get(i + 2).is(Chunk.Kind.RELATIVE);
        }
        return frames.has(i + 2)
                && reading.lower(frames.chunks().get(i + 1).first()).equals("of")
                && frames.chunks().get(i + 2).is(Chunk.Kind.RELATIVE);
    }
}
