package io.deltawire.backtest;

import io.deltawire.engine.Emission;
import io.deltawire.engine.Enriched;
import java.io.IOException;
import java.util.List;

/** Where a backtest's output goes, in order of emission. */
public interface Output {
    /** What ENRICH read of an article; comes before what that article brings about. */
    void write(Enriched enriched) throws IOException;

    /** What one article, or time alone, brought about. */
    void write(List<Emission> emissions) throws IOException;

    /** Stories that have articles at the end. */
    int stories();
}
