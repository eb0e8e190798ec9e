package io.deltawire.backtest;

import java.time.Instant;

/** Is told how a run goes, and asked whether it is to stop. */
public interface Watch {
    /** Hears nothing and never stops. */
    Watch NONE = new Watch() {};

    /**
     * After every article.
     *
     * @param articles gone through since the start of this run
     * @param reached event time come to
     * @param share of the source that is read, 0 to 1
     */
    default void progress(long articles, Instant reached, double share) {}

    /** Asked before every article; once true, what came so far is left as valid files. */
    default boolean stopped() {
        return false;
    }

    /** An article or line was left out, told in one line of text. May be called from several threads. */
    default void leftOut(String what) {}
}
