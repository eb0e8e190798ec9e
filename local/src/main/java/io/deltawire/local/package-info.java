/** A whole deltawire on one machine: broker, registry, demo, and the command line. */
@NullMarked
package io.deltawire.local;

import org.jspecify.annotations.NullMarked;
