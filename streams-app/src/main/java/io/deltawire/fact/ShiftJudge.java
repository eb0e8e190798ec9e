package io.deltawire.fact;

/** Judges what an article tells beside what its story has with another value. */
public interface ShiftJudge {
    /** How likely the article's figure is another value of the story's, and news; 0 to 1, 0 for all that is too unlikely to matter. */
    double shifts(FigurePair pair);

    /**
     * What a closer look at a doubtful pair makes of its chance. Asked only where the pair may be taken, since it may be slow.
     *
     * @param chance of {@link #shifts}
     * @return the same where no look is worth it
     */
    default double read(FigurePair pair, double chance) {
        return chance;
    }

    /**
     * How likely, if so, it stands against the other instead of taking its place; 0 to 1, NaN to leave that to the decision table. Asked
     * of pairs taken for shifts only.
     */
    double contests(FigurePair pair);

    /**
     * How likely a claim that is no figure is the new value of a fact, and news; 0 to 1, NaN to leave that to the slots. 0 for all that is too
     * unlikely to matter, where the claim does not fill the fact by its slot.
     */
    double turns(TurnPair pair);

    /**
     * How often a shift of this make proves true; 0 to 1, NaN to leave that to the row of the decision table. Asked of every shift that is given
     * out, in their order.
     *
     * @param signs in the order of {@link ShiftSigns#NAMES}
     */
    double proves(float[] signs);
}
