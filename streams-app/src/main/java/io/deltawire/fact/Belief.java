package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a fact is believed to be after one more claim: looks the claim up in the decision table and applies the verdict. */
final class Belief {
    private static final double PASSING = 0.5;
    private static final double OUTRIGHT = 0.55;

    private final FactConfig config;

    Belief(FactConfig config) {
        this.config = config;
    }

    /**
     * A fact after a claim.
     *
     * @param encounter how they met
     * @param row the row that decided
     * @param before the leading (or losing, or withdrawn) position before, null when there was none
     * @param after the position the claim's value is now held by
     */
    record Outcome(
            Fact fact,
            Encounter encounter,
            DecisionTable row,
            @Nullable Standing before,
            Standing after) {}

    /**
     * @param judged what the judge of figures made of the claim
     * @param aware the article states the leading value too: it differs knowingly
     */
    Outcome weigh(Fact fact, Claim claim, Report report, Judged judged, boolean aware) {
        int mine = indexOf(fact, claim);
        String source = report.source();
        Instant at = report.at();
        Encounter encounter = encounter(fact, claim, mine, report, judged, aware);
        DecisionTable row = DecisionTable.row(encounter);
        Standing before = fact.leading();

        List<Standing> standings = new ArrayList<>(fact.standings());
        if (mine < 0) {
            mine = standings.size();
            boolean withdrawn = row == DecisionTable.WITHDRAWAL_OF_UNKNOWN;
            standings.add(Standing.of(claim, withdrawn ? Standing.State.RETRACTED : Standing.State.BESIDE, at));
        }
        if (row == DecisionTable.WITHDRAWN_BY_ONE_OF_SEVERAL) {
            standings.set(mine, standings.get(mine).deserted(source));
        } else if (row.verdict() != Verdict.RETRACT) {
            standings.set(mine, standings.get(mine).stated(claim, source, at, fact.ticks(), config));
        }
        switch (row.verdict()) {
            case REPORT -> standings.set(mine, standings.get(mine).in(Standing.State.LEADING));
            case REVISE, SETTLE, REFINE -> {
                before = row.verdict() == Verdict.SETTLE && standings.get(mine).state() == Standing.State.LEADING
                        ? loser(fact)
                        : before;
                lead(standings, mine);
            }
            case DISPUTE -> standings.set(mine, standings.get(mine).in(Standing.State.COMPETING));
            case RETRACT -> {
                before = standings.get(mine);
                retract(standings, mine);
            }
            case SUPPORT, NOTE -> {}
        }
        Standing mineAfter = standings.get(mine);
        Fact after = new Fact(fact.id(), fact.storyId(), fact.slot(), bounded(fact, standings), fact.ticks() + 1);
        return new Outcome(after, encounter, row, before, mineAfter);
    }

    /**
     * Of one speaker's quotations the latest are kept. Other positions are never lost; of those not among the latest, single
     * statements are folded into the counts of their sources.
     */
    private List<Standing> bounded(Fact fact, List<Standing> standings) {
        int over = standings.size() - config.maxFullPositions();
        if (over <= 0) {
            return standings;
        }
        if (fact.slot().kind() == Kind.STATEMENT) {
            List<Standing> latest = new ArrayList<>(standings.subList(over, standings.size()));
            if (latest.stream().noneMatch(standing -> standing.state() == Standing.State.LEADING)) {
                latest.set(0, latest.get(0).in(Standing.State.LEADING));
            }
            return latest;
        }
        for (int i = 0; i < over; i++) {
            if (standings.get(i).state() != Standing.State.LEADING) {
                standings.set(i, standings.get(i).folded());
            }
        }
        return standings;
    }

    /** Adds a second voice of the article to the position it speaks for; it opens none. */
    Fact echo(Fact fact, Claim claim, String source, Instant at) {
        int mine = indexOf(fact, claim);
        if (mine < 0 || fact.standings().get(mine).state() == Standing.State.LEADING) {
            return fact;
        }
        List<Standing> standings = new ArrayList<>(fact.standings());
        standings.set(mine, standings.get(mine).stated(claim, source, at, fact.ticks(), config));
        return new Fact(fact.id(), fact.storyId(), fact.slot(), standings, fact.ticks() + 1);
    }

    private static @Nullable Standing loser(Fact fact) {
        return fact.standings().stream()
                .filter(standing -> standing.state() == Standing.State.COMPETING)
                .findFirst()
                .orElse(null);
    }

    private static void lead(List<Standing> standings, int winner) {
        for (int i = 0; i < standings.size(); i++) {
            Standing standing = standings.get(i);
            boolean ran = standing.state() == Standing.State.LEADING || standing.state() == Standing.State.COMPETING;
            if (i == winner) {
                standings.set(i, standing.in(Standing.State.LEADING));
            } else if (ran) {
                standings.set(i, standing.in(Standing.State.SUPERSEDED));
            }
        }
    }

    /** The withdrawn value goes; a competitor, else the one that led last, takes its place. */
    private static void retract(List<Standing> standings, int withdrawn) {
        boolean led = standings.get(withdrawn).state() == Standing.State.LEADING;
        standings.set(withdrawn, standings.get(withdrawn).in(Standing.State.RETRACTED));
        if (!led) {
            return;
        }
        int next = -1;
        for (int i = 0; i < standings.size(); i++) {
            Standing standing = standings.get(i);
            if (standing.state() == Standing.State.COMPETING
                    || (standing.state() == Standing.State.SUPERSEDED
                            && (next < 0 || standings.get(next).state() != Standing.State.COMPETING))) {
                next = i;
            }
        }
        if (next >= 0) {
            standings.set(next, standings.get(next).in(Standing.State.LEADING));
        }
    }

    /** The position that holds the claim's value: the leading one when it does, else the first in order, or -1. */
    private static int indexOf(Fact fact, Claim claim) {
        int found = -1;
        for (int i = 0; i < fact.standings().size(); i++) {
            Standing standing = fact.standings().get(i);
            if (Agreement.of(fact.slot(), claim, standing) == Match.SAME) {
                if (standing.state() == Standing.State.LEADING) {
                    return i;
                }
                boolean better = found < 0
                        || (standing.state() == Standing.State.COMPETING
                                && fact.standings().get(found).state() != Standing.State.COMPETING);
                found = better ? i : found;
            }
        }
        return found;
    }

    /** How a claim would meet a fact, were it a word on it. */
    Encounter meeting(Fact fact, Claim claim, Report report) {
        return encounter(fact, claim, indexOf(fact, claim), report, Judged.NOT_ASKED, false);
    }

    /** The same, were a claim that is told in passing or guessed at told outright: what the judge is asked of. */
    Encounter meetingSure(Fact fact, Claim claim, Report report) {
        return meeting(fact, claim.confidence() < PASSING ? claim.sure(OUTRIGHT) : claim, report);
    }

    /** Whether the decision table alone would let a claim shift a fact. */
    boolean shifts(Fact fact, Claim claim, Report report) {
        return fact.leading() != null
                && switch (DecisionTable.row(meeting(fact, claim, report)).verdict()) {
                    case REVISE, DISPUTE, SETTLE -> true;
                    default -> false;
                };
    }

    private Encounter encounter(Fact fact, Claim claim, int mine, Report report, Judged judged, boolean aware) {
        String source = report.source();
        Instant at = report.at();
        Standing leading = fact.leading();
        Standing known = mine < 0 ? null : fact.standings().get(mine);
        List<Claim.Cue> cues = claim.cues();
        String value = Agreement.status(claim);
        boolean rising = fact.slot().kind() == Kind.QUANTITY
                && Measures.shared()
                        .rising(Measures.shared().classOf(fact.slot().subject()));
        if (leading == null) {
            return new Encounter(
                    null,
                    known == null ? null : known.state(),
                    rising,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    cues.contains(Claim.Cue.RETRACTION),
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    fact.slot().quiet(),
                    judged,
                    false);
        }
        Match match = Agreement.of(fact.slot(), claim, leading);
        if (match == Match.OTHER && (goesOn(leading, claim) || oneScene(fact, claim, leading, report.mentioned()))) {
            match = Match.WITHIN;
        }
        Standing held = fact.heldBy(source);
        return new Encounter(
                match,
                known == null || known.equals(leading) ? null : known.state(),
                rising,
                fact.slot().kind() == Kind.QUANTITY
                        && moving(Measures.shared().classOf(fact.slot().subject()))
                        && !leading.firstAt().plus(config.movingGap()).isAfter(at),
                rising && match == Match.LOWER && !aware && lags(fact, claim),
                fact.slot().condition() || Progress.forward(leading.value(), value),
                Progress.backward(leading.value(), value),
                cues.contains(Claim.Cue.UPDATE),
                // of other kinds nobody asks
                fact.slot().kind() == Kind.QUANTITY && Camps.shared().lowers(claim.sentence()),
                cues.contains(Claim.Cue.CORRECTION) || Recollection.recalls(claim, leading),
                cues.contains(Claim.Cue.RETRACTION),
                cues.contains(Claim.Cue.RETRACTION) && known != null && deserts(fact, known, source),
                // nothing says that two articles of unknown outlets are by one hand
                !source.isEmpty() && leading.equals(held),
                leading.backing(source) == null,
                aware || opposed(claim, leading),
                !leading.lastAt().plus(config.disputeWindow()).isBefore(at),
                (report.told().isBefore(leading.firstAt()) && at.isAfter(report.told()))
                        || (report.copy() && known != null && known.state() == Standing.State.SUPERSEDED),
                leading.planned() == (claim.modality() == Modality.PLANNED)
                        || fact.slot().kind() == Kind.STATUS
                        // a forecast is a forecast in whatever tense: "sees growth of", "will grow by"
                        || (fact.slot().kind() == Kind.QUANTITY && !claim.unit().isEmpty()),
                occasional(fact, claim),
                soft(value) || soft(leading.value()),
                fact.disputed(),
                known != null && ends(fact, known, source),
                fact.slot().quiet(),
                judged,
                claim.confidence() < config.minShiftConfidence()
                        || (fact.slot().kind() == Kind.QUANTITY && Figures.vague(claim.value()))
                        // persons told one by one may be some of those counted before
                        || (match == Match.LOWER && cues.contains(Claim.Cue.DERIVED)));
    }

    /** A figure that no list knows is followed, not disputed: what it does is told by its later reports. */
    private static boolean moving(String measure) {
        return Measures.shared().moving(measure) || Measures.shared().unlisted(measure);
    }

    /** What is under way may have steps still planned. */
    private static boolean goesOn(Standing leading, Claim claim) {
        return claim.kind() == Kind.STATUS
                && leading.value().equals("under way")
                && Agreement.status(claim).equals("planned");
    }

    /** "In Copley Square, Boston": the article that names another place speaks of the first too, and of no move. */
    private static boolean oneScene(Fact fact, Claim claim, Standing leading, Set<String> mentioned) {
        return fact.slot().kind() == Kind.SCHEDULE
                && !leading.valueId().isEmpty()
                && mentioned.contains(leading.valueId())
                && !Agreement.cued(claim);
    }

    /** What comes again and again: protests have been held on other days, crowds are counted anew at each. */
    private static boolean occasional(Fact fact, Claim claim) {
        return switch (fact.slot().kind()) {
            case SCHEDULE -> claim.modality() != Modality.PLANNED;
            case QUANTITY ->
                Measures.shared()
                        .occasional(Measures.shared().classOf(fact.slot().subject()));
            default -> false;
        };
    }

    /** Whether others still hold what the source withdraws; one who never held it speaks for those who did. */
    private static boolean deserts(Fact fact, Standing known, String source) {
        List<String> holders = fact.holders(known);
        return known.backing(source) != null && holders.stream().anyMatch(holder -> !holder.equals(source));
    }

    private static boolean soft(String value) {
        return value.equals("undecided") || value.equals("conditional");
    }

    private static boolean opposed(Claim claim, Standing leading) {
        String camp = Camps.shared().of(claim.speaker());
        if (camp.isEmpty() || leading.speakers().isEmpty()) {
            return false;
        }
        return leading.speakers().stream()
                .map(Camps.shared()::of)
                .allMatch(other -> !other.isEmpty() && !other.equals(camp));
    }

    /** A lower tally, but above one that already gave way: an outlet behind the news. */
    private static boolean lags(Fact fact, Claim claim) {
        double number = Figures.number(claim.value());
        return fact.standings().stream()
                .filter(standing -> standing.state() == Standing.State.SUPERSEDED)
                .anyMatch(standing -> Figures.number(standing.value()) < number);
    }

    /** Whether the other sides of an open dispute are left by all their sources, or outweighed, once the source says this. */
    private boolean ends(Fact fact, Standing winner, String source) {
        if (!fact.disputed()) {
            return false;
        }
        Set<String> mine = new HashSet<>(fact.holders(winner));
        mine.add(source);
        for (Standing standing : fact.standings()) {
            boolean runs = standing.state() == Standing.State.LEADING || standing.state() == Standing.State.COMPETING;
            if (!runs || standing.equals(winner)) {
                continue;
            }
            List<String> theirs = new ArrayList<>(fact.holders(standing));
            theirs.remove(source);
            boolean outweighed =
                    mine.size() >= config.outweighSources() && mine.size() >= config.outweighRatio() * theirs.size();
            if (!theirs.isEmpty() && !outweighed) {
                return false;
            }
        }
        return true;
    }
}
