/** The engines in line: ENRICH of one article, and the desk (order, STORY, FACT). Driven alike by topology, backtest and tests. */
@NullMarked
package io.deltawire.engine;

import org.jspecify.annotations.NullMarked;
