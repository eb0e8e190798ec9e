package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which facts of its story one article's claims fill, opening those that there are not yet: first by what the text says the value
 * was and by slot, then, for figures still open, by what is around them.
 */
final class Hearing {
    private static final double SURE = 0.55;

    /** Attribute of what is only planned up to a day: "flights scrapped until Wednesday". */
    private static final String DEADLINE = "deadline";

    private static final Set<String> FAILS = Set.of("cancelled", "postponed");

    private final FactStore store;
    private final String storyId;
    private final Testimony testimony;
    private final Report report;
    private final Belief belief;
    private final ShiftJudge judge;
    private final Map<String, List<Claim>> byFact = new LinkedHashMap<>();
    private final Map<Claim, String> filled = new LinkedHashMap<>();
    private final Map<Claim, Judged> judged = new HashMap<>();
    /** What the judge gave a claim for the fact it fills. */
    private final Map<Claim, Double> chances = new HashMap<>();

    private final Map<String, String> sums = new HashMap<>();
    private final OwnFacts own;

    Hearing(FactStore store, String storyId, Testimony testimony, Report report, Belief belief, ShiftJudge judge) {
        this.store = store;
        this.storyId = storyId;
        this.testimony = testimony;
        this.report = report;
        this.belief = belief;
        this.judge = judge;
        this.own = new OwnFacts(store, storyId, testimony);
    }

    /** The article's claims by the id of the fact they fill; each is held by the store. */
    Map<String, List<Claim>> byFact() {
        List<Claim> figures = new ArrayList<>();
        List<Claim> others = new ArrayList<>();
        List<Claim> doubtful = new ArrayList<>();
        boolean storyHasFacts = store.of(storyId).all().stream().anyMatch(fact -> fact.leading() != null);
        testimony.claims().stream().filter(Testimony::recalled).forEach(this::recall);
        Set<String> turned = turned();
        for (Claim told : testimony.claims()) {
            Claim claim = Deferred.is(told) ? dated(told) : told;
            if (claim == null || Testimony.recalled(claim)) {
                continue;
            }
            if (opensNothing(claim) || toldAsCondition(claim, turned)) {
                doubtful.add(claim);
            } else {
                (claim.kind() == Kind.QUANTITY ? figures : others).add(claim);
            }
        }
        doubtful.addAll(testimony.doubtful());
        List<Claim> all = new ArrayList<>(others);
        all.addAll(doubtful);
        TurnMatch turns = turns(all);
        Handovers handovers = new Handovers(testimony.told(), store.of(storyId).of(Kind.OFFICE));
        for (Claim claim : all) {
            Fact shifted = turns.shifted(claim);
            if (shifted != null) {
                Claim sure = claim.confidence() < SURE ? claim.sure(SURE) : claim;
                judged.put(sure, Judged.MOVES);
                chances.put(sure, turns.chance(claim, shifted.id()));
                fill(held(shifted, claim), sure);
                continue;
            }
            if (doubtful.contains(claim)) {
                if (storyHasFacts && handovers.tells(claim)) {
                    fill(handedOver(handovers, claim), claim);
                }
                continue;
            }
            if (slot(claim).aside()) {
                guess(claim);
                continue;
            }
            if (Testimony.leaves(claim) && byText(claim) != null) {
                // who leaves a known office says nothing yet of who holds it: nothing is held that no word would write
                continue;
            }
            if (turns.refuses(claim) && refused(turns, byText(claim), claim)) {
                fill(opened(claim), claim);
                continue;
            }
            String known = known(claim);
            if (known == null && storyHasFacts && handovers.tells(claim)) {
                known = handedOver(handovers, claim);
            }
            Claim told = known != null && moved(known, claim) ? claim.sure(SURE) : claim;
            if (known != null) {
                chances.put(told, turns.chance(claim, known));
            }
            fill(known == null ? opened(claim) : known, told);
        }
        figures(figures);
        if (storyHasFacts) {
            byFact.forEach(this::wasPlanned);
        }
        return byFact;
    }

    /** Which of the article's days, positions, offices and states the judge takes for new values of the story's. */
    private TurnMatch turns(List<Claim> others) {
        List<Fact> facts = store.of(storyId).lastHeardOf(Kind.SCHEDULE, Kind.POSITION, Kind.OFFICE, Kind.STATUS);
        TurnMatch match = new TurnMatch(testimony, facts, belief, report, judge);
        if (facts.isEmpty()) {
            return match;
        }
        List<Claim> open = new ArrayList<>();
        Map<Claim, Fact> known = new HashMap<>();
        for (Claim claim : others) {
            Fact fact = TurnMatch.asks(claim) ? byText(claim) : null;
            if (fact != null) {
                known.put(claim, fact);
            }
            if (TurnMatch.asks(claim) && (fact == null || !repeats(fact, claim))) {
                open.add(claim);
            }
        }
        match.ask(open, known);
        return match;
    }

    /** A claim that the slot alone would let shift a fact and the judge does not. */
    private boolean refused(TurnMatch turns, @Nullable Fact fact, Claim claim) {
        return fact != null && turns.refuses(claim, fact) && belief.shifts(fact, claim, report);
    }

    /** "Put back by three days": the day that the story can tell by the day it knows; null where it knows none. */
    private @Nullable Claim dated(Claim claim) {
        Fact mine = own.find(claim);
        Fact fact = mine == null ? Recollection.onlyDue(store.of(storyId).of(Kind.SCHEDULE), testimony.day()) : mine;
        return fact == null ? null : Deferred.dated(claim, fact).orElse(null);
    }

    /** Should the story not know what its holder thought before, the article itself says so. */
    private void recall(Claim old) {
        if (known(old) == null && !heldAlready(old)) {
            before(opened(old), old);
        }
    }

    /** Should the story not know who held the office, the article itself says so. */
    private String handedOver(Handovers handovers, Claim claim) {
        Claim titled = handovers.titled(claim);
        String id = opened(titled);
        before(id, titled.held(Recollection.was(claim)));
        return id;
    }

    /** "Called off the strike that was to begin on Tuesday": the story has gone on, and only this article says so. */
    private void wasPlanned(String id, List<Claim> claims) {
        Fact fact = store.of(storyId).get(id);
        if (fact == null || fact.slot().kind() != Kind.STATUS || fact.leading() != null) {
            return;
        }
        // "off for Saturday and rescheduled" is neither
        boolean off = FAILS.contains(Agreement.status(ArticleClaims.word(fact, claims)))
                && claims.stream()
                                .map(Agreement::status)
                                .filter(FAILS::contains)
                                .distinct()
                                .count()
                        == 1;
        boolean over = Agreement.status(ArticleClaims.word(fact, claims)).equals("happened")
                && claims.stream().map(Claim::sentence).distinct().count()
                        == 1; // "the strike, which began on 8 July, is over"
        claims.stream()
                .filter(claim -> (off
                                && Agreement.status(claim).equals("planned")
                                && !claim.attribute().equals(DEADLINE))
                        || (over && Agreement.status(claim).equals("under way") && claim.confidence() >= SURE))
                .findFirst()
                .ifPresent(claim -> before(id, claim));
    }

    private void before(String id, Claim old) {
        Fact fact = Objects.requireNonNull(store.of(storyId).get(id));
        store.hold(belief.weigh(fact, old, report, Judged.NOT_ASKED, false).fact());
    }

    /** Whether somebody of the story is known to think so: holders go by many names. */
    private boolean heldAlready(Claim old) {
        return store.of(storyId).of(Kind.POSITION).stream().anyMatch(fact -> {
            Standing leading = fact.leading();
            return leading != null
                    && (old.subjectId().isEmpty() || Holders.likeness(slot(old), fact.slot()) != Holders.Likeness.NONE)
                    && (leading.value().equals(old.value()) || Agreement.of(fact.slot(), old, leading) == Match.WITHIN);
        });
    }

    /** Whether a day is taken for another's by what is around both: it is told as firmly as that. */
    private boolean moved(String id, Claim claim) {
        Fact fact = store.of(storyId).get(id);
        return fact != null
                && claim.kind() == Kind.SCHEDULE
                && claim.confidence() < SURE
                && !fact.slot().bucket().equals(slot(claim).bucket());
    }

    private Slot slot(Claim claim) {
        return testimony.slots().of(claim);
    }

    /** What the judge made of a claim that fills a fact; NOT_ASKED for one that it was not asked of. */
    Judged judged(Claim claim) {
        return judged.getOrDefault(claim, Judged.NOT_ASKED);
    }

    /** How likely the judge gave it that a claim is the new value of the fact it fills; NaN when it was not asked. */
    double chance(Claim claim) {
        return chances.getOrDefault(claim, Double.NaN);
    }

    /**
     * Who may hold an office is kept apart, once for each person and slot, for a later article to be laid beside; guessed states are
     * too many for what they bring.
     */
    private void guess(Claim claim) {
        if (claim.kind() != Kind.OFFICE) {
            return;
        }
        boolean known = store.of(storyId).of(Kind.OFFICE).stream()
                        .anyMatch(fact -> !fact.slot().aside() && repeats(fact, claim))
                || testimony.claims().stream()
                        .anyMatch(other -> other.kind() == Kind.OFFICE
                                && !other.guessed()
                                && other.value().equals(claim.value()));
        if (known) {
            return;
        }
        Slot slot = slot(claim);
        String id = FactIds.fact(storyId, slot, claim.value().hashCode() & 0xffffff);
        if (store.of(storyId).get(id) == null) {
            store.hold(new Fact(id, storyId, slot.refined(slot, testimony.mentioned()), List.of(), 0));
        }
        fill(id, claim);
    }

    /** Of an article's claims for one fact those that the judge takes for its new value, if there are any. */
    List<Claim> shifting(List<Claim> claims) {
        if (claims.get(0).kind() == Kind.QUANTITY) {
            return claims;
        }
        List<Claim> shifting = claims.stream().filter(judged::containsKey).toList();
        return shifting.isEmpty() ? claims : shifting;
    }

    /** First what repeats a figure the story has, then what the judge takes for new values of such, then the rest. */
    private void figures(List<Claim> figures) {
        List<Claim> open = new ArrayList<>();
        List<Claim> quiet = new ArrayList<>();
        Map<Claim, Fact> knownFacts = new HashMap<>();
        for (Claim claim : figures) {
            if (slot(claim).quiet()) {
                quiet.add(claim);
                continue;
            }
            Fact fact = byText(claim);
            if (fact != null) {
                knownFacts.put(claim, fact);
            }
            if (fact != null && repeats(fact, claim)) {
                fill(held(fact, claim), claim);
            } else {
                open.add(claim);
            }
        }
        Map<Claim, Fact> within = new HashMap<>();
        Resemblance.pairs(open, testimony.slots(), lastHeardOf(), byFact.keySet())
                .forEach((claim, fact) -> {
                    if (repeats(fact, claim)) {
                        if (Agreement.of(fact.slot(), claim, Objects.requireNonNull(fact.leading())) == Match.WITHIN) {
                            // "some 71,000" may be another figure than 64,000: that is asked first
                            within.put(claim, fact);
                        } else {
                            fill(held(fact, claim), claim);
                        }
                    }
                });
        open.removeAll(filled.keySet());
        open.addAll(quiet);
        FigureMatch match = new FigureMatch(figures, testimony, lastHeardOf(), belief, report, judge);
        Map<Claim, FigureMatch.Pairing> shifts = match.of(open, knownFacts);
        for (Claim claim : open) {
            FigureMatch.Pairing pairing = shifts.get(claim);
            Fact fact = knownFacts.get(claim);
            if (pairing != null) {
                Judged standing = match.judged(pairing);
                boolean lifted = claim.confidence() < SURE && standing != Judged.NOT_ASKED;
                Claim measured = measured(claim, pairing.fact());
                Claim sure = lifted ? measured.sure(SURE) : measured;
                judged.put(sure, standing);
                chances.put(sure, pairing.chance());
                fill(held(pairing.fact(), claim), sure);
            } else if (within.containsKey(claim)) {
                fill(held(Objects.requireNonNull(within.get(claim)), claim), claim);
            } else if (slot(claim).quiet()) {
                String known = known(claim);
                fill(known == null ? opened(claim) : known, claim);
            } else if (fact != null && (!belief.shifts(fact, claim, report) || Figures.grows(fact, claim))) {
                fill(held(fact, claim), claim);
            } else if (fact != null) {
                fill(sums.computeIfAbsent(claim.unit() + "|" + claim.value(), any -> opened(claim)), claim);
            } else {
                fill(figure(claim), claim);
            }
        }
    }

    /** A bare number has the unit of what it is a new value of, and dollars are those that the story knows of. */
    private static Claim measured(Claim claim, Fact fact) {
        Standing leading = fact.leading();
        return leading != null && (claim.unit().isEmpty() || Units.meet(claim.unit(), leading.unit()))
                ? claim.in(leading.unit())
                : claim;
    }

    /** The story's figures that an article's are held against. */
    private List<Fact> lastHeardOf() {
        return store.of(storyId).lastHeardOf(Kind.QUANTITY);
    }

    private static boolean repeats(Fact fact, Claim claim) {
        Standing leading = fact.leading();
        Match match = leading == null ? Match.SAME : Agreement.of(fact.slot(), claim, leading);
        return match == Match.SAME || match == Match.WITHIN || match == Match.NARROWER;
    }

    /** The fact that a claim fills by what it recalls or by its slot, or null; holds nothing. */
    private @Nullable Fact byText(Claim claim) {
        Fact recalled = Recollection.find(claim, slot(claim), alike(claim));
        if (recalled != null || Resemblance.vague(claim)) {
            return recalled;
        }
        Fact fact = own.find(claim);
        if (fact != null) {
            return fact;
        }
        Fact near = Recollection.near(claim, slot(claim), alike(claim), testimony.day());
        return near == null || otherDay(claim, near) ? null : near;
    }

    /** The story's facts of a claim's kind. */
    private Collection<Fact> alike(Claim claim) {
        return store.of(storyId).of(claim.kind());
    }

    private void fill(String id, Claim claim) {
        byFact.computeIfAbsent(id, any -> new ArrayList<>()).add(claim);
        filled.put(claim, id);
    }

    /** A figure that fills no fact the story had: one that the article told before, another side's, or a new one. */
    private String figure(Claim claim) {
        String sum = claim.unit() + "|" + claim.value();
        if (Resemblance.vague(claim)) {
            String told = sums.get(sum);
            if (told != null) {
                return told;
            }
        } else {
            String known = known(claim);
            if (known != null && another(known, claim)) {
                return sums.computeIfAbsent(slot(claim).bucket() + "|" + claim.value(), any -> opened(claim));
            }
            if (known != null) {
                return known;
            }
        }
        Claim other = Resemblance.otherSide(claim, testimony.slots(), List.copyOf(filled.keySet()));
        String id = other == null ? opened(claim) : Objects.requireNonNull(filled.get(other));
        sums.put(sum, id);
        return id;
    }

    /**
     * "A total of 612 people crossed, police stopped 244 people": what is counted by a noun that no list knows and the article opens with
     * another value is two things, unless two sides count it.
     */
    private boolean another(String id, Claim claim) {
        Fact fact = store.of(storyId).get(id);
        return fact != null
                && fact.standings().isEmpty()
                && Measures.shared().unlisted(Measures.shared().classOf(claim.subject()))
                && byFact.containsKey(id)
                && byFact.get(id).stream()
                        .noneMatch(told -> told.value().equals(claim.value())
                                || Camps.shared().opposed(told, claim));
    }

    /** "Her successor is Rui Lopes" of an office that the story does not know, "relented" of who held nothing. */
    private boolean opensNothing(Claim claim) {
        boolean office = claim.subject().equals(Recollection.UNNAMED_OFFICE) && claim.kind() == Kind.OFFICE;
        boolean matter = claim.kind() == Kind.POSITION && claim.qualifiers().contains(Recollection.UNNAMED_MATTER);
        boolean occasion = claim.subject().equals(Recollection.UNNAMED_OCCASION) && claim.kind() == Kind.SCHEDULE;
        if (claim.qualifiers().contains(Slot.FOLLOWS + "=yes")) {
            return own.find(claim) == null;
        }
        return (office || matter || occasion)
                && Recollection.find(claim, slot(claim), alike(claim)) == null
                && Recollection.near(claim, slot(claim), alike(claim), testimony.day()) == null;
    }

    /** Conditions of things and persons that the article puts otherwise than the story has them. */
    private Set<String> turned() {
        Set<String> turned = new HashSet<>();
        for (Claim claim : testimony.claims()) {
            Fact fact = slot(claim).condition() ? own.find(claim) : null;
            if (fact != null
                    && fact.leading() != null
                    && Agreement.of(fact.slot(), claim, fact.leading()) == Match.OTHER) {
                turned.add(claim.subject());
            }
        }
        return turned;
    }

    /** "The road reopened" is both a road that is open now and a reopening: one change, told once. */
    private static boolean toldAsCondition(Claim claim, Set<String> turned) {
        return claim.kind() == Kind.STATUS
                && turned.stream().anyMatch(condition -> Families.shared().event(condition, claim.subject()));
    }

    /** The fact that a claim fills by its slot, or null. */
    private @Nullable String known(Claim claim) {
        Fact recalled = Recollection.find(claim, slot(claim), alike(claim));
        if (recalled != null) {
            return recalled.id();
        }
        if (testimony.alone(claim)) {
            // "nine pupils were infected" with no larger figure beside it is the total, unless the story knows of more
            Claim whole = Testimony.whole(claim);
            Fact total = own.find(whole);
            Standing leading = total == null ? null : total.leading();
            if (total == null || leading == null || Agreement.of(total.slot(), whole, leading) != Match.LOWER) {
                String known = known(whole);
                return known == null ? opened(whole) : known;
            }
        }
        Fact fact = byText(claim);
        return fact == null ? null : held(fact, claim);
    }

    /** Whether the article has told already to what other day the fact's event was moved. */
    private boolean otherDay(Claim claim, Fact fact) {
        Standing leading = fact.leading();
        return claim.kind() == Kind.SCHEDULE
                && leading != null
                && byFact.getOrDefault(fact.id(), List.of()).stream()
                        .anyMatch(told -> Dates.compare(claim.value(), told.value()) == Match.OTHER
                                && Dates.compare(leading.value(), told.value()) == Match.OTHER);
    }

    private String held(Fact fact, Claim claim) {
        store.hold(fact.with(fact.slot().refined(slot(claim), testimony.mentioned())));
        return fact.id();
    }

    private String opened(Claim claim) {
        StoryFacts facts = store.of(storyId);
        Slot slot = slot(claim);
        // unnamed sums share one slot and are many
        int ordinal = Resemblance.vague(claim) ? claim.value().hashCode() & 0xffffff : 0;
        String id = FactIds.fact(storyId, slot, ordinal);
        while (facts.get(id) != null) {
            ordinal++;
            id = FactIds.fact(storyId, slot, ordinal);
        }
        store.hold(new Fact(id, storyId, slot.refined(slot, testimony.mentioned()), List.of(), 0));
        return id;
    }
}
