package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import java.time.Instant;
import java.util.List;

/**
 * An event of {@code fact-changes}.
 *
 * @param id content-derived update id
 * @param storyId story whose fact changed
 * @param factId fact that changed
 * @param articleId article that brought it
 * @param at effective time of that article
 * @param before leading value before, "" when there was none
 * @param after value after
 * @param beforeSources independent sources of {@code before}
 * @param afterSources independent sources of {@code after}
 * @param claim the claim it rests on: sentence, offsets, speaker
 * @param confidence 0 to 1, calibrated
 * @param text one line of English: "Killed in Marvenia earthquake revised from 41 to 118 — 2 sources"
 */
public record Change(
        String id,
        Type type,
        String storyId,
        String factId,
        String articleId,
        Instant at,
        Kind kind,
        String subject,
        String attribute,
        String before,
        String after,
        List<String> beforeSources,
        List<String> afterSources,
        Claim claim,
        double confidence,
        String text) {

    public enum Type {
        REPORTED,
        CORROBORATED,
        REVISED,
        DISPUTED,
        SETTLED,
        RETRACTED;

        /** Whether the value that leads, or what stands against it, is another one now. */
        boolean shift() {
            return this == REVISED || this == DISPUTED || this == SETTLED;
        }
    }
}
