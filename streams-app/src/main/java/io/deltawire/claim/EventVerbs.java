package io.deltawire.claim;

import io.deltawire.entity.Entity;
import java.util.List;
import java.util.Set;

/** STATUS told by verbs that are events themselves: "police arrested a suspect", "the rocket lifted off", "the storm made landfall". */
final class EventVerbs {
    private static final Set<String> ANYONE = Set.of("anyone", "anybody", "someone", "somebody");

    /** What police do to suspects, and prisoners to their guards. */
    private static final Set<String> SEIZES = Set.of("seize", "capture");

    /** What closes without being closed: "shares closed lower", "that door is shut". */
    private static final Set<String> QUOTED =
            Set.of("share", "stock", "index", "market", "price", "bond", "future", "door", "gap", "poll", "eye", "bid");

    private static final Set<String> LETS = Set.of("let", "make", "help", "watch", "see");

    private static final Set<String> HOURS = Set.of("hour", "hours", "minutes");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Parties parties;
    private final States states;

    EventVerbs(Reading reading, Lexicons lexicons, Parties parties, States states) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.parties = parties;
        this.states = states;
    }

    void read(Frames frames, Clause clause, boolean history, Claims claims) {
        boolean transitive = lexicons.traits().is(clause.lemma(), "patient") || onIts(clause);
        String event = event(clause);
        List<Chunk> about = transitive ? clause.patients() : clause.subjects();
        Chunk first = frames.chunks().get(0);
        boolean person = States.PEOPLE_EVENTS.contains(event);
        if (about.isEmpty() && clause.passive() && person && first.is(Chunk.Kind.NOUN)) {
            about = List.of(first); // "A man suspected of starting the fire that ruined the village has been arrested"
        }
        if (event.isEmpty() || about.isEmpty() || other(frames, clause, event, about.get(0))) {
            return;
        }
        Chunk group = about.get(0);
        String value = value(frames, clause);
        if (!value.isEmpty()) {
            Draft draft = states.draft(frames, clause, event, value, group, history, 0.65);
            Entity entity = parties.holder(group);
            boolean together = event.equals("meeting") && about.size() > 1; // the summit, whoever met
            if (!event.equals("landfall") && !together) {
                draft.with("of", entity == null ? reading.lemma(group.head()) : entity.id());
            }
            claims.add(draft);
        }
    }

    /** "opened the bridge": told of what is acted on, where there is such a thing. */
    private boolean onIts(Clause clause) {
        return lexicons.traits().is(clause.lemma(), "both")
                && !clause.patients().isEmpty();
    }

    private String event(Clause clause) {
        String lemma = clause.lemma();
        boolean makes = lemma.equals("make")
                && clause.objects().stream()
                        .anyMatch(o -> reading.lemma(o.head()).equals("landfall"));
        boolean seen = clause.mood() == Clause.Mood.GERUND; // "hurricane seen hitting Honduras"
        boolean ashore = !seen
                && lexicons.traits().is(lemma, "ashore")
                && clause.subjects().stream().anyMatch(this::storm);
        if (makes || ashore) {
            return "landfall";
        }
        return lemma.equals("launch") && onIts(clause)
                ? "launch"
                : lexicons.events().of(lemma);
    }

    /** Whether the verb tells of something else here. */
    private boolean other(Frames frames, Clause clause, String event, Chunk group) {
        boolean seizes = SEIZES.contains(clause.lemma()) && !clause.passive() && !police(clause);
        // "struck a bargain", "the quake struck"
        boolean strikes = event.equals("strike")
                && (clause.passive()
                        || (clause.lemma().equals("strike") && !clause.objects().isEmpty())
                        || !Occasions.strikes(reading, lexicons, group));
        boolean someone = lexicons.persons().has(reading.lemma(group.head()))
                || lexicons.holders().has(reading.lemma(group.head()))
                || ANYONE.contains(reading.lower(group.head()))
                || parties.holder(group) != null;
        boolean priced = event.equals("closure") && QUOTED.contains(reading.lemma(group.head()));
        return priced || seizes || strikes || let(frames, clause) || (States.PEOPLE_EVENTS.contains(event) && !someone);
    }

    /** "refused to let the boat come ashore": no form that tells of anything. */
    private boolean let(Frames frames, Clause clause) {
        boolean bare = clause.verb().first() == clause.verb().head() && frames.has(clause.index() - 2);
        return bare
                && LETS.contains(
                        reading.lemma(frames.chunks().get(clause.index() - 2).head()));
    }

    private boolean police(Clause clause) {
        return clause.subjects().stream().anyMatch(by -> lexicons.traits().is(reading.lemma(by.head()), "police"));
    }

    private boolean storm(Chunk group) {
        for (int t = group.first(); t < group.end(); t++) {
            if (lexicons.traits().is(reading.lemma(t), "storm")) {
                return true;
            }
        }
        return false;
    }

    /** "Rescuers are searching": a verb of what lasts. */
    private boolean goesOn(Clause clause) {
        int head = clause.verb().head();
        return clause.verb().first() < head
                && reading.pos(head).equals("VBG")
                && lexicons.traits().is(lexicons.events().of(clause.lemma()), "durative");
    }

    /** "Drivers walked out on Monday" begins a strike; "stopped work for 24 hours" tells of one that is over. */
    private boolean walksOut(Frames frames, Clause clause) {
        if (!lexicons.events().of(clause.lemma()).equals("strike")) {
            return false;
        }
        for (int t = clause.verb().end(); t + 1 < frames.sentence().endToken(); t++) {
            if (reading.lower(t).equals("for")
                    && (Deferral.isUnit(reading.lower(t + 2)) || HOURS.contains(reading.lower(t + 2)))) {
                return false;
            }
        }
        return true;
    }

    /** What a clause makes of the event that its verb tells of: planned, happened, denied, or "" for neither. */
    String value(Frames frames, Clause clause) {
        if (states.denied(frames, clause)) {
            return "denied";
        }
        boolean due = reading.lower(clause.verb().first()).equals("should")
                || (states.present(clause) && States.dated(clause));
        if (due && !clause.negated() && states.ahead(frames)) {
            return "planned";
        }
        Modality modality = Standing.modality(reading, lexicons, frames.sentence(), clause);
        return switch (modality) {
            case PLANNED -> "planned";
            case DENIED -> "denied";
            case POSSIBLE -> "";
            case HAPPENED -> goesOn(clause) || walksOut(frames, clause) ? "under way" : "happened";
        };
    }
}
