package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.state.MapPieces;
import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Articles a second through FACT alone on one thread: 20 claims an article, stories of very different length alive at once, as
 * in a news stream. Run the main class from the test classpath.
 */
public final class FactBenchmark {
    private static final int ARTICLES = 30_000;
    private static final int STORIES = 2_000;
    private static final int CLAIMS = 20;

    private FactBenchmark() {}

    public static void main(String[] arguments) {
        for (int round = 1; round <= 3; round++) {
            List<Digest> digests = new ArrayList<>();
            List<String> stories = new ArrayList<>();
            Random random = new Random(5);
            for (int i = 0; i < ARTICLES; i++) {
                // squared: few long stories, many short ones
                stories.add("en:" + (int) (STORIES * Math.pow(random.nextDouble(), 2)));
                digests.add(digest(i, random));
            }
            FactEngine engine = new FactEngine(new MapPieces());
            long changes = 0;
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long begin = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < ARTICLES; i++) {
                Placement placement =
                        new Placement(stories.get(i), "", digests.get(i).source(), false, List.of());
                changes += engine.accept(
                                digests.get(i), placement, digests.get(i).publishedAt())
                        .size();
            }
            double seconds = (threads.getCurrentThreadCpuTime() - begin) / 1e9;
            System.out.printf(
                    "round %d: %.0f articles a second of processor time, %.1f changes an article%n",
                    round, ARTICLES / seconds, (double) changes / ARTICLES);
        }
    }

    private static Digest digest(int number, Random random) {
        Said[] said = new Said[CLAIMS];
        for (int j = 0; j < CLAIMS; j++) {
            int die = random.nextInt(10);
            String place = "place=p" + random.nextInt(3);
            Said one = die < 4
                    ? Said.figure("measure" + random.nextInt(8), "" + (10 + random.nextInt(40)), place)
                    : die < 6
                            ? Said.of(
                                    Kind.STATUS,
                                    "event" + random.nextInt(5),
                                    random.nextBoolean() ? "planned" : "happened")
                            : die < 7
                                    ? Said.of(
                                            Kind.SCHEDULE,
                                            "event" + random.nextInt(5),
                                            "2025-05-1" + random.nextInt(9),
                                            "field=date")
                                    : die < 8
                                            ? Said.of(
                                                    Kind.POSITION, "holder" + random.nextInt(6), "accepts", "on=talks")
                                            : Said.of(
                                                    Kind.STATEMENT,
                                                    "speaker" + random.nextInt(20),
                                                    "quotation " + random.nextInt());
            said[j] = random.nextInt(6) == 0 ? one.cue(Claim.Cue.UPDATE) : one;
        }
        return Said.article(
                "a" + number, "outlet" + random.nextInt(200), Newsroom.hour(number / 100.0), List.of("p0", "p1"), said);
    }
}
