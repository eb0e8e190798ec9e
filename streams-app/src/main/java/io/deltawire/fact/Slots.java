package io.deltawire.fact;

import io.deltawire.claim.Claim;
import java.util.HashMap;
import java.util.Map;

/** What the claims of one article are about; each is laid beside many facts, and worked out once. */
final class Slots {
    private final Map<Claim, Slot> known = new HashMap<>();

    Slot of(Claim claim) {
        return known.computeIfAbsent(claim, Slot::of);
    }
}
