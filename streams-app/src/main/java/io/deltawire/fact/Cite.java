package io.deltawire.fact;

import java.time.Instant;

/** One statement kept singly, so that it can move when its article changes story. */
record Cite(String articleId, String source, Instant at) {}
