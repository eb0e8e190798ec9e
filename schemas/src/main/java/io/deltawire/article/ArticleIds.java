package io.deltawire.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Ids derived from what an article is, so that publishing it again, from another copy or on another day, gives the same
 * one: 32 hexadecimal digits of a SHA-256 over the canonical URL, else over source, title and time. An article without
 * URL and time takes its text in place of the time.
 */
public final class ArticleIds {
    private ArticleIds() {}

    public static String derive(String url, String source, String title, Optional<Instant> publishedAt, String text) {
        if (!url.isBlank()) {
            return hash("url", CanonicalUrl.of(url));
        }
        String time = publishedAt.map(Instant::toString).orElseGet(() -> plain(text));
        return hash("article", plain(source).toLowerCase(Locale.ROOT), plain(title), time);
    }

    /** One spelling for what reads the same: composed characters, single spaces. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
