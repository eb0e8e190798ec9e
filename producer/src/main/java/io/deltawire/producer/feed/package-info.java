/** RSS and Atom feeds as a live source: fetched politely and guardedly, every entry an article. */
@NullMarked
package io.deltawire.producer.feed;

import org.jspecify.annotations.NullMarked;
