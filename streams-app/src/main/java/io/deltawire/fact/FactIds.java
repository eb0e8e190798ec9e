package io.deltawire.fact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids derived from content, so that a replay gives the same. */
final class FactIds {
    /** Never written to; copied for each id, as looking it up takes as long as the hash itself. */
    private static final MessageDigest FRESH = sha256();

    private FactIds() {}

    /** @param ordinal 0, or how many facts of the story were opened with this very slot before */
    static String fact(String storyId, Slot slot, int ordinal) {
        return "f" + hash(storyId, slot.bucket(), slot.subject(), String.join(",", slot.loose()), "" + ordinal);
    }

    static String split(String storyId, String factId) {
        return "f" + hash(storyId, factId);
    }

    static String change(String factId, Change.Type type, String articleId, String before, String after) {
        return "c" + hash(factId, type.name(), articleId, before, after);
    }

    /** First 64 bits of SHA-256 over the parts, NUL between them. */
    private static String hash(String... parts) {
        try {
            MessageDigest sha = (MessageDigest) FRESH.clone();
            byte[] digest = sha.digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
