package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which days, positions, offices and states of one article are new values of which facts of its story: the judge's surest pairs. */
final class TurnMatch {
    /** Pairs below this are no shift. */
    private static final double LEAST = 0.36;

    /** A pair that the slot alone would take for a shift is none below this. */
    private static final double REFUSED = 0.065;

    /** Facts that a claim may have in common with nothing and still be asked about. */
    private static final double STRANGERS = 1;

    /** The same of a position: whose it is and on what goes by many names. */
    private static final double UNLIKE = 0;

    /** The same of a state of which the reader only guesses what it is told of. */
    private static final double FAMILIAR = 2;

    private static final int MOST_ASKED = 8;

    private final List<Fact> facts;
    private final Belief belief;
    private final Report report;
    private final ShiftJudge judge;
    private final TurnFeatures features;
    private final PairWords words = new PairWords();
    private final LocalDate day;
    private final Slots slots;
    /** Whom the article says to hold the office of what body. */
    private final Map<Claim, Slot> offices = new LinkedHashMap<>();

    private final Map<Fact, List<Slot>> heldByLeader = new HashMap<>();

    private final Map<Claim, Fact> shifts = new LinkedHashMap<>();
    private final Map<Claim, Set<String>> refused = new HashMap<>();
    private final Map<Claim, Map<String, Double>> chances = new HashMap<>();

    /**
     * @param testimony the article's
     * @param facts of the story that something leads, those heard of last first
     */
    TurnMatch(Testimony testimony, List<Fact> facts, Belief belief, Report report, ShiftJudge judge) {
        this.facts = facts;
        this.belief = belief;
        this.report = report;
        this.judge = judge;
        this.day = testimony.day();
        this.slots = testimony.slots();
        this.features = new TurnFeatures(testimony.told(), slots, facts, report.mentioned(), day);
        for (Claim claim : testimony.told()) {
            if (claim.kind() == Kind.OFFICE && !claim.guessed() && claim.modality() == Modality.HAPPENED) {
                Slot slot = slots.of(claim);
                if (Alignment.ofBody(slot)) {
                    offices.put(claim, slot);
                }
            }
        }
    }

    static boolean asks(Claim claim) {
        return claim.kind() != Kind.QUANTITY
                && claim.kind() != Kind.STATEMENT
                && !Testimony.leaves(claim)
                && (claim.kind() == Kind.STATUS || !claim.cues().contains(Claim.Cue.RETRACTION));
    }

    private record Asked(Claim claim, Slot slot, Fact fact, double resemblance) {}

    private record Pairing(Claim claim, Fact fact, double chance, String before, String after) {}

    /**
     * @param claims that repeat nothing the story has
     * @param known the fact that a claim fills by its slot, for those that have one
     */
    void ask(List<Claim> claims, Map<Claim, Fact> known) {
        Map<Claim, List<Asked>> byClaim = new LinkedHashMap<>();
        Map<String, List<Asked>> byFact = new HashMap<>();
        for (Claim claim : claims) {
            Slot slot = slots.of(claim);
            List<Asked> asked = new ArrayList<>();
            Fact own = known.get(claim);
            List<Slot> held = claim.kind() == Kind.OFFICE && !Agreement.cued(claim) ? held(claim.value()) : List.of();
            for (Fact fact : facts) {
                if (elsewhere(held, fact)) {
                    refuse(claim, fact);
                } else if (possible(claim, slot, fact)) {
                    double resemblance = features.resemblance(claim, slot, fact, own);
                    if (near(claim, slot, fact, resemblance)) {
                        asked.add(new Asked(claim, slot, fact, resemblance));
                    }
                }
            }
            asked.sort(Comparator.comparingDouble(Asked::resemblance)
                    .reversed()
                    .thenComparing(pair -> pair.fact().id()));
            List<Asked> few = asked.size() > MOST_ASKED ? asked.subList(0, MOST_ASKED) : asked;
            byClaim.put(claim, few);
            few.forEach(pair -> byFact.computeIfAbsent(pair.fact().id(), any -> new ArrayList<>())
                    .add(pair));
        }
        List<Pairing> pairings = new ArrayList<>();
        byClaim.forEach((claim, asked) -> asked.forEach(pair -> {
            double next = Math.max(
                    next(pair, asked),
                    next(pair, byFact.getOrDefault(pair.fact().id(), List.of())));
            Pairing pairing = judged(pair, next, known.get(claim));
            if (pairing != null) {
                pairings.add(pairing);
                chances.computeIfAbsent(claim, any -> new HashMap<>())
                        .put(pair.fact().id(), pairing.chance());
                if (pairing.chance() < REFUSED && !sure(pair)) {
                    refuse(claim, pair.fact());
                }
            }
        }));
        take(pairings);
    }

    /** What the slot says whatever else there is: a position of one holder, or whom two texts give one office of one body. */
    private static boolean sure(Asked pair) {
        return switch (pair.claim().kind()) {
            case POSITION -> true;
            case OFFICE -> Alignment.oneBody(pair.slot(), pair.fact().slot());
            default -> false;
        };
    }

    private void refuse(Claim claim, Fact fact) {
        refused.computeIfAbsent(claim, any -> new HashSet<>()).add(fact.id());
    }

    /** The surest first, those of guesses last: what they would say again is left out. */
    private void take(List<Pairing> pairings) {
        pairings.sort(Comparator.comparing(
                        (Pairing pairing) -> pairing.fact().slot().aside())
                .thenComparing(Comparator.comparingDouble(Pairing::chance).reversed())
                .thenComparingInt(pairing -> pairing.claim().begin())
                .thenComparing(pairing -> pairing.fact().id()));
        Map<String, String> taken = new HashMap<>();
        Set<String> said = new HashSet<>();
        for (Pairing pairing : pairings) {
            Fact fact = pairing.fact();
            String value = taken.get(fact.id());
            String turn = pairing.claim().kind() + "|" + pairing.before() + "|" + pairing.after();
            if (pairing.chance() >= LEAST
                    && !shifts.containsKey(pairing.claim())
                    && (value == null ? !fact.slot().aside() || !said.contains(turn) : value.equals(pairing.after()))) {
                shifts.put(pairing.claim(), fact);
                taken.put(fact.id(), pairing.after());
                said.add(turn);
            }
        }
    }

    /** The fact that a claim is the new value of, or null. */
    @Nullable
    Fact shifted(Claim claim) {
        return shifts.get(claim);
    }

    /** How likely a claim is the new value of a fact; NaN when the judge was not asked. */
    double chance(Claim claim, String fact) {
        return chances.getOrDefault(claim, Map.of()).getOrDefault(fact, Double.NaN);
    }

    /** Whether there is a fact of which the judge says that a claim is no new value. */
    boolean refuses(Claim claim) {
        return refused.containsKey(claim);
    }

    /** Whether the judge says that a claim is no new value of a fact. */
    boolean refuses(Claim claim, Fact fact) {
        return refused.getOrDefault(claim, Set.of()).contains(fact.id());
    }

    private static double next(Asked pair, List<Asked> others) {
        double next = 0;
        for (Asked other : others) {
            if (!other.equals(pair)) {
                next = Math.max(next, other.resemblance());
            }
        }
        return next;
    }

    private @Nullable Pairing judged(Asked pair, double next, @Nullable Fact known) {
        Claim claim = pair.claim();
        Fact fact = pair.fact();
        Standing leading = fact.leading();
        if (leading == null) {
            throw new IllegalArgumentException("nothing leads " + fact.id());
        }
        Encounter encounter = belief.meetingSure(fact, claim, report);
        float[] row = features.of(
                claim,
                pair.slot(),
                fact,
                leading,
                known,
                encounter,
                pair.resemblance(),
                pair.resemblance() - next,
                report.at());
        TurnPair turn = new TurnPair(claim, pair.slot(), fact, leading, row, words);
        double chance = judge.turns(turn);
        return Double.isNaN(chance) ? null : new Pairing(claim, fact, chance, turn.before(), turn.after());
    }

    /** Whether the two have enough in common to be asked about. */
    private boolean near(Claim claim, Slot slot, Fact fact, double resemblance) {
        return switch (claim.kind()) {
            case STATUS -> slot.aside() ? resemblance >= FAMILIAR : resemblance > STRANGERS;
            case SCHEDULE -> resemblance >= STRANGERS || due(fact);
            case POSITION -> resemblance >= UNLIKE || Holders.one(slot, fact.slot());
            default -> resemblance >= STRANGERS;
        };
    }

    private boolean due(Fact fact) {
        Standing leading = fact.leading();
        Dates.Days days = leading == null ? null : Dates.days(leading.value());
        return days != null && !days.end().isBefore(day.minusDays(1));
    }

    private static boolean place(Slot slot) {
        return slot.bucket().contains("|field=place");
    }

    /**
     * "Russian President Lopes met French President Roux": the article says itself that they hold the office of two bodies.
     *
     * @param held offices that it says the one holds
     */
    private boolean elsewhere(List<Slot> held, Fact fact) {
        if (held.isEmpty() || fact.slot().kind() != Kind.OFFICE) {
            return false;
        }
        List<Slot> theirs = heldByLeader.computeIfAbsent(fact, this::heldByLeader);
        return !theirs.isEmpty()
                && held.stream().noneMatch(one -> theirs.stream().anyMatch(other -> Alignment.oneBody(one, other)));
    }

    private List<Slot> held(String holder) {
        return offices.entrySet().stream()
                .filter(office -> office.getKey().value().equals(holder))
                .map(Map.Entry::getValue)
                .toList();
    }

    private List<Slot> heldByLeader(Fact fact) {
        Standing leading = fact.leading();
        return leading == null
                ? List.of()
                : offices.entrySet().stream()
                        .filter(office -> Agreement.of(fact.slot(), office.getKey(), leading) == Match.SAME)
                        .map(Map.Entry::getValue)
                        .toList();
    }

    private boolean possible(Claim claim, Slot slot, Fact fact) {
        Standing leading = fact.leading();
        if (leading == null
                || fact.slot().kind() != claim.kind()
                || (fact.slot().quiet() && !fact.slot().aside())
                || (slot.quiet() && !slot.aside())
                || Agreement.of(fact.slot(), claim, leading) != Match.OTHER) {
            return false;
        }
        return claim.kind() != Kind.SCHEDULE || place(slot) == place(fact.slot());
    }
}
