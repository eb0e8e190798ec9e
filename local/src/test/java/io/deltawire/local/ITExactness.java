package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.RawArticle;
import io.deltawire.ops.StreamsApp;
import io.deltawire.schemas.Mark;
import io.deltawire.topology.ContractInput;
import io.deltawire.topology.Records;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One input, one output: whatever the partitions, threads, arrival and interruptions. */
@ExtendWith(StackExtension.class)
class ITExactness {
    private static final long DAY_MS = 86_400_000;

    @TempDir
    private Path state;

    @ParameterizedTest(name = "{0} partitions, {1} threads")
    @CsvSource({"1,1", "1,4", "3,1", "3,4", "8,1", "8,4"})
    void shuffledAcrossPartitionsGivesTheRecordsOfTheBacktest(int partitions, int threads, Stack stack)
            throws Exception {
        try (Cluster cluster = new Cluster(stack, state, partitions, threads, Map.of())) {
            Records expected = ContractInput.backtest(cluster.topics, 1);
            cluster.sendShuffled(ContractInput.articles(), new Random(31L * partitions + threads));
            cluster.mark(Mark.END, ContractInput.last());
            try (StreamsApp app = StreamsApp.start(cluster.settings)) {
                assertThat(cluster.read(expected.size()).byTopicAndKey()).isEqualTo(expected.byTopicAndKey());
            }
        }
    }

    @Test
    void lateWithinTheReorderBoundChangesNothing(Stack stack) throws Exception {
        Map<String, String> bound = Map.of("deltawire.reorder.bound.ms", Long.toString(DAY_MS * 365));
        try (Cluster cluster = new Cluster(stack, state, 3, 2, bound)) {
            Records expected = ContractInput.backtest(cluster.topics, 1);
            List<RawArticle> articles = new ArrayList<>(ContractInput.articles());
            Collections.shuffle(articles, new Random(11));
            cluster.sendShuffled(articles, new Random(12));
            cluster.mark(Mark.END, ContractInput.last());
            try (StreamsApp app = StreamsApp.start(cluster.settings)) {
                assertThat(cluster.read(expected.size()).byTopicAndKey()).isEqualTo(expected.byTopicAndKey());
            }
        }
    }

    /** Some of the matrix; {@code -Pfaults} runs all of it. */
    @ParameterizedTest(name = "{0} partitions, {1} threads, {2}, late: {3}")
    @CsvSource({"3,2,RESTART,false", "8,4,RESTART,true", "3,4,KILL,true"})
    void interruptedAndLateGivesTheRecordsOfTheBacktest(
            int partitions, int threads, Interruption interruption, boolean late, Stack stack) throws Exception {
        exact(partitions, threads, interruption, late, stack);
    }

    @ParameterizedTest(name = "{0} partitions, {1} threads, {2}, late: {3}")
    @MethodSource
    @EnabledIfSystemProperty(named = "faults.form", matches = "full")
    void wholeMatrix(int partitions, int threads, Interruption interruption, boolean late, Stack stack)
            throws Exception {
        exact(partitions, threads, interruption, late, stack);
    }

    static Stream<Arguments> wholeMatrix() {
        return Stream.of(1, 3, 8)
                .flatMap(partitions -> Stream.of(1, 4)
                        .flatMap(threads -> Stream.of(Interruption.values())
                                .flatMap(interruption -> Stream.of(false, true)
                                        .map(late -> Arguments.of(partitions, threads, interruption, late)))));
    }

    enum Interruption {
        NONE,
        RESTART,
        KILL
    }

    /** @param late articles arrive up to the reorder bound of a day late, else in order on each partition */
    private void exact(int partitions, int threads, Interruption interruption, boolean late, Stack stack)
            throws Exception {
        Map<String, String> bound = late ? Map.of("deltawire.reorder.bound.ms", Long.toString(DAY_MS)) : Map.of();
        try (Cluster cluster = new Cluster(stack, state, partitions, threads, bound)) {
            Records expected = ContractInput.backtest(cluster.topics, 1);
            List<RawArticle> articles = arriving(late);
            int first = interruption == Interruption.NONE ? 0 : articles.size() / 2;
            if (interruption == Interruption.RESTART) {
                try (StreamsApp app = StreamsApp.start(cluster.settings)) {
                    sendFirst(cluster, articles.subList(0, first));
                    assertInTheMiddle(cluster, expected);
                }
            } else if (interruption == Interruption.KILL) {
                Process run = run(cluster);
                try {
                    sendFirst(cluster, articles.subList(0, first));
                    assertInTheMiddle(cluster, expected);
                } finally {
                    run.destroyForcibly().waitFor();
                }
            }
            cluster.sendShuffled(articles.subList(first, articles.size()), new Random(4));
            cluster.mark(Mark.END, ContractInput.last());
            try (StreamsApp app = StreamsApp.start(cluster.settings)) {
                assertThat(cluster.read(expected.size()).byTopicAndKey()).isEqualTo(expected.byTopicAndKey());
            }
        }
    }

    /** In order of time, or each up to a day late. */
    private static List<RawArticle> arriving(boolean late) throws Exception {
        Random random = new Random(11);
        Map<String, Instant> arrival = new HashMap<>();
        for (RawArticle article : ContractInput.articles()) {
            arrival.put(article.getId(), article.getPublishedAt().plusMillis(late ? random.nextLong(DAY_MS) : 0));
        }
        return ContractInput.articles().stream()
                .sorted(Comparator.comparing((RawArticle article) -> arrival.get(article.getId()))
                        .thenComparing(RawArticle::getId))
                .toList();
    }

    private static void assertInTheMiddle(Cluster cluster, Records expected) {
        assertThat(cluster.read(1).size()).isPositive().isLessThan(expected.size());
    }

    /** The first half, and how far the source has come, so that something is given out before the interruption. */
    private static void sendFirst(Cluster cluster, List<RawArticle> articles) {
        cluster.sendShuffled(articles, new Random(3));
        Instant come = articles.stream()
                .map(RawArticle::getPublishedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        cluster.mark(Mark.OPEN, come);
    }

    private static Process run(Cluster cluster) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.deltawire.local.Deltawire",
                "run",
                "--quiet"));
        cluster.settings.values().forEach((name, value) -> {
            command.add("-D");
            command.add(name + "=" + value);
        });
        return new ProcessBuilder(command).inheritIO().start();
    }
}
