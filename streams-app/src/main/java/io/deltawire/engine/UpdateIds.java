package io.deltawire.engine;

import io.deltawire.story.StoryEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of story events, derived from what they state: 24 hexadecimal digits of a SHA-256. */
final class UpdateIds {
    private static final int BYTES = 12;

    private UpdateIds() {}

    static String of(StoryEvent event) {
        String stated = String.join(
                "\n",
                event.type().name(),
                event.storyId(),
                event.otherStoryId(),
                event.articleId(),
                String.valueOf(event.at().toEpochMilli()),
                String.join(" ", event.moved()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(stated.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
