package io.deltawire.fact;

/** A judge for tests that takes no figure for news and leaves all else to slots and table. */
class SilentJudge implements ShiftJudge {
    @Override
    public double shifts(FigurePair pair) {
        return 0;
    }

    @Override
    public double contests(FigurePair pair) {
        return Double.NaN;
    }

    @Override
    public double turns(TurnPair pair) {
        return Double.NaN;
    }

    @Override
    public double proves(float[] signs) {
        return Double.NaN;
    }
}
