package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.RawArticle;
import io.deltawire.ops.StreamsApp;
import io.deltawire.schemas.Mark;
import io.deltawire.topology.ContractInput;
import io.deltawire.topology.Records;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One input, one output: whatever the partitions, threads, arrival and interruptions. */
@ExtendWith(StackExtension.class)
class ITExactness {
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
    void aRestartInTheMiddleChangesNothing(Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, state, 3, 2, Map.of())) {
            Records expected = ContractInput.backtest(cluster.topics, 1);
            List<RawArticle> articles = ContractInput.articles();
            int half = articles.size() / 2;
            try (StreamsApp app = StreamsApp.start(cluster.settings)) {
                sendFirst(cluster, articles.subList(0, half));
                cluster.read(1);
            }
            cluster.sendShuffled(articles.subList(half, articles.size()), new Random(4));
            cluster.mark(Mark.END, ContractInput.last());
            try (StreamsApp app = StreamsApp.start(cluster.settings)) {
                assertThat(cluster.read(expected.size()).byTopicAndKey()).isEqualTo(expected.byTopicAndKey());
            }
        }
    }

    @Test
    void killedInTheMiddleChangesNothing(Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, state, 3, 2, Map.of())) {
            Records expected = ContractInput.backtest(cluster.topics, 1);
            List<RawArticle> articles = ContractInput.articles();
            int half = articles.size() / 2;
            Process run = run(cluster);
            try {
                sendFirst(cluster, articles.subList(0, half));
                assertThat(cluster.read(1).size()).isPositive();
            } finally {
                run.destroyForcibly().waitFor();
            }
            cluster.sendShuffled(articles.subList(half, articles.size()), new Random(4));
            cluster.mark(Mark.END, ContractInput.last());
            try (StreamsApp app = StreamsApp.start(cluster.settings)) {
                assertThat(cluster.read(expected.size()).byTopicAndKey()).isEqualTo(expected.byTopicAndKey());
            }
        }
    }

    @Test
    void lateWithinTheReorderBoundChangesNothing(Stack stack) throws Exception {
        Map<String, String> bound = Map.of("deltawire.reorder.bound.ms", Long.toString(86_400_000L * 365));
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

    /** The first half, and how far the source has come, so that something is given out before the interruption. */
    private static void sendFirst(Cluster cluster, List<RawArticle> articles) {
        cluster.sendShuffled(articles, new Random(3));
        cluster.mark(Mark.OPEN, articles.get(articles.size() - 1).getPublishedAt());
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
