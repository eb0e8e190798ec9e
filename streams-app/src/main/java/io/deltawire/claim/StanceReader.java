package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.text.NumberValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** POSITION: who accepts, rejects, proposes, demands, denies, sets conditions or keeps open, and on what. */
final class StanceReader implements ClaimReader {
    private static final Set<String> ADMITS =
            Set.of("admit", "acknowledge", "confess", "concede", "own up", "own up to", "come clean", "confess to");
    /** Sureness of {@link StanceModel} from which its reading opens a fact; chosen on our sets of stories. */
    private static final double LEAST = 0.35;

    /** Sureness from which it moves one. */
    private static final double FIRM = 0.45;

    /** Confidence of a reading that moves a fact. */
    private static final double MOVES = 0.6;

    private static final String ALLEGATION = "allegation";

    /** What a position is about that the network reads and no list knows: another text may call it anything. */
    private static final String UNSAID = "issue";

    private static final Set<String> CONCEDES = Set.of("accept", "recognise", "recognize", "agree");
    private static final Set<String> POINTERS = Set.of("it", "that", "this", "them", "these", "those", "him", "her");
    private static final Set<String> SETTLES = Set.of("agree", "settle", "hold out");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Targets targets;
    private final Parties parties;
    private final Voices voices;
    private final Judgement judgement;
    private final Hints hints;
    private final Aims aims;
    private final StanceFeatures features;
    private final StanceHolders holders;
    /** By what those are known whose position the sentence has told. */
    private final Set<String> told = new HashSet<>();

    /** What the position read last is about. */
    private String last = "";

    private final Turns turns;

    /** Whether what is read is only a hint of what somebody thinks. */
    private boolean hinted;

    /** Whether the sentence recalls what its subject did before. */
    private boolean recalls;

    StanceReader(Reading reading, Lexicons lexicons, Targets targets, Parties parties) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.targets = targets;
        this.parties = parties;
        this.voices = new Voices(reading, lexicons, parties);
        this.judgement = new Judgement(reading, lexicons);
        this.features = new StanceFeatures(reading);
        this.holders = new StanceHolders(reading, voices);
        this.hints = new Hints(reading, lexicons, judgement);
        this.aims = new Aims(reading, lexicons, targets, parties, judgement);
        this.turns = new Turns(reading, lexicons);
    }

    @Override
    public void read(Frames frames, Claims claims) {
        parties.read(frames);
        voices.turn(frames);
        told.clear();
        boolean history = Standing.history(reading, lexicons, frames.sentence());
        List<Draft> drafts = new ArrayList<>();
        turns.begin(history);
        recalls = frames.clauses().stream().anyMatch(clause -> Recalls.hangsOrReduced(reading, frames, clause));
        for (Clause clause : frames.clauses()) {
            if (wished(frames, clause) || asked(frames, clause)) {
                continue;
            }
            String value = judgement.of(frames, clause);
            if (value.isEmpty()) {
                judged(frames, clause, history, drafts);
                hinted(frames, clause, history, drafts);
                continue;
            }
            boolean there =
                    Hints.ofThere(reading, clause) && !value.equals("denies"); // "there was nothing against him"
            Voice who = there ? null : holder(frames, clause);
            if (who == null) {
                judged(frames, clause, history, drafts);
            } else {
                int before = drafts.size();
                stance(frames, clause, who, value, history, drafts);
                if (drafts.size() > before) {
                    turns.told(frames, clause, drafts.get(before));
                }
                boolean mutual = value.equals("accepts") && lexicons.stances().is(clause.lemma(), "mutual");
                voices.beside(frames, clause, mutual)
                        .forEach(other -> stance(frames, clause, other, value, history, drafts));
            }
        }
        learned(frames, history, drafts);
        turns.end(frames, drafts);
        drafts.forEach(claims::add);
    }

    /** Whose position a clause tells. */
    private @Nullable Voice holder(Frames frames, Clause clause) {
        if (Recalls.hangs(reading, clause)) {
            return voices.main(frames, clause);
        }
        if (Hints.ofThere(reading, clause)) {
            Voice sayer = voices.sayer(frames, clause); // "said there was no truth in it"
            return sayer == null ? voices.goneOn(frames, clause) : sayer;
        }
        return Inward.is(reading, lexicons.stances(), frames, clause)
                ? voices.affected(frames, clause)
                : voices.of(frames, clause);
    }

    /** What no list knows, of those whose position the sentence has not told: as {@link StanceModel} reads it. */
    private void learned(Frames frames, boolean history, List<Draft> drafts) {
        if (!StanceModel.mayTake(reading, frames.sentence())) {
            return;
        }
        StanceModel model = StanceModel.english();
        double[] said = model.said(features, frames);
        if (!StanceModel.mayTell(said)) {
            return;
        }
        List<StanceHolder> all = holders.of(frames);
        Predicate<StanceHolder> untold = holder -> !told.contains(holder.who().key());
        if (all.stream().noneMatch(untold)) {
            return;
        }
        List<StanceModel.Guess> guesses = model.read(said, features, reading, frames, all, untold);
        for (int i = 0; i < guesses.size(); i++) {
            // one may become told in this turn
            if (guesses.get(i).sure() >= LEAST && untold.test(all.get(i))) {
                learned(frames, all.get(i), guesses.get(i), history, drafts);
            }
        }
    }

    private void learned(
            Frames frames, StanceHolder holder, StanceModel.Guess guess, boolean history, List<Draft> drafts) {
        if (holder.clause() == null && frames.clauses().isEmpty()) {
            return;
        }
        Clause clause = holder.clause() == null ? frames.clauses().get(0) : holder.clause();
        if (guess.value().equals("rejects") && speaks(frames, clause)) {
            return;
        }
        boolean admits = guess.value().equals("admits");
        String value = admits ? "accepts" : guess.value();
        boolean owns = admits || value.equals("denies");
        Chunk what = owns ? null : aims.target(frames, clause, value);
        String on = owns ? ALLEGATION : what == null ? "" : aims.targetOf(frames, what);
        int first = frames.sentence().firstToken();
        on = on.isEmpty() ? targets.topic(frames, first, first) : on;
        on = on.isEmpty() ? last : on;
        if (!owns && !isClass(on) && !lexicons.stances().is(on, "answerable")) {
            on = UNSAID;
            what = null;
        }
        Draft draft = draft(frames, clause, holder.who(), value, on, what, history)
                .sure(guess.sure() < FIRM ? Hints.SURE : MOVES);
        targets.contents(frames).forEach(word -> draft.with("about", word));
        drafts.add(draft);
        last = on.equals(UNSAID) ? last : on;
    }

    /** What somebody is only heard to think, unless the clause says more. */
    private void hinted(Frames frames, Clause clause, boolean history, List<Draft> drafts) {
        String value = hints.of(frames, clause);
        Voice who =
                value.isEmpty() ? null : value.equals("denies") ? voices.sayer(frames, clause) : holder(frames, clause);
        int before = drafts.size();
        if (who != null) {
            hinted = true;
            stance(frames, clause, who, value, history, drafts);
            hinted = false;
        }
        if (drafts.size() > before) {
            turns.told(frames, clause, drafts.get(before).sure(hints.plain(clause, value) ? MOVES : Hints.SURE));
        }
    }

    private void stance(Frames frames, Clause clause, Voice who, String value, boolean history, List<Draft> drafts) {
        boolean concedes = clause.lemma().equals("concede") && aims.known(frames, clause, value) == null;
        Chunk what = concedes || (hinted && value.equals("denies")) ? null : aims.target(frames, clause, value);
        String on = what == null ? "" : aims.targetOf(frames, what);
        on = owning(clause, value) && !lexicons.targets().has(on) && !isClass(on) ? "" : on;
        on = on.isEmpty() ? unsaid(frames, clause, value) : on;
        boolean vows = lexicons.stances().is(clause.lemma(), "vows"); // "promised to pay"
        on = on.isEmpty() && (hinted || vows || !lexicons.stances().is(clause.lemma(), "weak"))
                ? aims.deed(frames, clause, value)
                : on;
        on = on.isEmpty() && pointing(clause) ? spokenOf(frames, clause) : on;
        boolean yields = Reversals.yields(reading, lexicons, clause);
        boolean round = Reversals.turnsRound(reading, lexicons.stances(), clause);
        if (yields && (round || on.isEmpty() || (!isClass(on) && Reversals.gives(lexicons, clause)))) {
            on = Reversals.MATTER; // "bowed to the farmers": whom one gives in to is not what is given up
        }
        if (on.isEmpty() && open(frames, clause, value)) {
            Idioms.Found idiom =
                    Idioms.shared().at(reading, clause, frames.sentence().endToken());
            int from = idiom == null ? clause.verb().first() : idiom.end();
            on = targets.topic(frames, clause.verb().first(), from);
            on = on.isEmpty() ? last : on;
        }
        boolean unsaid = on.isEmpty() && !hinted && tells(frames, clause, value);
        on = unsaid ? UNSAID : on;
        if (on.isEmpty() || (!on.equals(Reversals.MATTER) && !hinted && weak(clause, value, on))) {
            return;
        }
        Draft draft = draft(frames, clause, who, value, on, what, history);
        if (unsaid) {
            draft.sure(MOVES);
        }
        if (yields || Reversals.turns(reading, frames, clause)) {
            draft.cue(Claim.Cue.UPDATE);
        }
        if (Reversals.recalled(reading, lexicons, frames, clause)) {
            draft.cue(Claim.Cue.HISTORY);
        }
        drafts.add(draft);
        gaveUp(frames, clause, draft, drafts);
        last = on.equals(Reversals.MATTER) ? last : on;
        if (value.equals("proposes") || value.equals("demands")) {
            targets.propose(who.key(), on);
            if (!who.side().isEmpty()) {
                targets.propose(who.side(), on);
            }
        }
    }

    /** Whether a clause tells a position though not on what: "has not made up its mind", "the league is opposed". */
    private boolean tells(Frames frames, Clause clause, String value) {
        boolean idiom = Idioms.shared().at(reading, clause, frames.sentence().endToken()) != null;
        boolean silent = value.equals("rejects") && speaks(frames, clause);
        return !silent && (idiom || !lexicons.stances().is(clause.lemma(), "weak"));
    }

    /** "Refused to comment on the plan". */
    private boolean speaks(Frames frames, Clause clause) {
        Clause next = aims.dependent(frames, clause);
        return next != null && lexicons.stances().is(next.lemma(), "speaks");
    }

    /** "dropped its objection to the plan", "came off the fence": what it thought until now. */
    private void gaveUp(Frames frames, Clause clause, Draft draft, List<Draft> drafts) {
        String was = Recalls.givenUp(reading, clause);
        was = was.isEmpty() ? Asides.was(reading, lexicons, frames, clause) : was;
        boolean told = draft.modality == Modality.HAPPENED && !draft.cues.contains(Claim.Cue.HISTORY);
        if (told && Recalls.apart(draft.value, was) && !draft.qualifiers.contains("on=" + Reversals.MATTER)) {
            drafts.add(draft.cue(Claim.Cue.UPDATE).with("was", was).held(was));
        }
    }

    /** Whether the verb takes a position only on known matters and this is none: "left the room". */
    private boolean weak(Clause clause, String value, String on) {
        Lexicon stances = lexicons.stances();
        if (value.equals("conditional") && judgement.ahead(clause)) {
            return false; // "will allow the trench if"
        }
        if (stances.is(clause.lemma(), "vows") && !clause.objects().isEmpty()) {
            return true; // "promised a parade"
        }
        boolean answers = stances.is(clause.lemma(), "contests")
                || stances.is(clause.lemma(), "ponders")
                || stances.is(clause.lemma(), "label"); // "called the proposal a trap"
        boolean answered = answers && stances.is(on, "answerable"); // "contest the fine", "study the proposal"
        return stances.is(clause.lemma(), "weak") && !answered && !isClass(on);
    }

    /** "The exporters are against it", "would not accept that": the text said before what. */
    private boolean pointing(Clause clause) {
        return Stream.concat(
                        clause.patients().stream(), clause.obliques().stream().map(Clause.Oblique::group))
                .anyMatch(group -> POINTERS.contains(reading.lower(group.head())));
    }

    private String spokenOf(Frames frames, Clause clause) {
        String topic =
                targets.topic(frames, clause.verb().first(), frames.sentence().endToken());
        return topic.isEmpty() ? last : topic;
    }

    /** "The offer was inadequate, the union said", "closing the plant was out of the question": what the sayer thinks of it. */
    private void judged(Frames frames, Clause clause, boolean history, List<Draft> drafts) {
        if (clause.subjects().isEmpty()) {
            return;
        }
        Chunk what = clause.subjects().get(0);
        if (clause.passive()) {
            unwilling(frames, clause, what, history, drafts);
            return;
        }
        if (!clause.lemma().equals("be")) {
            return;
        }
        boolean answered = targets.isAnswerable(what) || !targets.eventOf(what).isEmpty();
        String value = answered ? judgement.ofThing(frames, clause) : "";
        Voice who = value.isEmpty() ? null : voices.sayer(frames, clause);
        String on = who == null ? "" : aims.targetOf(frames, what);
        on = on.isEmpty() && who != null
                ? targets.topic(frames, clause.verb().first(), clause.verb().first())
                : on;
        if (who != null && !on.isEmpty()) {
            String said =
                    on.equals(ALLEGATION) && value.equals("rejects") ? "denies" : value; // "the report was untrue"
            drafts.add(draft(frames, clause, who, said, on, what, history));
        }
    }

    /** "No ransom would be paid, the firm said": what the sayer will not do. */
    private void unwilling(Frames frames, Clause clause, Chunk what, boolean history, List<Draft> drafts) {
        boolean none = reading.lower(what.first()).equals("no") || clause.negated();
        Voice who = none && judgement.ahead(clause) && judgement.doable(clause) ? voices.sayer(frames, clause) : null;
        String on = who == null ? "" : aims.targetOf(frames, what);
        if (who != null && !on.isEmpty()) {
            Draft draft = draft(frames, clause, who, "rejects", on, what, history);
            drafts.add(judgement.deed(clause) ? draft : draft.sure(Hints.SURE));
        }
    }

    /** "recommends that shareholders accept", "urged the union to accept": what somebody wants of others is not their position. */
    private boolean wished(Frames frames, Clause clause) {
        if (clause.subjects().isEmpty() || clause.mood() == Clause.Mood.INFINITIVE) {
            return false;
        }
        Clause wish = null;
        for (Clause other : frames.clauses()) {
            wish = other.index() < clause.index() ? other : wish;
        }
        if (wish == null) {
            return false;
        }
        int that = wish.index() + 1;
        boolean follows = frames.has(that)
                && reading.lower(frames.chunks().get(that).first()).equals("that")
                && frames.has(that + 1)
                && frames.chunks().get(that + 1).equals(clause.subjects().get(0));
        String pos = reading.pos(clause.verb().first());
        boolean bare = pos.equals("VB")
                || pos.equals("VBP")
                || reading.lower(clause.verb().first()).equals("should");
        return follows
                && bare
                && (lexicons.stances().is(wish.lemma(), "demands")
                        || lexicons.stances().is(wish.lemma(), "proposes")
                        || wish.lemma().equals("recommend"));
    }

    /** "declined to say if it would support the bid": what is left open. */
    private boolean asked(Frames frames, Clause clause) {
        int subject = clause.subjects().isEmpty()
                ? -1
                : frames.indexOf(clause.subjects().get(0));
        if (subject < 2 || clause.index() <= subject) {
            return false;
        }
        String link = reading.lower(frames.chunks().get(subject - 1).first());
        return (link.equals("if") || link.equals("whether"))
                && frames.chunks().get(subject - 2).is(Chunk.Kind.VERB)
                && lexicons.stances()
                        .is(reading.lemma(frames.chunks().get(subject - 2).head()), "respond");
    }

    /** Whether the verb owns up to something or denies it. */
    private boolean owning(Clause clause, String value) {
        return value.equals("denies") || ADMITS.contains(clause.lemma());
    }

    /** "walked across the hall and conceded": what candidates concede is the result. */
    private String unsaid(Frames frames, Clause clause, String value) {
        if (clause.lemma().equals("concede") && Standing.has(reading, "election", "vote", "ballot", "recount")) {
            return "election result";
        }
        if (clause.lemma().equals("appeal")) {
            return "verdict";
        }
        boolean answers = value.equals("accepts") || value.equals("rejects");
        if (answers && !clause.passive() && clause.objects().stream().anyMatch(this::money)) {
            return "offer"; // "accepted 49 million pounds for the striker"
        }
        if (answers
                && SETTLES.contains(clause.lemma())
                && clause.obliques().stream().anyMatch(this::figure)) {
            return "offer"; // "had held out for 40 percent", "agreed to 35"
        }
        // "denied that a design flaw was to blame", "admitted that the wiring was faulty"
        boolean owns = value.equals("accepts")
                && ((recalls && clause.lemma().equals("confirm"))
                        || clause.lemma().equals("plead")
                        || that(frames, clause));
        return hinted && value.equals("denies") ? Hints.DENIAL : owns || owning(clause, value) ? ALLEGATION : "";
    }

    /** "accepts that fresh capital is needed": that it is so. */
    private boolean that(Frames frames, Clause clause) {
        int next = clause.index() + 1;
        return CONCEDES.contains(clause.lemma())
                && frames.has(next)
                && reading.lower(frames.chunks().get(next).first()).equals("that");
    }

    private boolean money(Chunk object) {
        NumberValue number = reading.number(object.first());
        return number != null && number.use() == NumberValue.Use.MONEY;
    }

    private boolean figure(Clause.Oblique oblique) {
        int head = oblique.group().head();
        boolean joins =
                oblique.preposition().equals("to") || oblique.preposition().equals("for");
        return joins && reading.number(oblique.group().first()) != null && reading.time(head) == null && !counted(head);
    }

    /** "35 hectares": of what there are so many. */
    private boolean counted(int head) {
        return reading.pos(head).startsWith("NN")
                && reading.number(head) == null
                && !reading.lemma(head).equals("percent");
    }

    /** Whether the text may leave of what to the reader: "had not made up its mind", "voted in favour", "said yes". */
    private boolean open(Frames frames, Clause clause, String value) {
        return value.equals("undecided")
                || value.equals("conditional")
                || clause.lemma().equals("vote")
                || Idioms.shared().at(reading, clause, frames.sentence().endToken()) != null;
    }

    private Draft draft(
            Frames frames, Clause clause, Voice who, String value, String on, @Nullable Chunk what, boolean history) {
        told.add(who.key());
        int end = what == null ? clause.verb().end() : Math.max(clause.verb().end(), what.end());
        int first = who.first() < frames.sentence().firstToken() ? clause.verb().first() : who.first();
        Draft draft = new Draft(
                        Kind.POSITION,
                        frames.sentence(),
                        Math.min(first, clause.verb().first()),
                        end)
                .is(value)
                .on(what == null ? on : on + (reading.text(what).equals(on) ? "" : " (" + reading.text(what) + ")"))
                .with("on", on)
                .with("side", who.side())
                .put(modality(frames, clause))
                .sure(lexicons.targets().is(on, on) || isClass(on) ? 0.75 : 0.5);
        Entity holder = who.entity();
        if (holder != null) {
            draft.about(holder);
        } else {
            draft.about(who.noun());
        }
        if (what != null) {
            for (Entity party : parties.of(frames, what)) {
                String side = parties.sideOf(party);
                if (holder == null || !holder.id().equals(party.id())) {
                    draft.with("with", side.isEmpty() ? party.id() : side);
                }
            }
        }
        targets.words(frames, clause, what).forEach(word -> draft.with("about", word));
        if (history) {
            draft.cue(Claim.Cue.HISTORY);
        }
        return draft;
    }

    private boolean isClass(String on) {
        return lexicons.targets().has(on) || lexicons.deeds().is(on, on);
    }

    /** Positions carry negation in their value; only doubt is left for the modality. */
    private Modality modality(Frames frames, Clause clause) {
        Modality modality = Standing.modality(reading, lexicons, frames.sentence(), clause);
        boolean would = reading.lower(clause.verb().first()).equals("would")
                || reading.lower(clause.verb().first()).equals("will");
        boolean conditional = clause.mood() == Clause.Mood.CONDITIONAL;
        return modality == Modality.POSSIBLE && (conditional || !would) ? Modality.POSSIBLE : Modality.HAPPENED;
    }
}
