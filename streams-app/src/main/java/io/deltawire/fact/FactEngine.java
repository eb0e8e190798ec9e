package io.deltawire.fact;

import io.deltawire.state.Pieces;
import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import java.time.Instant;
import java.util.List;

/**
 * FACT: lays the claims of a story side by side and says what changed. One writer; not thread-safe. All state is in the
 * pieces, so that an engine opened on the pieces of another goes on where that one stopped.
 */
public final class FactEngine {
    private final Pieces pieces;

    public FactEngine(Pieces pieces) {
        this.pieces = pieces;
    }

    /**
     * Takes one article's claims. First moves facts as the placement's merges and splits say, then lets the claims speak.
     *
     * @param effective effective time of the article
     * @return changes in order
     */
    public List<Change> accept(Digest digest, Placement placement, Instant effective) {
        return List.of();
    }

    /** Facts of a story as they stand, most telling first; empty for an unknown story. */
    public List<FactView> facts(String storyId) {
        return List.of();
    }

    /** Forgets the facts of a story that is gone for good. */
    public void forget(String storyId) {
        pieces.delete(storyId);
    }
}
