package io.deltawire.fact;

import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import io.deltawire.story.StoryEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What FACT made of articles, for engines that take the same articles side by side, as the configurations of a sweep do. Most stories are
 * the same in most configurations, and what an article changes in a story follows from the story's history alone: so it is worked
 * out by the engine that comes to it first. Thread-safe.
 */
public final class SharedHearings {
    private static final AtomicLong ALONE = new AtomicLong();

    private final ConcurrentHashMap<String, CompletableFuture<Optional<Heard>>> heard = new ConcurrentHashMap<>();

    /**
     * What an article left of its story.
     *
     * @param written facts as they are after it, with what stands for them in the store
     * @param held facts refined in memory and not written
     * @param removed facts let go
     */
    record Heard(List<Change> changes, List<Written> written, List<Fact> held, List<Fact> removed) {}

    /** A fact and its piece. */
    static final class Written {
        private final Fact fact;
        private final byte[] piece;

        Written(Fact fact, byte[] piece) {
            this.fact = fact;
            this.piece = piece;
        }

        Fact fact() {
            return fact;
        }

        /** Not to be changed. */
        byte[] piece() {
            return piece;
        }
    }

    /** An answer, and whether the asker has worked it out itself. */
    record Answer(Heard heard, boolean own) {}

    /**
     * What the article makes of a story with this history; worked out once. When that fails it fails for the one who tried, and the
     * others try themselves.
     */
    Answer hear(String history, Supplier<Heard> work) {
        CompletableFuture<Optional<Heard>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Heard>> other = heard.putIfAbsent(history, mine);
        if (other != null) {
            return other.join().map(known -> new Answer(known, false)).orElseGet(() -> new Answer(work.get(), true));
        }
        Optional<Heard> done = Optional.empty();
        try {
            Heard own = work.get();
            done = Optional.of(own);
            return new Answer(own, true);
        } finally {
            mine.complete(done);
        }
    }

    /** Forgets all, once every engine is through with the articles up to here: later ones find longer histories. */
    public void clear() {
        heard.clear();
    }

    /** History of a story after an article: all that FACT takes from article and placement is in it. */
    static String after(String history, Digest digest, Placement placement, Instant effective) {
        return hash(
                history,
                placement.storyId(),
                digest.articleId(),
                Long.toString(digest.publishedAt().toEpochMilli()),
                placement.sourceKey(),
                placement.duplicateOf().isEmpty() ? "" : "copy",
                effective.toString());
    }

    /** History of a story after a merge or a split. */
    static String after(String history, String other, StoryEvent event) {
        return hash(
                history,
                other,
                event.type().name(),
                event.storyId(),
                event.otherStoryId(),
                event.articleId(),
                String.join(",", event.moved()));
    }

    /** A history that no other story has. */
    static String ofNoOther() {
        return "alone " + ALONE.incrementAndGet();
    }

    private static String hash(String... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
