/** Trains the models that the engines ship, from labelled data. */
@NullMarked
package io.deltawire.train;

import org.jspecify.annotations.NullMarked;
