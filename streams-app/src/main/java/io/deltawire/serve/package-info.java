/** What an instance is to people and programs: the streams app with the HTTP server in front of it. */
@NullMarked
package io.deltawire.serve;

import org.jspecify.annotations.NullMarked;
