/** FACT: the facts that a story's claims fill, and what changed in them. Pure Java. */
@NullMarked
package io.deltawire.fact;

import org.jspecify.annotations.NullMarked;
