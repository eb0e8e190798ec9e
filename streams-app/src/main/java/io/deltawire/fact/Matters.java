package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a position is about where its target fits no fact of its holder by class: outlets say "the approach", "the offer" and
 * "the takeover" of one matter. Adds up what speaks for one of the holder's facts and takes the best that stands out.
 */
final class Matters {
    /** Least sum of evidence for taking two targets as one matter, and by how much the best must lead. Set by hand on our sets. */
    private static final double ENOUGH = 2.5;

    private static final double CLEAR = 0.4;
    private static final int MOST_WORDS = 3;

    /** Positions on what others put forward; a proposal or demand of one's own is another matter unless the class says not. */
    private static final Set<String> ANSWERS = Set.of("accepts", "rejects", "denies", "conditional", "undecided");

    private static final String DENIAL = "denial";
    private static final String ALLEGATION = "allegation";
    private static final Set<String> OPEN = Set.of("undecided", "conditional");
    private static final Set<String> DECIDED = Set.of("accepts", "rejects");

    private Matters() {}

    static @Nullable Fact find(Claim claim, Slot slot, Collection<Fact> facts) {
        List<Candidate> candidates = candidates(slot, facts);
        boolean onlyOne = candidates.stream()
                        .filter(candidate -> candidate.holder == Holders.Likeness.ONE)
                        .limit(2)
                        .count()
                == 1;
        Fact best = null;
        double most = 0;
        double second = 0;
        for (Candidate candidate : candidates) {
            Fact fact = candidate.fact;
            double evidence = evidence(claim, slot, candidate, onlyOne);
            if (evidence > most
                    || (evidence == most && best != null && fact.lastAt().isAfter(best.lastAt()))) {
                second = evidence > most ? most : second;
                best = fact;
                most = evidence;
            } else if (evidence > second) {
                second = evidence;
            }
        }
        return most >= ENOUGH && (most - second >= CLEAR || second < ENOUGH || moved(claim)) ? best : null;
    }

    /** A position of somebody who may be the claim's holder. */
    private record Candidate(Fact fact, Standing leading, Holders.Likeness holder) {}

    private static List<Candidate> candidates(Slot slot, Collection<Fact> facts) {
        List<Candidate> candidates = new ArrayList<>();
        for (Fact fact : facts) {
            Standing leading = fact.leading();
            if (fact.slot().kind() == Kind.POSITION && leading != null) {
                Holders.Likeness holder = Holders.likeness(slot, fact.slot());
                if (holder != Holders.Likeness.NONE) {
                    candidates.add(new Candidate(fact, leading, holder));
                }
            }
        }
        return candidates;
    }

    /** Whether the fact leads with what the text says that the holder thought until now. */
    private static boolean heldSo(Claim claim, Standing leading) {
        String was = Recollection.was(claim);
        return !was.isEmpty() && !Agreement.apart(was, leading.value());
    }

    /** @param onlyOne whether the story knows one matter of the holder's */
    private static double evidence(Claim claim, Slot slot, Candidate candidate, boolean onlyOne) {
        Fact fact = candidate.fact;
        Standing leading = candidate.leading;
        Holders.Likeness holder = candidate.holder;
        String mine = target(slot);
        String theirs = target(fact.slot());
        boolean kindred = mine.equals(theirs) || Families.shared().related(Kind.POSITION, mine, theirs);
        boolean answers = ANSWERS.contains(claim.value()) && ANSWERS.contains(leading.value());
        if (leading.value().equals("demands") && !mine.equals(theirs) && holder != Holders.Likeness.ONE) {
            return 0; // who gives a demand up is known by name
        }
        boolean contrary = Agreement.of(fact.slot(), claim, leading) == Match.OTHER;
        double evidence = holder == Holders.Likeness.ONE ? 0.5 : 0;
        if (kindred) {
            evidence += 2.5;
        } else if (!answers && !moved(claim)) {
            return 0;
        } else if (Families.shared().vague(mine) || Families.shared().vague(theirs)) {
            evidence += 1.5;
        }
        if (theirs.equals(DENIAL) && mine.equals(ALLEGATION)) {
            evidence += 1; // "there was no warning": what somebody owns up to, should the words agree
        }
        boolean decides = OPEN.contains(leading.value()) && DECIDED.contains(claim.value());
        if (holder == Holders.Likeness.ONE && decides && says(claim)) {
            evidence += 2; // who was undecided on something decides that
        }
        evidence += Math.min(MOST_WORDS, slot.sharedWords(fact.slot()));
        if (heldSo(claim, leading)) {
            evidence += 2;
        }
        if (contrary && moved(claim)) {
            evidence += 1.5;
        }
        if (contrary && holder == Holders.Likeness.ONE && onlyOne) {
            // on what else, and what else could have been given up
            evidence += !moved(claim) ? 2 : claim.value().equals("accepts") ? 0.5 : 0;
        }
        return evidence;
    }

    /** Whether it has words of its own; a headline's "board snubs Norvik" says not on what. */
    private static boolean says(Claim claim) {
        return claim.qualifiers().stream().anyMatch(qualifier -> qualifier.startsWith(Slot.ABOUT + "="));
    }

    /** Whether the text says that the holder thinks otherwise now. */
    private static boolean moved(Claim claim) {
        return Agreement.cued(claim);
    }

    private static String target(Slot slot) {
        return slot.part("on");
    }
}
