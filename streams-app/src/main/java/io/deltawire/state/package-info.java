/** Where engines keep what must survive: small pieces under their own keys. Pure Java; a state store or a map behind it. */
@NullMarked
package io.deltawire.state;

import org.jspecify.annotations.NullMarked;
