package io.deltawire.fact;

import io.deltawire.story.TreeModel;

/** The trained judge: boosted trees over {@link PairFeatures}. {@code deltawire train-figures} makes the resources. */
public final class FigureModel implements FigureJudge {
    /** Log-odds of a shift that the trees left do not make up for: giving up here changed nothing that five of our sets come to. */
    private static final double HOPELESS = -5;

    /** Loads the resources when they are first needed. */
    private static final class Shipped {
        static final FigureModel MODEL = new FigureModel(
                TreeModel.read("/io/deltawire/fact/shifts.model", PairFeatures.NAMES),
                TreeModel.read("/io/deltawire/fact/contests.model", PairFeatures.NAMES));
    }

    private final TreeModel shifts;
    private final TreeModel contests;

    public FigureModel(TreeModel shifts, TreeModel contests) {
        this.shifts = shifts;
        this.contests = contests;
    }

    public static FigureModel shipped() {
        return Shipped.MODEL;
    }

    @Override
    public double shifts(FigurePair pair) {
        return 1 / (1 + StrictMath.exp(-shifts.logOdds(pair.features(), HOPELESS)));
    }

    @Override
    public double contests(FigurePair pair) {
        return contests.probability(pair.features());
    }
}
