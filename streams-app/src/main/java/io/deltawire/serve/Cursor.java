package io.deltawire.serve;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where the next page begins, as one opaque word. */
final class Cursor {
    private static final String DIVIDER = "\n";

    private Cursor() {}

    static String of(Object... parts) {
        StringBuilder joined = new StringBuilder();
        for (Object part : parts) {
            joined.append(joined.isEmpty() ? "" : DIVIDER).append(part);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(joined.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if it has another number of parts, or is none */
    static List<String> parts(String cursor, int count) {
        try {
            List<String> parts = List.of(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(DIVIDER, -1));
            if (parts.size() == count) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new IllegalArgumentException("cursor is none that was given out for this list");
    }
}
