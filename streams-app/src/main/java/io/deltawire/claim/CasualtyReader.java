package io.deltawire.claim;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Marks who died and who was hurt, from verbs, nominal phrases and states, clause by clause. */
final class CasualtyReader {
    private static final Set<String> CLINICS =
            Set.of("hospital", "hospitals", "clinic", "medical", "trauma", "infirmary");
    private static final Set<String> DISCHARGES = Set.of("release", "discharge");
    private static final Set<String> SURGERY = Set.of("surgery", "operation");
    private static final Set<String> SURVIVES = Set.of("survive", "recover");
    private static final Set<String> LIFE = Set.of("life");
    private static final Set<String> SUICIDE = Set.of("suicide");
    private static final Set<String> OWN = Set.of("own");
    private static final Set<String> COPULAS = Set.of(
            "be",
            "remain",
            "find",
            "leave",
            "pronounce",
            "declare",
            "lie",
            "end up",
            "list",
            "feel",
            "stay",
            "recover");
    private static final Set<String> UNSURE = Set.of("attempted", "alleged", "no");
    private static final Set<String> DEADLY = Set.of("fatal", "deadly", "death");
    private static final Set<String> CHAMBERS = Set.of("upper", "lower", "governing");
    private static final Set<String> DEATH = Set.of(
            "death",
            "killing",
            "murder",
            "slaying",
            "homicide",
            "assassination",
            "beheading",
            "execution",
            "manslaughter",
            "drowning",
            "funeral",
            "autopsy");
    private static final Set<String> OTHERS = Set.of("other", "more", "remaining", "surviving");
    private static final Set<String> BODY = Set.of("body", "remains", "corpse");
    private static final Set<String> SHOOTING = Set.of("shooting", "stabbing", "wounding", "beating");
    private static final Set<String> BAD_STATE =
            Set.of("critical", "stable", "serious", "fair", "guarded", "life-threatening", "grave", "good");
    static final Set<String> UNREAL =
            Set.of("possibly", "almost", "nearly", "narrowly", "potentially", "hypothetically", "without", "would-be");

    private final Reading reading;
    private final Lexicons lexicons;
    private final People people;
    private final Wounds wounds;
    private final Set<Referent> indefinite = new LinkedHashSet<>();
    private boolean lastPast;
    private boolean headline;
    private int sentence;

    CasualtyReader(Reading reading, Lexicons lexicons, People people) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.people = people;
        this.wounds = new Wounds(reading, people);
    }

    void read(Frames frames) {
        people.read(frames, sufferers(frames));
        sentence = frames.sentence().index();
        headline = frames.sentence().headline();
        indefinite.clear();
        boolean history = Standing.history(reading, lexicons, frames.sentence());
        for (Clause clause : frames.clauses()) {
            tellApart(clause);
            if (!clause.negated() && !unreal(frames, clause)) {
                verb(frames, clause, Standing.history(reading, lexicons, frames, clause));
            }
        }
        for (int i = 0; i < frames.chunks().size(); i++) {
            if (frames.chunks().get(i).is(Chunk.Kind.NOUN)) {
                nominal(frames, i, history);
            }
        }
    }

    /** Heads of those who die, are carried to a hospital or lie there: of people hurt before, where the text speaks of some. */
    private Set<Integer> sufferers(Frames frames) {
        Set<Integer> heads = new HashSet<>();
        for (Clause clause : frames.clauses()) {
            Chunk goal = clause.is("carry") ? clause.after("to", "into") : null;
            boolean carried = goal != null && contains(goal, CLINICS);
            boolean treated = clause.is("hospitalise") || (clause.lemma().equals("treat") && clause.passive());
            if (carried || treated) {
                clause.patients().forEach(patient -> heads.add(patient.head()));
            }
            boolean dies = clause.is("die") && !clause.passive();
            for (Chunk wound : wounds.told(clause)) {
                wounds.bearers(clause, wound).forEach(bearer -> heads.add(bearer.head()));
            }
            boolean operated = clause.lemma().equals("undergo") && hasHead(clause.objects(), SURGERY);
            boolean survives = SURVIVES.contains(clause.lemma())
                    && !clause.passive()
                    && clause.objects().isEmpty();
            boolean suffers = clause.is("suffer") && wounds.hasWound(clause.objects());
            if (dies || operated || survives || suffers || condition(frames, clause)) {
                clause.subjects().forEach(subject -> heads.add(subject.head()));
            }
        }
        return heads;
    }

    private boolean condition(Frames frames, Clause clause) {
        if (!COPULAS.contains(clause.lemma())) {
            return false;
        }
        for (int i = clause.index() + 1;
                i < Math.min(clause.index() + 4, frames.chunks().size());
                i++) {
            Chunk chunk = frames.chunks().get(i);
            if (reading.lower(chunk.head()).equals("condition")
                    || reading.lower(chunk.head()).equals("dead")) {
                return true;
            }
        }
        return false;
    }

    private void tellApart(Clause clause) {
        tellApart(clause.subjects());
        tellApart(clause.objects());
        if (clause.lemma().equals("be")) {
            return; // "the victim was a woman"
        }
        for (Chunk subject : clause.subjects()) {
            for (Chunk object : clause.objects()) {
                if (!people.reflects(subject, object, sentence)) {
                    people.disjoin(subject, object);
                    people.apart(subject, object);
                }
            }
            Chunk agent = clause.after("by");
            if (agent != null && clause.passive()) {
                people.apart(subject, agent);
            }
        }
    }

    private static void tellApart(Referent one, Referent other) {
        if (one != other) {
            one.apart.add(other);
            other.apart.add(one);
        }
    }

    private void tellApart(List<Chunk> list) {
        for (int a = 0; a < list.size(); a++) {
            for (int b = a + 1; b < list.size(); b++) {
                people.apart(list.get(a), list.get(b));
            }
        }
    }

    private boolean unreal(Frames frames, Clause clause) {
        int from = Math.max(frames.sentence().firstToken(), clause.verb().first() - 2);
        boolean may = reading.marked(frames.sentence(), Marks.UNREAL);
        for (int t = from; may && t < clause.verb().end(); t++) {
            if (UNREAL.contains(reading.lower(t))) {
                return true;
            }
        }
        boolean imperative = reading.pos(clause.verb().head()).equals("VB")
                && clause.verb().first() == clause.verb().head()
                && clause.subjects().isEmpty();
        if (imperative) {
            return true;
        }
        if (clause.mood() == Clause.Mood.POSSIBLE
                || clause.mood() == Clause.Mood.CONDITIONAL
                || clause.mood() == Clause.Mood.FUTURE) {
            return true;
        }
        Clause governor = clause.governor();
        boolean infinitive = clause.mood() == Clause.Mood.INFINITIVE;
        return infinitive && governor != null && !governor.is("manage") && !governor.is("report");
    }

    private void verb(Frames frames, Clause clause, boolean history) {
        String lemma = clause.lemma();
        List<Chunk> patients = wounds.patients(frames, clause);
        for (Chunk wound : wounds.told(clause)) {
            mark(wounds.bearers(clause, wound), wounds.fatal(List.of(wound)), history);
        }
        if (clause.is("kill") && !lemma.equals("claim") && !lemma.equals("crush") && !lemma.equals("hang")) {
            mark(reflexive(clause) ? clause.subjects() : patients, true, history);
        } else if (clause.is("die") && !clause.passive()) {
            mark(clause.subjects(), true, history);
        } else if (clause.is("injure")) {
            mark(patients, false, history);
        } else if (clause.is("shoot")) {
            shot(frames, clause, history);
        } else if (clause.is("hospitalise")) {
            mark(patients, false, history);
        } else if (clause.is("carry")) {
            Chunk goal = clause.after("to", "into");
            boolean hospital = goal != null && contains(goal, CLINICS);
            if (hospital) {
                mark(patients, false, history);
            }
            if (lemma.equals("take") && hasHead(clause.objects(), LIFE)) {
                mark(ownLife(clause) ? clause.subjects() : List.of(), true, history);
            }
        } else if (lemma.equals("lose") && hasHead(clause.objects(), LIFE)) {
            mark(clause.subjects(), true, history);
        } else if (lemma.equals("commit") && hasHead(clause.objects(), SUICIDE)) {
            mark(clause.subjects(), true, history);
        } else if (clause.is("suffer") && wounds.hasWound(clause.objects())) {
            mark(clause.subjects(), wounds.fatal(clause.objects()), history);
        } else if (lemma.equals("treat") && clause.passive()) {
            mark(clause.subjects(), false, history);
        } else if (leavesClinic(clause)) {
            mark(knownHurt(clause.subjects()), false, history);
        } else if (lemma.equals("survive")
                && !clause.passive()
                && clause.objects().isEmpty()) {
            mark(clause.subjects(), false, history);
        } else {
            state(frames, clause, history);
        }
    }

    private boolean leavesClinic(Clause clause) {
        Chunk from = clause.passive() && DISCHARGES.contains(clause.lemma()) ? clause.after("from") : null;
        return from != null && contains(from, CLINICS);
    }

    /** Those who were hurt before or are called victims. */
    private List<Chunk> knownHurt(List<Chunk> groups) {
        return groups.stream()
                .filter(group -> {
                    Referent referent = people.of(group);
                    return referent != null && (referent.hurt() || referent.heads.contains("victim"));
                })
                .toList();
    }

    private void shot(Frames frames, Clause clause, boolean history) {
        Chunk next = frames.has(clause.index() + 1) ? frames.chunks().get(clause.index() + 1) : null;
        boolean place = clause.passive()
                && frames.has(clause.index() + 2)
                && frames.chunks().get(clause.index() + 2).is(Chunk.Kind.NOUN);
        boolean at = next != null && reading.lower(next.first()).equals("at") && !place;
        boolean bodily = clause.lemma().equals("shoot") || clause.lemma().equals("stab") || wounds.bodily(clause);
        if (at || !bodily) {
            return;
        }
        boolean fatal = fatal(frames, clause);
        List<Chunk> struck = reflexive(clause) ? clause.subjects() : wounds.patients(frames, clause);
        for (Chunk group : struck) {
            Referent referent = people.of(group);
            if (referent != null && !referent.dead && !referent.injured) {
                referent.shot = !fatal;
            }
        }
        mark(struck, fatal, history);
    }

    /** "fatally shot", "shot dead", "shot to death", "shot and killed". */
    private boolean fatal(Frames frames, Clause clause) {
        for (int t = clause.verb().first() - 1; t < clause.verb().end(); t++) {
            if (lexicons.persons().is(reading.lower(t), "fatally")) {
                return true;
            }
        }
        Chunk to = clause.after("to");
        if (to != null && reading.lemma(to.head()).equals("death")) {
            return true;
        }
        Chunk next = frames.has(clause.index() + 1) ? frames.chunks().get(clause.index() + 1) : null;
        Chunk second = frames.has(clause.index() + 2) ? frames.chunks().get(clause.index() + 2) : null;
        boolean pause = next != null && (next.is(Chunk.Kind.COMMA) || next.is(Chunk.Kind.CONJUNCTION));
        return isFatal(next) || (!pause && isFatal(second));
    }

    private boolean isFatal(@Nullable Chunk chunk) {
        return chunk != null
                && (reading.lower(chunk.head()).equals("dead")
                        || lexicons.persons().is(reading.lower(chunk.head()), "fatally"));
    }

    private boolean reflexive(Clause clause) {
        for (Chunk object : clause.objects()) {
            String lower = reading.lower(object.head());
            if (lower.endsWith("self") || lower.endsWith("selves")) {
                return true;
            }
        }
        return false;
    }

    private boolean ownLife(Clause clause) {
        for (Chunk object : clause.objects()) {
            if (contains(object, OWN)) {
                return true;
            }
        }
        return false;
    }

    /** "was found dead", "is dead", "left two people dead", "pronounced dead", "in critical condition", "was wounded". */
    private void state(Frames frames, Clause clause, boolean history) {
        boolean copula = COPULAS.contains(clause.lemma());
        if (!copula) {
            return;
        }
        int stop = Math.min(clause.index() + 6, frames.chunks().size());
        for (int i = clause.index() + 1; i < stop; i++) {
            Chunk chunk = frames.chunks().get(i);
            if (chunk.is(Chunk.Kind.BREAK)
                    || chunk.is(Chunk.Kind.SUBORDINATOR)
                    || (chunk.is(Chunk.Kind.VERB) && i > clause.index() + 1)) {
                return;
            }
            String lower = reading.lower(chunk.head());
            boolean dead = lower.equals("dead") || lower.equals("deceased");
            boolean hurt = lower.equals("wounded")
                    || lower.equals("injured")
                    || lower.equals("hurt")
                    || lower.equals("hospitalized");
            boolean bare = i == clause.index() + 1 && chunk.is(Chunk.Kind.ADJECTIVE) && closed(frames, i);
            boolean condition =
                    (lower.equals("condition") && contains(chunk, BAD_STATE)) || (bare && lower.equals("stable"));
            if (chunk.is(Chunk.Kind.NOUN) && i == clause.index() + 2 && contains(chunk, CLINICS)) {
                boolean harm = reading.marked(frames.sentence(), Marks.HARM);
                mark(harm ? clause.subjects() : knownHurt(clause.subjects()), false, history);
                return;
            }
            if (dead || hurt || condition) {
                boolean object =
                        (clause.lemma().equals("leave") || clause.lemma().equals("find")) && !clause.passive();
                mark(object ? clause.objects() : clause.subjects(), dead, history);
                return;
            }
        }
    }

    private static boolean closed(Frames frames, int i) {
        return !frames.has(i + 1)
                || !(frames.chunks().get(i + 1).is(Chunk.Kind.PREPOSITION)
                        || frames.chunks().get(i + 1).is(Chunk.Kind.NOUN));
    }

    /** "the death of X", "X's body", "the shooting of X", "the fatal shooting of X". */
    private void nominal(Frames frames, int i, boolean history) {
        Chunk chunk = frames.chunks().get(i);
        if (frames.has(i + 1)
                && frames.chunks().get(i + 1).is(Chunk.Kind.ADVERB)
                && isFatal(frames.chunks().get(i + 1))) {
            mark(List.of(chunk), true, history); // "four were shot, one fatally"
        }
        if (people.counted(chunk) && alone(frames, i)) {
            mark(List.of(chunk), true, history);
        }
        boolean with = frames.has(i + 2)
                && reading.lower(frames.chunks().get(i + 1).first()).equals("with")
                && wounds.isWound(frames.chunks().get(i + 2));
        boolean who = with && people.surely(chunk) && !People.PRONOUNS.contains(reading.lower(chunk.head()));
        if (who && !reading.lower(chunk.first() - 1).equals("by")) {
            mark(List.of(chunk), wounds.fatal(List.of(frames.chunks().get(i + 2))), history);
        }
        if (people.count(chunk) > 1 && shotVictims(chunk)) {
            mark(List.of(chunk), false, history); // "the other four shooting victims"
        }
        if (!reading.marked(chunk.head(), Marks.HARM)) {
            return;
        }
        String head = reading.lemma(chunk.head());
        boolean death = DEATH.contains(head);
        boolean body = BODY.contains(head);
        if (contains(chunk, UNSURE)) {
            return;
        }
        boolean fatal = death || body || contains(chunk, DEADLY);
        Chunk owner = people.possessor(chunk);
        if (owner != null && (death || body)) {
            mark(List.of(owner), true, history);
        }
        boolean of = frames.has(i + 2)
                && reading.lower(frames.chunks().get(i + 1).first()).equals("of");
        if (of && frames.chunks().get(i + 2).is(Chunk.Kind.NOUN) && !plainBody(chunk, body)) {
            mark(List.of(frames.chunks().get(i + 2)), fatal, history);
        }
    }

    private boolean shotVictims(Chunk chunk) {
        return reading.lemma(chunk.head()).equals("victim") && contains(chunk, SHOOTING) && contains(chunk, OTHERS);
    }

    /** "1 dead, 6 hurt", "two people dead after a crash": people and what they are, without a verb. */
    private boolean alone(Frames frames, int i) {
        boolean inside = reading.lower(frames.chunks().get(i).head()).equals("dead");
        boolean behind = frames.has(i + 1)
                && frames.chunks().get(i + 1).is(Chunk.Kind.ADJECTIVE)
                && isFatal(frames.chunks().get(i + 1));
        return (inside || behind)
                && frames.clauses().stream().noneMatch(clause -> clause.index() == i - 1 || clause.index() == i + 1);
    }

    /** "the upper body of the man" is no corpse. */
    private boolean plainBody(Chunk chunk, boolean body) {
        return body && contains(chunk, CHAMBERS);
    }

    private void mark(List<Chunk> groups, boolean dead, boolean history) {
        for (Chunk group : groups) {
            Referent referent = people.of(group);
            if (referent != null && !isNone(group)) {
                boolean untold = !referent.dead && !referent.injured;
                boolean past = history || (referent.other && lastPast);
                referent.history = untold ? past : referent.history && past;
                lastPast = past;
                referent.shot &= !dead;
                referent.dead |= dead;
                referent.injured |= !dead;
                referent.told = referent.told < 0 ? sentence : referent.told;
                if (referent.indefinite && referent.count == 1 && referent.sentence == sentence && !headline) {
                    indefinite.forEach(other -> tellApart(other, referent));
                    indefinite.add(referent);
                }
                referent.token = Math.max(referent.token, group.head());
            }
        }
    }

    /** Whether a noun tells by itself that somebody was killed or hurt. */
    static boolean isHarm(String lemma) {
        return DEATH.contains(lemma) || BODY.contains(lemma) || SHOOTING.contains(lemma);
    }

    private boolean isNone(Chunk group) {
        return lexicons.persons().is(reading.lower(group.first()), "none");
    }

    private boolean contains(Chunk chunk, Set<String> words) {
        for (int t = chunk.first(); t < chunk.end(); t++) {
            if (words.contains(reading.lower(t))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasHead(List<Chunk> groups, Set<String> lemmas) {
        for (Chunk group : groups) {
            if (lemmas.contains(reading.lemma(group.head()))) {
                return true;
            }
        }
        return false;
    }
}
