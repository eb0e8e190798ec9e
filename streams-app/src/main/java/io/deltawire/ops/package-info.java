/** Running the line against a cluster: settings, start, waiting for what is not there yet, topics. */
@NullMarked
package io.deltawire.ops;

import org.jspecify.annotations.NullMarked;
