/** Commands of the streams app. */
@NullMarked
package io.deltawire.cli;

import org.jspecify.annotations.NullMarked;
