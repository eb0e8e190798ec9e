/** Claims: what one sentence states, taken from one document by itself. Pure Java. */
@NullMarked
package io.deltawire.claim;

import org.jspecify.annotations.NullMarked;
