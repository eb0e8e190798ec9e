package io.deltawire.fact;

import io.deltawire.claim.Kind;
import java.util.List;

/**
 * A fact as it stands: the picture that {@code stories} carries.
 *
 * @param id content-derived from story and slot
 * @param positions leading position first
 * @param disputed independent sources hold incompatible values at the same time
 */
public record FactView(
        String id,
        Kind kind,
        String subject,
        String attribute,
        List<Position> positions,
        boolean disputed,
        double confidence) {}
