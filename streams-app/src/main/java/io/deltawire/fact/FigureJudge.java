package io.deltawire.fact;

/** Judges a figure of an article beside one of its story that has another value. */
public interface FigureJudge {
    /** @param pair the two figures, and what there is to tell by */
    Judgement of(FigurePair pair);

    /**
     * @param shifts how likely the article's figure is another value of the story's, and news; 0 to 1
     * @param contests how likely, if so, it stands against the other instead of taking its place; 0 to 1, NaN to leave that to the
     *     decision table
     */
    record Judgement(double shifts, double contests) {}
}
