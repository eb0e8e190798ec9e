package io.deltawire.claim;

import io.deltawire.entity.Attribution;
import io.deltawire.entity.Entities;
import io.deltawire.text.Document;
import io.deltawire.text.Values;
import java.util.List;

/** Takes claims of all six kinds from a document. Thread-safe, no state. */
public final class ClaimExtractor {
    /** Claims in text order. */
    public List<Claim> extract(Document document, Entities entities, Values values, List<Attribution> attributions) {
        return List.of();
    }
}
