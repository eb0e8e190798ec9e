package io.deltawire.claim;

import org.jspecify.annotations.Nullable;

/**
 * Somebody in a sentence whose position it may tell.
 *
 * @param clause the holder's own clause, else one it stands in, else the first; null where the sentence has no verb
 * @param group where the holder stands; null for one who is quoted and named elsewhere
 */
record StanceHolder(
        Voice who,
        StanceFeatures.Role role,
        @Nullable Clause clause,
        @Nullable Chunk group) {}
