package io.deltawire.fact;

import io.deltawire.claim.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which figures of one article are new values of which figures of its story: the judge's surest pairs, each figure once. */
final class FigureMatch {
    /** Pairs below this are no shift. */
    private static final double LEAST = 0.4;

    /** Of two counts whose nouns have nothing in common, cars and inhabitants, and of which the text tells no change. */
    private static final double LEAST_STRANGE = 0.82;

    /** Closeness of nouns below which they are strangers. */
    private static final double STRANGE = 0.2;

    /** Beside a pair that is one: another mention of the same value for the same fact. */
    private static final double AGAIN = 0.25;

    /** A closer look may find more in a pair that seems as unlikely as this. */
    private static final double LEAST_KEPT = ShiftModel.LEAST_DOUBTFUL;

    /** From here on a figure stands against the other. */
    private static final double CONTESTED = 0.4;

    /** The same of what does not move of itself: a magnitude measured anew. */
    private static final double CONTESTED_STEADY = 0.2;

    /** A figure can become so many times as large. */
    private static final double MOST_TIMES = 12;

    private static final double MOST_TIMES_CUED = 200;

    /** The same of figures of which only one has a unit. */
    private static final double MOST_TIMES_BARE = 2;

    /** People are seldom so many: money of which the text does not say so. */
    private static final double LARGE = 1e7;

    /** Likeness of two figures that have no word, noun or unit in common. */
    private static final double STRANGERS = -5;

    /** Pairs of one figure that the judge is asked of: those most alike. */
    private static final int MOST_ASKED = 8;

    private final List<Fact> facts;
    private final Slots slots;
    private final Belief belief;
    private final Report report;
    private final ShiftJudge judge;
    private final PairFeatures features;
    private final PairWords words = new PairWords();
    private final PairSentences sentences = new PairSentences();

    /**
     * @param figures figures of the article that can fill facts
     * @param testimony the article's
     * @param facts figures of the story, those heard of last first
     */
    FigureMatch(
            List<Claim> figures,
            Testimony testimony,
            List<Fact> facts,
            Belief belief,
            Report report,
            ShiftJudge judge) {
        this.facts = facts;
        this.slots = testimony.slots();
        this.belief = belief;
        this.report = report;
        this.judge = judge;
        this.features = new PairFeatures(figures, testimony.told(), slots, facts, report.mentioned());
    }

    /** The surest first; of equals, in text order. */
    private static final Comparator<Pairing> SUREST = Comparator.comparingDouble(Pairing::chance)
            .reversed()
            .thenComparingInt(pairing -> pairing.claim().begin())
            .thenComparing(pairing -> pairing.fact().id());

    /**
     * A figure of the article, the fact it is another value of and how sure that is.
     *
     * @param read whether the judge has had a closer look
     */
    record Pairing(Claim claim, Fact fact, double chance, FigurePair pair, boolean read) {
        Pairing read(double closer) {
            return new Pairing(claim, fact, closer, pair, true);
        }
    }

    /** How the figure of a pairing stands to the fact's. */
    Judged judged(Pairing pairing) {
        double contests = judge.contests(pairing.pair());
        if (Double.isNaN(contests)) {
            return Judged.NOT_ASKED;
        }
        Measures measures = Measures.shared();
        boolean steady = measures.steady(measures.classOf(pairing.fact().slot().subject()));
        return contests > (steady ? CONTESTED_STEADY : CONTESTED) ? Judged.CONTESTS : Judged.MOVES;
    }

    /**
     * @param claims figures that repeat nothing the story has
     * @param known the fact that a claim fills by its slot, for those that have one
     */
    Map<Claim, Pairing> of(List<Claim> claims, Map<Claim, Fact> known) {
        PriorityQueue<Pairing> pairings = new PriorityQueue<>(SUREST);
        pairings.addAll(judged(claims, known));
        Map<Claim, Pairing> matched = new LinkedHashMap<>();
        Map<String, Pairing> taken = new HashMap<>();
        for (Pairing pairing = pairings.poll(); pairing != null; pairing = pairings.poll()) {
            Pairing first = taken.get(pairing.fact().id());
            if (matched.containsKey(pairing.claim()) || (first != null && !kin(first, pairing, known))) {
                continue;
            }
            double closer = pairing.read() ? pairing.chance() : judge.read(pairing.pair(), pairing.chance());
            if (closer != pairing.chance()) {
                pairings.add(pairing.read(closer));
            } else if (closer >= (first == null ? least(pairing.pair()) : again(first, pairing))) {
                matched.put(pairing.claim(), pairing);
                taken.putIfAbsent(pairing.fact().id(), pairing);
            }
        }
        return matched;
    }

    private static double least(FigurePair pair) {
        boolean strange =
                pair.feature("noun") == 0 && pair.feature("vague") == 0 && pair.feature("nounCosine") < STRANGE;
        boolean told = pair.feature("difference") > 1
                || pair.feature("times") > 0
                || pair.feature("oldLoose") > 0
                || pair.feature("update") > 0
                || pair.feature("correction") > 0;
        return strange && !told ? LEAST_STRANGE : LEAST;
    }

    /** The same value told again, or another that the article tells of the very slot: which one is its word is not the judge's to say. */
    private static boolean kin(Pairing first, Pairing pairing, Map<Claim, Fact> known) {
        Fact slot = known.get(pairing.claim());
        return same(first, pairing)
                || (slot != null && slot.id().equals(pairing.fact().id()));
    }

    private static double again(Pairing first, Pairing pairing) {
        return same(first, pairing) ? AGAIN : LEAST;
    }

    private static boolean same(Pairing first, Pairing pairing) {
        return first.claim().value().equals(pairing.claim().value());
    }

    /** The pairs that may be taken. */
    private List<Pairing> judged(List<Claim> claims, Map<Claim, Fact> known) {
        Map<Claim, Map<Fact, Double>> likeness = new HashMap<>();
        for (Resemblance.Pair pair : Resemblance.scored(claims, slots, facts, Set.of())) {
            likeness.computeIfAbsent(pair.claim(), any -> new HashMap<>()).put(pair.fact(), pair.score());
        }
        Map<Object, Best> best = new HashMap<>();
        List<Resemblance.Pair> asked = new ArrayList<>();
        for (Claim claim : claims) {
            List<Resemblance.Pair> pairs = new ArrayList<>();
            Map<Fact, Double> alike = likeness.getOrDefault(claim, Map.of());
            double number = Figures.number(claim.value());
            boolean quiet = slots.of(claim).quiet();
            for (Fact fact : facts) {
                if (possible(claim, quiet, number, fact)) {
                    double score = alike.getOrDefault(fact, STRANGERS);
                    pairs.add(new Resemblance.Pair(claim, fact, score));
                    Best.of(best, claim).add(score);
                    Best.of(best, fact).add(score);
                }
            }
            asked.addAll(mostAlike(pairs, known.get(claim)));
        }
        List<Pairing> pairings = new ArrayList<>();
        for (Resemblance.Pair pair : asked) {
            double ofClaim = Best.of(best, pair.claim()).beside(pair.score());
            double ofFact = Best.of(best, pair.fact()).beside(pair.score());
            double next = Math.max(0, Math.max(ofClaim, ofFact));
            Pairing pairing = judged(pair, next, known.get(pair.claim()));
            if (pairing.chance() >= LEAST_KEPT) {
                pairings.add(pairing);
            }
        }
        return pairings;
    }

    /** Of a figure's pairs the few to ask of, its own slot's among them. */
    private static List<Resemblance.Pair> mostAlike(List<Resemblance.Pair> pairs, @Nullable Fact known) {
        if (pairs.size() <= MOST_ASKED) {
            return pairs;
        }
        // sorting is stable: of equals, those heard of last
        pairs.sort(Comparator.comparing((Resemblance.Pair pair) ->
                        known == null || !pair.fact().id().equals(known.id()))
                .thenComparing(
                        Comparator.comparingDouble(Resemblance.Pair::score).reversed()));
        return pairs.subList(0, MOST_ASKED);
    }

    /** The two highest scores of a figure. */
    private static final class Best {
        private double first = Double.NEGATIVE_INFINITY;
        private double second = Double.NEGATIVE_INFINITY;

        static Best of(Map<Object, Best> all, Object figure) {
            return all.computeIfAbsent(figure, any -> new Best());
        }

        void add(double score) {
            second = Math.max(second, Math.min(first, score));
            first = Math.max(first, score);
        }

        /** The highest beside one of them. */
        double beside(double score) {
            return score == first ? second : first;
        }
    }

    private Pairing judged(Resemblance.Pair pair, double next, @Nullable Fact known) {
        Claim claim = pair.claim();
        Fact fact = pair.fact();
        Standing leading = fact.leading();
        if (leading == null) {
            throw new IllegalArgumentException("nothing leads " + fact.id());
        }
        Encounter encounter = belief.meetingSure(fact, claim, report);
        float[] row = features.of(
                claim,
                fact,
                leading,
                known,
                encounter,
                Math.max(-9, pair.score()),
                Math.max(-9, pair.score()) - next,
                report.at());
        FigurePair figures = new FigurePair(claim, slots.of(claim), fact.slot(), leading, row, words, sentences);
        return new Pairing(claim, fact, judge.shifts(figures), figures, false);
    }

    private static boolean possible(Claim claim, boolean quiet, double number, Fact fact) {
        Standing leading = fact.leading();
        if (leading == null) {
            return false;
        }
        double times = Recollection.times(number, fact.number());
        if (!comparable(claim, fact, leading, times)) {
            return false;
        }
        if (quiet && PairFeatures.strangers(claim, fact)) {
            return false;
        }
        return !(times > (Agreement.cued(claim) ? MOST_TIMES_CUED : MOST_TIMES))
                && Agreement.of(fact.slot(), claim, leading) != Match.SAME;
    }

    /** Of one unit, or one of them a bare number that nothing names, "6.1 of the 7.4 kilometres", or that is no count: "put the shock at 6.6". */
    private static boolean comparable(Claim claim, Fact fact, Standing leading, double times) {
        return switch (Units.of(claim.unit(), leading.unit())) {
            case SAME, AKIN -> true;
            case BARE -> {
                boolean mine = claim.unit().isEmpty();
                String subject = mine ? claim.subject() : fact.slot().subject();
                yield Resemblance.VAGUE.contains(subject)
                        || (times <= MOST_TIMES_BARE
                                && uncounted(subject, mine ? Figures.number(claim.value()) : fact.number()));
            }
            case OTHER -> false;
        };
    }

    private static boolean uncounted(String subject, double number) {
        Measures measures = Measures.shared();
        return measures.unlisted(measures.classOf(subject)) || number % 1 != 0 || Math.abs(number) >= LARGE;
    }
}
