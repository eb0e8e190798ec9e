package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.text.Hedge;
import io.deltawire.text.WordCache;

/** Compares two reported figures, each with how exactly it is meant. */
final class Figures {
    /** By how many times a toll rises that is not doubted. */
    private static final double LITTLE = 1.25;

    /** "About 40" leaves this much room either way. */
    private static final double ABOUT = 0.12;
    /** "Nearly 500" can be this much below 500. */
    private static final double NEARLY = 0.15;
    /** Below this, counts are told exactly and a difference is a difference. */
    private static final double ROUNDED_FROM = 1_000;
    /** A range is vague from this ratio of its ends. */
    private static final double VAGUE = 3;

    /** The ends of figures: facts and claims are compared many times for one article. */
    private static final WordCache<double[]> RANGES = new WordCache<>(1 << 12, Figures::read);

    private Figures() {}

    /**
     * @param cued the claim says that the figure moved, so a rounding difference is a real one
     * @return how the claim's figure stands to the position's; {@link Match#OTHER} when one is no number
     */
    static Match compare(String claimed, Hedge hedge, String held, Hedge heldHedge, boolean cued) {
        double[] mine = range(claimed);
        double[] theirs = range(held);
        if (mine.length == 0 || theirs.length == 0) {
            return claimed.equals(held) ? Match.SAME : Match.OTHER;
        }
        if (mine[0] == theirs[0] && mine[1] == theirs[1]) {
            return Match.SAME;
        }
        boolean higher = mine[0] + mine[1] > theirs[0] + theirs[1];
        if (!cued && rounded(claimed, mine, held, theirs)) {
            return Match.SAME;
        }
        double[] my = room(mine, hedge);
        double[] their = room(theirs, heldHedge);
        if (my[0] <= their[1] && their[0] <= my[1]) {
            if (mine[0] == mine[1] && theirs[0] < theirs[1]) {
                return Match.NARROWER;
            }
            boolean open = heldHedge == Hedge.AT_LEAST || hedge == Hedge.AT_LEAST;
            if (open && higher && mine[0] > theirs[1]) {
                return heldHedge == Hedge.AT_LEAST && mine[0] > theirs[1] * 1.02 ? Match.BEYOND : Match.HIGHER;
            }
            return cued && hedge == Hedge.EXACT && heldHedge == Hedge.EXACT
                    ? (higher ? Match.HIGHER : Match.LOWER)
                    : Match.WITHIN;
        }
        return higher ? Match.HIGHER : Match.LOWER;
    }

    /** The middle of a canonical number or range; NaN when it is none. */
    static double number(String canonical) {
        double[] range = range(canonical);
        return range.length == 0 ? Double.NaN : (range[0] + range[1]) / 2;
    }

    /** "Thousands", "dozens": too wide to take the place of any figure. */
    static boolean vague(String canonical) {
        double[] range = range(canonical);
        return range.length > 0 && range[0] > 0 && range[1] >= VAGUE * range[0];
    }

    /** Not to be changed; empty for what is no figure. */
    private static double[] range(String canonical) {
        return RANGES.get(canonical);
    }

    private static double[] read(String canonical) {
        try {
            int dash = canonical.indexOf('-', 1);
            if (dash < 0) {
                double number = Double.parseDouble(canonical);
                return new double[] {number, number};
            }
            return new double[] {
                Double.parseDouble(canonical.substring(0, dash)), Double.parseDouble(canonical.substring(dash + 1))
            };
        } catch (NumberFormatException e) {
            return new double[0];
        }
    }

    private static double[] room(double[] range, Hedge hedge) {
        double spread = Math.abs(range[1]);
        return switch (hedge) {
            case EXACT -> range;
            case AT_LEAST -> new double[] {range[0], Double.POSITIVE_INFINITY};
            case AT_MOST -> new double[] {range[0] - NEARLY * spread, range[1]};
            case ABOUT -> new double[] {range[0] - ABOUT * spread, range[1] + ABOUT * spread};
        };
    }

    /** One figure is the other, rounded: 4.2 and 4.19 billion, 15,200 and 15,180, 51.7 and 52 per cent. */
    private static boolean rounded(String claimed, double[] mine, String held, double[] theirs) {
        if (mine[0] != mine[1] || theirs[0] != theirs[1]) {
            return false;
        }
        boolean large = Math.min(Math.abs(mine[0]), Math.abs(theirs[0])) >= ROUNDED_FROM;
        boolean fraction = claimed.contains(".") != held.contains(".");
        return (large && (roundsTo(mine[0], held, theirs[0]) || roundsTo(theirs[0], claimed, mine[0])))
                || (fraction && (wholeOf(mine[0], theirs[0], held) || wholeOf(theirs[0], mine[0], claimed)));
    }

    private static boolean roundsTo(double fine, String coarseText, double coarse) {
        int digits = significant(coarseText);
        if (digits < 2) {
            return false;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(coarse))) - digits + 1);
        return Math.abs(fine - coarse) <= unit / 2;
    }

    private static boolean wholeOf(double fine, double whole, String wholeText) {
        return !wholeText.contains(".") && Math.abs(whole) >= 10 && Math.abs(fine - whole) <= 0.5;
    }

    private static int significant(String canonical) {
        String digits = canonical.replace(".", "").replaceFirst("^[-0]+", "");
        return digits.replaceFirst("0+$", "").length();
    }

    /** A toll of the fact's own slot that has risen a little: a story has one, whatever the judge makes of it. */
    static boolean grows(Fact fact, Claim claim) {
        Measures measures = Measures.shared();
        String measure = measures.classOf(fact.slot().subject());
        return measures.rising(measure)
                && measures.classOf(claim.subject()).equals(measure)
                && Recollection.times(number(claim.value()), fact.number()) <= LITTLE
                && number(claim.value()) > fact.number();
    }
}
