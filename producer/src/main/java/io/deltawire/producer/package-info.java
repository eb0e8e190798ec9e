/** Articles in: sources, the producer that sends them to articles.raw, and marks. */
@NullMarked
package io.deltawire.producer;

import org.jspecify.annotations.NullMarked;
