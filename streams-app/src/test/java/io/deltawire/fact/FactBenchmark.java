package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.evaluate.ScenarioRun;
import io.deltawire.state.MapPieces;
import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import io.deltawire.story.StoryEngine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Articles a second through FACT alone on one thread, run as a main class from the test classpath. With a file of articles (JSONL) as
 * its argument, these, enriched and put into stories before; without one, made-up claims that repeat nothing and fit anything, 20 an
 * article, in stories of very different length: the worst that can come.
 */
public final class FactBenchmark {
    private static final int ARTICLES = 10_000;
    private static final int STORIES = 700;
    private static final int CLAIMS = 20;
    private static final int ROUNDS = 4;

    private FactBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<Digest> digests = new ArrayList<>();
        List<Placement> placements = new ArrayList<>();
        if (arguments.length > 0) {
            StoryEngine stories = new StoryEngine(new MapPieces());
            for (Digest digest : ScenarioRun.digests(Path.of(arguments[0]))) {
                stories.advance(digest.publishedAt());
                digests.add(digest);
                placements.add(stories.place(digest, digest.publishedAt()));
            }
        } else {
            Random random = new Random(5);
            for (int i = 0; i < ARTICLES; i++) {
                // squared: few long stories, many short ones
                String story = "en:" + (int) (STORIES * Math.pow(random.nextDouble(), 2));
                digests.add(digest(i, random));
                placements.add(new Placement(story, "", digests.get(i).source(), false, List.of()));
            }
        }
        for (int round = 1; round <= ROUNDS; round++) {
            FactEngine engine = new FactEngine(new MapPieces());
            long changes = 0;
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long begin = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < digests.size(); i++) {
                Digest digest = digests.get(i);
                changes += engine.accept(digest, placements.get(i), digest.publishedAt())
                        .size();
            }
            double seconds = (threads.getCurrentThreadCpuTime() - begin) / 1e9;
            System.out.printf(
                    "round %d: %.0f articles a second of processor time, %.1f changes an article%n",
                    round, digests.size() / seconds, (double) changes / digests.size());
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
