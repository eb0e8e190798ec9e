/** Names: tagging, linking to one identity across spellings, who says what. Pure Java. */
@NullMarked
package io.deltawire.entity;

import org.jspecify.annotations.NullMarked;
