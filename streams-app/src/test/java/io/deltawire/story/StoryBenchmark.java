package io.deltawire.story;

import io.deltawire.state.MapPieces;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;

/**
 * Prints what an article costs STORY at 1,000, 10,000 and 100,000 live stories, the state they take, and how long it takes to
 * open an engine on it. Run by hand: {@code main} takes the sizes; the words are as common as in the background table.
 */
public final class StoryBenchmark {
    private static final int MEASURED = 4_000;
    /** A third of the articles go to a tenth of the stories, half of the stories have one or two. */
    private static final int ARTICLES_PER_STORY = 4;

    private StoryBenchmark() {}

    public static void main(String[] args) {
        int[] sizes = args.length == 0
                ? new int[] {1_000, 10_000, 100_000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        StoryModels models = StoryModels.shipped();
        System.out.println("live stories | us an article | articles/s | p99 us | bytes a story | restore s");
        for (int size : sizes) {
            measure(size, models);
        }
    }

    /** CPU time of this thread: what an article costs does not depend on who else is on the machine. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void measure(int size, StoryModels models) {
        NewsStream news = new NewsStream(3, size);
        MapPieces pieces = new MapPieces();
        StoryEngine engine = new StoryEngine(pieces, StoryConfig.defaults(), models);
        Instant at = Instant.parse("2025-01-01T00:00:00Z");
        for (int story = 0; story < size; story++) {
            at = at.plusSeconds(5);
            engine.place(news.article(story, at), at);
        }
        for (int i = 0; i < ARTICLES_PER_STORY * size - size; i++) {
            at = at.plusSeconds(5);
            engine.place(news.article(news.drawSkewed(), at), at);
        }
        long[] nanos = new long[MEASURED];
        long sum = 0;
        for (int i = 0; i < MEASURED; i++) {
            at = at.plusSeconds(5);
            Digest digest = news.article(news.drawSkewed(), at);
            long start = cpu();
            engine.advance(at);
            engine.place(digest, at);
            nanos[i] = cpu() - start;
            sum += nanos[i];
        }
        Arrays.sort(nanos);
        long[] bytes = new long[1];
        pieces.scan("", (key, piece) -> bytes[0] += key.length() + piece.length);
        long start = cpu();
        int restored = new StoryEngine(pieces, StoryConfig.defaults(), models).liveStories();
        double seconds = (cpu() - start) / 1e9;
        if (restored != engine.liveStories()) {
            throw new IllegalStateException("Restored " + restored + " of " + engine.liveStories());
        }
        System.out.printf(
                "%12d | %13.1f | %10.0f | %6.0f | %13d | %9.1f%n",
                engine.liveStories(),
                sum / 1e3 / MEASURED,
                MEASURED * 1e9 / sum,
                nanos[MEASURED * 99 / 100] / 1e3,
                bytes[0] / engine.liveStories(),
                seconds);
    }
}
