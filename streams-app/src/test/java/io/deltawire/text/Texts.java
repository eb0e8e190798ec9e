package io.deltawire.text;

import java.time.Instant;
import java.util.List;

/** Documents for tests. */
final class Texts {
    private Texts() {}

    static Document read(String title, String text) {
        return new Reader().read(new Article("a", "", title, text, Instant.EPOCH, "daily.example", "en"));
    }

    static List<String> tokens(String text) {
        return read("", text).tokens().stream().map(Token::text).toList();
    }

    static List<String> sentences(String text) {
        Document document = read("", text);
        return document.sentences().stream().map(document::textOf).toList();
    }
}
