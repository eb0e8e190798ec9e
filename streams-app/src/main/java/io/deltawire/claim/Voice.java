package io.deltawire.claim;

import io.deltawire.entity.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Who takes a position.
 *
 * @param first its first token in the text
 * @param entity who it is, or null for a noun
 * @param noun what a holder without a name is called, with whose it is: "Halden board", "interior ministry"; "" for an entity
 * @param side whom it speaks for: an entity id, a noun ("union"), or ""
 */
record Voice(int first, @Nullable Entity entity, String noun, String side) {
    /** By what the voice is known within its article. */
    String key() {
        return entity == null ? noun : entity.id();
    }
}
