/** Two or more runs of the same articles side by side: which articles moved, which changes differ, as text, JSON and a page. */
@NullMarked
package io.deltawire.compare;

import org.jspecify.annotations.NullMarked;
