/**
 * The HTTP server by itself: where it listens, who may ask, and {@link io.deltawire.web.Routes}, by which other packages add
 * what is answered. Knows nothing of stories.
 */
@NullMarked
package io.deltawire.web;

import org.jspecify.annotations.NullMarked;
