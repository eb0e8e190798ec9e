package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.text.WordVectors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds which day of a story another day takes the place of where each outlet has its own noun or verb for what is due ("should be back on 9
 * August", "restart on 21 August"): the one that shares most of what is around it, or the only one, and stands out.
 */
final class MovedDays {
    /** Least evidence, and by how much the best must lead; set on six of our sets, seen on others. */
    private static final double ENOUGH = 3;

    private static final double CLEAR = 1;
    private static final int MOST_WORDS = 2;
    private static final int MOST_NAMES = 2;
    private static final double NAME = 0.5;
    private static final double ALIKE = 0.35;

    private MovedDays() {}

    /** @param due facts whose day is still to come */
    static @Nullable Fact find(Claim claim, Slot slot, List<Fact> due) {
        Fact best = null;
        double most = 0;
        double second = 0;
        for (Fact fact : due) {
            double evidence = evidence(claim, slot, fact, due.size() == 1);
            if (evidence > most) {
                second = most;
                most = evidence;
                best = fact;
            } else {
                second = Math.max(second, evidence);
            }
        }
        return most >= ENOUGH && most - second >= CLEAR ? best : null;
    }

    private static double evidence(Claim claim, Slot slot, Fact fact, boolean only) {
        int words = 0;
        int names = 0;
        for (String word : slot.words()) {
            if (fact.slot().words().contains(word)) {
                names += word.startsWith("@") ? 1 : 0;
                words += word.startsWith("@") ? 0 : 1;
            }
        }
        String mine = head(claim.subject());
        String theirs = head(fact.slot().subject());
        boolean alike = slot.words().contains(theirs)
                || fact.slot().words().contains(mine)
                || WordVectors.english().cosine(mine, theirs) >= ALIKE;
        return Math.min(MOST_WORDS, words)
                + NAME * Math.min(MOST_NAMES, names)
                + (alike ? 1 : 0)
                + (Agreement.cued(claim) ? 1.5 : 0)
                + (only ? 1 : 0);
    }

    private static String head(String noun) {
        return noun.substring(noun.lastIndexOf(' ') + 1);
    }
}
