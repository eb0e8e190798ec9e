package io.deltawire.fact;

/** Judges a figure of an article beside one of its story that has another value. */
public interface FigureJudge {
    /** How likely the article's figure is another value of the story's, and news; 0 to 1. */
    double shifts(FigurePair pair);

    /**
     * How likely, if so, it stands against the other instead of taking its place; 0 to 1, NaN to leave that to the decision table. Asked
     * of pairs taken for shifts only.
     */
    double contests(FigurePair pair);
}
