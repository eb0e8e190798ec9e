/**
 * The read model: this instance's own copy of what the line has published, on disk, with positions, so that it answers for every
 * story by itself. Knows nothing of HTTP.
 */
@NullMarked
package io.deltawire.view;

import org.jspecify.annotations.NullMarked;
