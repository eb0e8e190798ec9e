package io.deltawire.fact;

import io.deltawire.story.TreeModel;

/** The trained judge: boosted trees over {@link PairFeatures} and {@link TurnFeatures}. {@code deltawire train-shifts} makes the resources. */
public final class ShiftModel implements ShiftJudge {
    /** Log-odds of a shift that the trees left do not make up for: giving up here changed nothing that five of our sets come to. */
    private static final double HOPELESS = -5;

    /** The same of what is no figure; of all our sets. */
    private static final double HOPELESS_TURN = -4;

    /** Loads the resources when they are first needed. */
    private static final class Shipped {
        static final ShiftModel MODEL = new ShiftModel(
                TreeModel.read("/io/deltawire/fact/shifts.model", PairFeatures.NAMES),
                TreeModel.read("/io/deltawire/fact/contests.model", PairFeatures.NAMES),
                TreeModel.read("/io/deltawire/fact/turns.model", TurnFeatures.NAMES));
    }

    private final TreeModel shifts;
    private final TreeModel contests;
    private final TreeModel turns;

    public ShiftModel(TreeModel shifts, TreeModel contests, TreeModel turns) {
        this.shifts = shifts;
        this.contests = contests;
        this.turns = turns;
    }

    public static ShiftModel shipped() {
        return Shipped.MODEL;
    }

    @Override
    public double shifts(FigurePair pair) {
        return chance(shifts, pair.features(), HOPELESS);
    }

    @Override
    public double contests(FigurePair pair) {
        return contests.probability(pair.features());
    }

    @Override
    public double turns(TurnPair pair) {
        return chance(turns, pair.features(), HOPELESS_TURN);
    }

    private static double chance(TreeModel model, float[] features, double hopeless) {
        return 1 / (1 + StrictMath.exp(-model.logOdds(features, hopeless)));
    }
}
