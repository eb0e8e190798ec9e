package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.text.Hedge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which figure of an article is which figure of the story, where class and noun alone do not tell: unit, noun, the words around,
 * how near the numbers lie and what the text says of change are weighed, and each figure of the article gets at most one of the
 * story. A fact that a surer claim of the article fills already is no candidate.
 */
final class Resemblance {
    /** Pairs below this are two figures. */
    private static final double LEAST = 3.0;

    /** A pair this much surer than the claim's or the fact's next best is not tied. */
    private static final double MARGIN = 0.5;

    private static final int MOST_WORDS = 3;
    private static final double MOST_TIMES = 8;
    private static final Set<String> UNNAMED = Set.of("amount", "money", "number");
    static final Set<String> VAGUE = Set.of("amount", "money", "price", "number", "rate", "length");

    /** A text has lengths of all sorts; that there is only one says nothing. */
    private static final Set<String> DISTANCES = Set.of("km", "m", "mi", "ft", "cm", "kg", "year", "month");

    private static final String WITH_UNIT = "\u0000";
    /** A name stands near many figures that have nothing to do with one another. */
    private static final double NAME = 0.6;

    private static final double IMPOSSIBLE = -99;

    private Resemblance() {}

    /** A claim that states the value of a fact. */
    record Pair(Claim claim, Fact fact, double score) {}

    /** Whether a claim's subject says too little to tell its fact by. */
    static boolean vague(Claim claim) {
        // a price in a currency may be of anything
        return claim.kind() == Kind.QUANTITY && (claim.unit().isEmpty() ? UNNAMED : VAGUE).contains(claim.subject());
    }

    /**
     * The surest one-to-one pairs of an article's open figures with the story's facts.
     *
     * @param claims figures that fill no fact by their slot
     * @param slots of the article
     * @param facts of the story
     * @param taken ids of facts that other claims of the article fill
     */
    static Map<Claim, Fact> pairs(List<Claim> claims, Slots slots, Collection<Fact> facts, Set<String> taken) {
        return best(scored(claims, slots, facts, taken).stream()
                .filter(pair -> pair.score() >= LEAST - MARGIN)
                .toList());
    }

    /** Every pair that has a word, a noun or a unit in common, with how much speaks for it. */
    static List<Pair> scored(List<Claim> claims, Slots slots, Collection<Fact> facts, Set<String> taken) {
        List<Fact> open = facts.stream()
                .filter(fact ->
                        fact.slot().kind() == Kind.QUANTITY && fact.leading() != null && !taken.contains(fact.id()))
                .toList();
        if (open.isEmpty() || claims.isEmpty()) {
            return List.of();
        }
        Map<Fact, Set<String>> words = new LinkedHashMap<>();
        Map<String, Set<Fact>> telling = new HashMap<>();
        for (Fact fact : open) {
            words.put(fact, fact.slot().words());
            words.get(fact)
                    .forEach(word -> telling.computeIfAbsent(word, any -> new LinkedHashSet<>())
                            .add(fact));
            telling.computeIfAbsent(WITH_UNIT + unit(fact), any -> new LinkedHashSet<>())
                    .add(fact);
        }
        List<Pair> pairs = new ArrayList<>();
        for (Claim claim : claims) {
            Slot slot = slots.of(claim);
            Set<String> mine = slot.words();
            Set<Fact> candidates = new LinkedHashSet<>();
            mine.forEach(word -> candidates.addAll(telling.getOrDefault(word, Set.of())));
            Families.shared()
                    .kinOf(Measures.shared().classOf(claim.subject()))
                    .forEach(noun -> candidates.addAll(telling.getOrDefault(noun, Set.of())));
            if (!claim.unit().isEmpty()) {
                candidates.addAll(telling.getOrDefault(WITH_UNIT + claim.unit(), Set.of()));
            }
            for (Fact fact : candidates) {
                double score = score(claim, slot, fact)
                        + shared(slot, mine, fact.slot(), words.getOrDefault(fact, Set.of()), telling, open.size());
                score += score > 0 && only(claim, fact, claims, open) ? (close(claim, fact) ? 1.5 : 1) : 0;
                pairs.add(new Pair(claim, fact, score));
            }
        }
        return pairs;
    }

    private static Map<Claim, Fact> best(List<Pair> pairs) {
        List<Pair> order = new ArrayList<>(pairs);
        order.sort(Comparator.comparingDouble(Pair::score)
                .reversed()
                .thenComparingInt(pair -> pair.claim().begin())
                .thenComparing(pair -> pair.fact().id()));
        Map<Claim, Fact> matched = new LinkedHashMap<>();
        Set<String> filled = new HashSet<>();
        for (Pair pair : order) {
            boolean free = !matched.containsKey(pair.claim())
                    && !filled.contains(pair.fact().id());
            if (pair.score() >= LEAST && free && !tied(pair, order, matched, filled)) {
                matched.put(pair.claim(), pair.fact());
                filled.add(pair.fact().id());
            }
        }
        return matched;
    }

    /** Whether another free fact fits the claim as well: then neither is meant for sure. */
    private static boolean tied(Pair pair, List<Pair> pairs, Map<Claim, Fact> matched, Set<String> filled) {
        for (Pair other : pairs) {
            boolean rival = other.claim().equals(pair.claim()) != other.fact().equals(pair.fact());
            boolean free = !matched.containsKey(other.claim())
                    && !filled.contains(other.fact().id());
            if (rival && free && other.score() > pair.score() - MARGIN) {
                return true;
            }
        }
        return false;
    }

    private static double score(Claim claim, Slot slot, Fact fact) {
        Standing leading = fact.leading();
        if (leading == null || !Units.meet(claim.unit(), leading.unit()) || !settled(slot, fact.slot())) {
            return IMPOSSIBLE;
        }
        return noun(claim, slot, fact.slot()) + nearness(claim, leading) + (Agreement.cued(claim) ? 1 : 0);
    }

    /** Whether no other figure of the article could be this fact, and the claim no other fact, by unit and size. */
    private static boolean only(Claim claim, Fact fact, List<Claim> claims, List<Fact> open) {
        Standing leading = fact.leading();
        if (claim.unit().isEmpty() || DISTANCES.contains(claim.unit()) || leading == null) {
            return false;
        }
        long facts = open.stream()
                .filter(other -> unit(other).equals(claim.unit()) && near(claim, other))
                .count();
        long figures = claims.stream()
                .filter(other -> other.unit().equals(claim.unit()) && near(other, fact))
                .count();
        return facts == 1 && figures == 1;
    }

    private static boolean close(Claim claim, Fact fact) {
        return Recollection.times(Figures.number(claim.value()), fact.number()) < 1.5;
    }

    private static boolean near(Claim claim, Fact fact) {
        return !(Recollection.times(Figures.number(claim.value()), fact.number()) > 3);
    }

    private static String unit(Fact fact) {
        Standing leading = fact.leading();
        return leading == null ? "" : leading.unit();
    }

    /** Whether side, period and place do not forbid that both are one figure. */
    private static boolean settled(Slot one, Slot other) {
        if (one.quiet() || other.quiet() || !one.part("period").equals(other.part("period"))) {
            return false;
        }
        for (String role : List.of("whose", "place")) {
            Set<String> mine = one.all(role);
            Set<String> theirs = other.all(role);
            if (!mine.isEmpty() && !theirs.isEmpty() && Collections.disjoint(mine, theirs)) {
                return false;
            }
        }
        return true;
    }

    private static double noun(Claim claim, Slot slot, Slot fact) {
        String mine = Measures.shared().classOf(claim.subject());
        String theirs = Measures.shared().classOf(fact.subject());
        boolean vague = VAGUE.contains(mine) || VAGUE.contains(theirs);
        if (mine.equals(theirs)) {
            return vague ? 0.5 : 2;
        }
        if (Families.shared().related(Kind.QUANTITY, mine, theirs)) {
            return 1.5;
        }
        if (Families.shared().kin(mine, theirs)) {
            return 1;
        }
        boolean told = slot.words().contains(theirs) || fact.words().contains(mine);
        if (vague) {
            return told ? 1 : 0;
        }
        boolean listed = !Measures.shared().unlisted(mine) && !Measures.shared().unlisted(theirs);
        if (listed) {
            return -9;
        }
        // a sum's noun is what the grammar gave, not what is counted
        boolean sum = !claim.unit().isEmpty();
        return told || mine.endsWith(theirs) || theirs.endsWith(mine) ? 1 : sum ? 0 : -1;
    }

    /** Words that both figures have around them; one that only few of the story's figures have weighs most. */
    private static double shared(
            Slot slot, Set<String> mine, Slot fact, Set<String> theirs, Map<String, Set<Fact>> telling, int facts) {
        double sum = 0;
        String noun = Measures.shared().classOf(slot.subject());
        boolean alike = noun.equals(Measures.shared().classOf(fact.subject()));
        for (String word : mine) {
            if (theirs.contains(word) && !(alike && word.equals(noun))) {
                double share = (double) telling.getOrDefault(word, Set.of()).size() / Math.max(3, facts);
                double weight = share > 0.67 ? 0.3 : share > 0.34 ? 0.6 : 1;
                sum += word.startsWith("@") ? weight * NAME : weight;
            }
        }
        return Math.min(MOST_WORDS, sum);
    }

    private static double nearness(Claim claim, Standing leading) {
        double mine = Math.abs(Figures.number(claim.value()));
        double theirs = Math.abs(Figures.number(leading.value()));
        double times = Math.max(mine, theirs) / Math.max(1e-9, Math.min(mine, theirs));
        if (Double.isNaN(times)) {
            return -9;
        }
        if (times > MOST_TIMES) {
            return Agreement.cued(claim) ? -1.5 : -9;
        }
        boolean exact = claim.hedge() == Hedge.EXACT || leading.hedge() == Hedge.EXACT;
        return times == 1 ? 2 : times < 1.5 && exact ? 1 : times < 3 ? 0.5 : 0;
    }

    /**
     * The fact that another side's figure of the same article opened: "the union said 90 percent took part; the ministry spoke of
     * 60 percent". Null when the article sets no two sides against each other.
     */
    static @Nullable Claim otherSide(Claim claim, Slots slots, List<Claim> before) {
        if (claim.speaker().isEmpty() || claim.kind() != Kind.QUANTITY) {
            return null;
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            Claim other = before.get(i);
            boolean near = Math.abs(other.begin() - claim.begin()) < MOST_APART;
            boolean opposed = near
                    && other.kind() == Kind.QUANTITY
                    && !other.value().equals(claim.value())
                    && !other.cues().contains(Claim.Cue.SUBGROUP)
                    && Camps.shared().opposed(claim, other);
            if (!opposed) {
                continue;
            }
            Slot mine = slots.of(claim);
            Slot theirs = slots.of(other);
            boolean comparable = other.unit().equals(claim.unit())
                    && settled(mine, theirs)
                    && mine.part("whose").equals(theirs.part("whose"))
                    && noun(claim, mine, theirs) > -2
                    && Recollection.times(claim.value(), other.value()) < MOST_TIMES;
            if (comparable) {
                return other;
            }
        }
        return null;
    }

    private static final int MOST_APART = 400;
}
