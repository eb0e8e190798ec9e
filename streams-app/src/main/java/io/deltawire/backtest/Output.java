package io.deltawire.backtest;

import io.deltawire.engine.Emission;
import io.deltawire.engine.Enriched;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where a backtest's output goes, in order of emission. */
public interface Output {
    /** What ENRICH read of an article that is new; comes before what the article brings about. */
    void write(Turn turn, Enriched enriched) throws IOException;

    /**
     * What one article, or time alone, brought about.
     *
     * @param turn the article; empty when only time has passed
     */
    void write(Optional<Turn> turn, List<Emission> emissions) throws IOException;
}
