package io.deltawire.backtest;

import java.time.Instant;

/**
 * How a run went.
 *
 * @param articles articles that went through
 * @param undated of these, without a time of their own
 * @param skipped inputs and articles left out
 * @param repeated articles left out because they had been seen before
 * @param stories stories that have articles at the end
 * @param reached event time come to
 * @param whole false when it was stopped before the end
 */
public record Summary(
        long articles, long undated, long skipped, long repeated, long stories, Instant reached, boolean whole) {}
