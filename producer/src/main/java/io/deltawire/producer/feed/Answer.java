package io.deltawire.producer.feed;

import java.net.URI;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param body unpacked; empty when the feed has not changed since the validators we sent
 * @param contentType as declared; empty when it was not
 * @param etag validator for the next request; empty when none was given
 * @param lastModified validator for the next request; empty when none was given
 * @param movedTo where the feed lives from now on, if every redirect on the way was permanent
 */
record Answer(Optional<Body> body, String contentType, String etag, String lastModified, Optional<URI> movedTo) {
    /** Bytes of a feed. */
    static final class Body {
        private final byte[] bytes;

        Body(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }
}
