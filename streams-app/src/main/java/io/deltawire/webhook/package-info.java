/** Tells changes to addresses of others: signed, tried again, at least once. */
@NullMarked
package io.deltawire.webhook;

import org.jspecify.annotations.NullMarked;
