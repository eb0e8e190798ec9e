/**
 * What an incoming article is before it is a record: the JSONL line, its limits, its id. Shared by everything that takes
 * articles in (the producer, the backtest), so that one input has one set of ids wherever it enters.
 */
@NullMarked
package io.deltawire.article;

import org.jspecify.annotations.NullMarked;
