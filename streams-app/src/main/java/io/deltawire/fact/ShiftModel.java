package io.deltawire.fact;

import io.deltawire.claim.Kind;
import io.deltawire.story.TreeModel;

/** The trained judge: boosted trees over {@link PairFeatures}, {@link TurnFeatures} and {@link ShiftSigns}. {@code deltawire train-shifts} makes the resources. */
public final class ShiftModel implements ShiftJudge {
    private static final double LEAST_OF_SHIFTS = 0.2;
    private static final double LEAST_OF_TURNS = 0.3;

    /**
     * By how much positions and states shift oftener in the stories learnt from, many of which were written for them, than in news; log-odds. While it
     * learns, a judge says what holds there.
     */
    private static final double DENSER = StrictMath.log(2);

    /** Loads the resources when they are first needed. */
    private static final class Shipped {
        static final ShiftModel MODEL = new ShiftModel(
                TreeModel.read("/io/deltawire/fact/shifts.model", PairFeatures.NAMES),
                TreeModel.read("/io/deltawire/fact/contests.model", PairFeatures.NAMES),
                TreeModel.read("/io/deltawire/fact/turns.model", TurnFeatures.NAMES),
                TreeModel.read("/io/deltawire/fact/proofs.model", ShiftSigns.NAMES),
                DENSER);
    }

    private final TreeModel shifts;
    private final TreeModel contests;
    private final TreeModel turns;
    private final TreeModel proofs;
    private final double denser;

    /** A judge of stories like those learnt from. */
    public ShiftModel(TreeModel shifts, TreeModel contests, TreeModel turns, TreeModel proofs) {
        this(shifts, contests, turns, proofs, 0);
    }

    private ShiftModel(TreeModel shifts, TreeModel contests, TreeModel turns, TreeModel proofs, double denser) {
        this.shifts = shifts;
        this.contests = contests;
        this.turns = turns;
        this.proofs = proofs;
        this.denser = denser;
    }

    public static ShiftModel shipped() {
        return Shipped.MODEL;
    }

    @Override
    public double shifts(FigurePair pair) {
        return chance(shifts.logOddsIfLikely(pair.features()));
    }

    @Override
    public double contests(FigurePair pair) {
        return contests.probability(pair.features());
    }

    /** Of what the slot alone would take for a shift it matters how unlikely it is, of the rest not. */
    @Override
    public double turns(TurnPair pair) {
        double odds = pair.ownSlot() ? turns.logOdds(pair.features()) : turns.logOddsIfLikely(pair.features());
        Kind kind = pair.claim().kind();
        return chance(kind == Kind.STATUS || kind == Kind.POSITION ? odds - denser : odds);
    }

    @Override
    public double proves(float[] signs) {
        return proofs.probability(signs);
    }

    /** Log-odds of a figure's shift below which it makes no difference how unlikely it is: {@link FigureMatch} asks for more. */
    public static double leastOfShifts() {
        return logOdds(LEAST_OF_SHIFTS);
    }

    /** The same of what is no figure and not the claim's by its slot; {@link TurnMatch} asks for more. */
    public static double leastOfTurns() {
        return logOdds(LEAST_OF_TURNS);
    }

    private static double logOdds(double chance) {
        return StrictMath.log(chance / (1 - chance));
    }

    private static double chance(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
