package io.deltawire.fact;

import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import java.time.Instant;
import java.util.Set;

/**
 * An article as a word on facts.
 *
 * @param source independent source it counts as; "" when unknown
 * @param mentioned ids of the entities it speaks of
 * @param copy it is a near-duplicate of an earlier one
 * @param told publication time
 * @param at effective time
 */
record Report(String source, Set<String> mentioned, boolean copy, Instant told, Instant at) {
    static Report of(Digest digest, Placement placement, Testimony testimony, Instant effective) {
        return new Report(
                placement.sourceKey(),
                testimony.mentioned(),
                !placement.duplicateOf().isEmpty(),
                digest.publishedAt(),
                effective);
    }

    /** The same article passing on what somebody says. */
    Report by(String speaker) {
        return new Report(speaker, mentioned, copy, told, at);
    }
}
