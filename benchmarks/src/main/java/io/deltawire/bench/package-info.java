/** Measures deltawire side by side with ceilings and peers on one machine: {@code ./deltawire bench}. */
@NullMarked
package io.deltawire.bench;

import org.jspecify.annotations.NullMarked;
