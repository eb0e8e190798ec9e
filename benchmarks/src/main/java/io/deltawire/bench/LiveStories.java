package io.deltawire.bench;

import io.deltawire.state.MapPieces;
import io.deltawire.story.Digest;
import io.deltawire.story.StoryConfig;
import io.deltawire.story.StoryEngine;
import io.deltawire.story.StoryModels;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** What STORY costs with so many stories under way: processor time an article, state, memory, and how long it takes to open. */
final class LiveStories {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MEASURED = 3_000;
    private static final long SEED = 3;
    private static final int STEP_SECONDS = 5;

    private LiveStories() {}

    static void measure(int size, Report report) {
        MadeUpNews news = new MadeUpNews(SEED, size);
        StoryModels models = StoryModels.shipped();
        MapPieces pieces = new MapPieces();
        StoryEngine engine = new StoryEngine(pieces, StoryConfig.defaults(), models);
        Instant at = Instant.parse("2025-01-01T00:00:00Z");
        for (int story = 0; story < size; story++) {
            at = at.plusSeconds(STEP_SECONDS);
            engine.place(news.article(story, at), at);
        }
        long[] nanos = new long[MEASURED];
        for (int i = -MEASURED; i < MEASURED; i++) {
            at = at.plusSeconds(STEP_SECONDS);
            Digest digest = news.next(at);
            long begin = THREADS.getCurrentThreadCpuTime();
            engine.advance(at);
            engine.place(digest, at);
            if (i >= 0) {
                nanos[i] = THREADS.getCurrentThreadCpuTime() - begin;
            }
        }
        String name = name(size);
        double mean = Arrays.stream(nanos).average().orElse(0);
        Arrays.sort(nanos);
        report.add(name + ": articles made", "stories open", engine.liveStories());
        report.add(name + ": STORY", "cpu ms/article", mean / 1e6);
        report.add(name + ": STORY p99", "cpu ms/article", nanos[MEASURED * 99 / 100] / 1e6);
        long[] bytes = new long[1];
        pieces.scan("", (key, piece) -> bytes[0] += key.length() + piece.length);
        report.add(name + ": state", "bytes/story", (double) bytes[0] / engine.liveStories());
        long begin = THREADS.getCurrentThreadCpuTime();
        int opened = new StoryEngine(pieces, StoryConfig.defaults(), models).liveStories();
        double seconds = (THREADS.getCurrentThreadCpuTime() - begin) / 1e9;
        report.add(name + ": opening", "s/100,000", seconds * 100_000 / opened);
        report.add(name + ": heap", "MB", heapWith(engine) / 1e6);
        report.add(name + ": resident", "MB", resident() / 1e3);
    }

    /** Bytes of the heap in use while something is held: without the fence the collector would take it away. */
    private static long heapWith(Object held) {
        try {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        } finally {
            Reference.reachabilityFence(held);
        }
    }

    static String name(int size) {
        return String.format(Locale.ROOT, "%,d live stories", size);
    }

    /** Memory of this process in kilobytes; 0 where the system does not tell. */
    private static double resident() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
