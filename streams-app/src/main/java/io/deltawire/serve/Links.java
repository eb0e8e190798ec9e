package io.deltawire.serve;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of what the server shows. */
final class Links {
    private Links() {}

    /** Text as one segment of a path. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The page of a story. */
    static String page(String storyId) {
        return "/stories/" + segment(storyId);
    }
}
