/** The contracts of every topic: names, serdes, marks, and how an article's id is derived. */
@NullMarked
package io.deltawire.schemas;

import org.jspecify.annotations.NullMarked;
