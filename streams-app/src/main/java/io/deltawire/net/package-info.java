/** A small network that reads what a sentence tells of somebody marked in it, and what trains it. */
@NullMarked
package io.deltawire.net;

import org.jspecify.annotations.NullMarked;
