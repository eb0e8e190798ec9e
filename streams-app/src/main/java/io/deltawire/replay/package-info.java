/** The past on a cluster: ranges of {@code articles.raw} read for a backtest, copied for a replay; output of a backtest on topics. */
@NullMarked
package io.deltawire.replay;

import org.jspecify.annotations.NullMarked;
