/** Measures the engines on gold data: {@code evaluate entities|values|attribution|…}. May know engines; nothing knows it. */
@NullMarked
package io.deltawire.evaluate;

import org.jspecify.annotations.NullMarked;
