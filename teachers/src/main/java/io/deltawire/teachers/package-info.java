/** Teachers: word lists and labelled news that the taggers of streams-app learn from. Run by hand, never shipped. */
@NullMarked
package io.deltawire.teachers;

import org.jspecify.annotations.NullMarked;
