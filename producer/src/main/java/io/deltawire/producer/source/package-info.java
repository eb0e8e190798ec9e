/** Finite sources of articles: JSONL files, text and HTML pages, read twice to publish them in time order. */
@NullMarked
package io.deltawire.producer.source;

import org.jspecify.annotations.NullMarked;
