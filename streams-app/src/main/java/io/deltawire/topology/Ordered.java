package io.deltawire.topology;

import io.deltawire.story.Digest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What ORDER gives out: an article in its turn, or only that time has passed.
 *
 * @param digest null when only time has passed
 * @param origin where the article comes from; null when only time has passed
 */
record Ordered(
        @Nullable Digest digest,
        Instant effective,
        @Nullable Origin origin) {}
