/** FACT: claims, the facts they fill, and what changed. Pure Java. */
@NullMarked
package io.deltawire.fact;

import org.jspecify.annotations.NullMarked;
