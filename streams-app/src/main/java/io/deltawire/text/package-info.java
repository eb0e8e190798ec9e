/** READ: clean text, language, sentences, tokens, numbers and times. Pure Java, no state. */
@NullMarked
package io.deltawire.text;

import org.jspecify.annotations.NullMarked;
