/** STORY: which articles are one story, when it opens, grows, merges, splits, closes, comes back. Pure Java. */
@NullMarked
package io.deltawire.story;

import org.jspecify.annotations.NullMarked;
