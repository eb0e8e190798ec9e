/** Drives the engines over a file of articles in event-time order, without a broker, and writes what comes out as JSONL. */
@NullMarked
package io.deltawire.backtest;

import org.jspecify.annotations.NullMarked;
