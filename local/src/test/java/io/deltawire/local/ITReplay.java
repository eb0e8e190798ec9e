package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.RawArticle;
import io.deltawire.ops.StreamsApp;
import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Topics;
import io.deltawire.topology.ContractInput;
import io.deltawire.topology.Records;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A replay beside a live line: the same records, and afterwards no trace. */
@ExtendWith(StackExtension.class)
class ITReplay {
    private static final int ARTICLES = 150;

    @TempDir
    private Path state;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aReplayGivesTheRecordsOfTheLiveLineAndIsTakenAwayWhole(Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, state, 3, 2, Map.of())) {
            Records expected = ContractInput.backtest(cluster.topics, 1);
            cluster.sendShuffled(ContractInput.articles(), new Random(9));
            cluster.mark(Mark.END, ContractInput.last());
            try (StreamsApp live = StreamsApp.start(cluster.settings)) {
                assertThat(cluster.read(expected.size()).byTopicAndKey()).isEqualTo(expected.byTopicAndKey());
                Set<String> before = names(cluster);
                String prefix = cluster.topics.prefix() + "again.";

                assertThat(replay(cluster, "--output-prefix", prefix)).isZero();
                assertSame(cluster, cluster.read(prefix, count(events(cluster, expected))), expected);

                assertThat(replay(cluster, "--output-prefix", prefix)).isZero();
                assertThat(out.toString()).contains("going on with");
                assertThat(events(cluster, cluster.read(prefix, count(events(cluster, expected)))))
                        .isEqualTo(events(cluster, expected));

                assertThat(replay(cluster, "--output-prefix", prefix, "--clean"))
                        .isZero();
                assertThat(names(cluster)).isEqualTo(before);
                assertThat(events(cluster, cluster.read(count(events(cluster, expected)))))
                        .isEqualTo(events(cluster, expected));
            }
        }
    }

    /** With kill -9, when something is given out and something still to come. */
    @ParameterizedTest(name = "{0} partitions, {1} threads")
    @CsvSource({"3,2"})
    void aReplayKilledInTheMiddleGoesOnToTheSameRecords(int partitions, int threads, Stack stack) throws Exception {
        killed(partitions, threads, 1, stack);
    }

    @ParameterizedTest(name = "{0} partitions, {1} threads")
    @CsvSource({"1,1", "1,4", "3,1", "3,4", "8,1", "8,4"})
    @EnabledIfSystemProperty(named = "faults.form", matches = "full")
    void wholeMatrixOfKilledReplays(int partitions, int threads, Stack stack) throws Exception {
        killed(partitions, threads, 2, stack);
    }

    private void killed(int partitions, int threads, int kills, Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, state, partitions, threads, Map.of())) {
            MadeUpNews news = new MadeUpNews(5);
            List<RawArticle> articles =
                    Stream.generate(news::next).limit(ARTICLES).toList();
            Records expected = ITFaults.backtest(state, articles, cluster.topics);
            cluster.sendShuffled(articles, new Random(6));
            cluster.mark(Mark.END, articles.get(articles.size() - 1).getPublishedAt());
            String prefix = cluster.topics.prefix() + "killed.";
            long updates = expected.byTopicAndKey().entrySet().stream()
                    .filter(each -> each.getKey().startsWith(cluster.topics.storyUpdates() + " "))
                    .mapToLong(each -> each.getValue().size())
                    .sum();
            long before = 0;
            for (int kill = 1; kill <= kills; kill++) {
                Process run = slowly(cluster, prefix);
                try {
                    awaitMore(run, cluster, prefix, before);
                } finally {
                    run.destroyForcibly().waitFor();
                }
                before = updates(cluster, prefix);
                assertThat(before)
                        .as("updates given out at kill -9 number " + kill)
                        .isPositive()
                        .isLessThan(updates);
            }
            assertThat(replay(cluster, "--output-prefix", prefix)).isZero();
            assertThat(out.toString()).contains("going on with");
            Map<String, List<String>> wanted = events(cluster, expected);
            assertThat(events(cluster, cluster.read(prefix, count(wanted)))).isEqualTo(wanted);
            assertThat(replay(cluster, "--output-prefix", prefix, "--clean")).isZero();
        }
    }

    /** A replay in a process of its own that takes an article at a time, so that it can be killed in the middle. */
    private static Process slowly(Cluster cluster, String prefix) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.deltawire.local.Deltawire",
                "replay",
                "--output-prefix",
                prefix));
        cluster.settings
                .with(Map.of("max.poll.records", "1", "commit.interval.ms", "50"))
                .values()
                .forEach((name, value) -> {
                    command.add("-D");
                    command.add(name + "=" + value);
                });
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitMore(Process run, Cluster cluster, String prefix, long than) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !run.isAlive() || updates(cluster, prefix) > than);
        assertThat(run.isAlive()).as("it was through before it could be killed").isTrue();
    }

    /** Events of stories that are given out and committed. */
    private static long updates(Cluster cluster, String prefix) throws Exception {
        String topic = new Topics(prefix).storyUpdates();
        return names(cluster).contains(topic)
                ? ITFaults.keys(cluster.settings, topic).size()
                : 0;
    }

    @Test
    void aPartOfThePastEndsWhereItIsCut(Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, state, 2, 1, Map.of())) {
            List<RawArticle> articles = ContractInput.articles();
            Instant to = articles.get(9).getPublishedAt();
            cluster.sendShuffled(articles, new Random(2));
            cluster.mark(Mark.END, ContractInput.last());
            String prefix = cluster.topics.prefix() + "part.";
            Records expected = ContractInput.backtest(cluster.topics, 1, Optional.of(to.minusMillis(1)));
            assertThat(replay(cluster, "--output-prefix", prefix, "--to", to.toString()))
                    .isZero();
            assertSame(cluster, cluster.read(prefix, count(events(cluster, expected))), expected);
            assertThat(replay(cluster, "--output-prefix", prefix, "--clean")).isZero();
        }
    }

    @Test
    void whatNoReplayMadeIsLeftAlone(Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, state, 1, 1, Map.of())) {
            cluster.send(0, ContractInput.articles().get(0));
            cluster.mark(Mark.END, ContractInput.last());
            String prefix = cluster.topics.prefix();
            Set<String> before = names(cluster);
            assertThat(replay(cluster, "--output-prefix", prefix, "--clean")).isEqualTo(2);
            assertThat(command(
                            cluster,
                            "replay",
                            "--topic",
                            prefix + "articles.raw",
                            "-D",
                            "deltawire.prefix=other.",
                            "--output-prefix",
                            prefix,
                            "--clean"))
                    .isEqualTo(2);
            assertThat(replay(cluster, "--output-prefix", "nothing.", "--clean"))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("nothing is deleted");
            assertThat(replay(cluster, "--output-prefix", prefix + "x.", "--from", "2031-01-01"))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("nothing in the range");
            assertThat(names(cluster)).isEqualTo(before);
        }
    }

    /** Without {@code stories}, of which the broker may have cleared older pictures away by then. */
    private static Map<String, List<String>> events(Cluster cluster, Records records) {
        Map<String, List<String>> events = new TreeMap<>(records.byTopicAndKey());
        events.keySet().removeIf(key -> key.startsWith(cluster.topics.stories() + " "));
        return events;
    }

    private static void assertSame(Cluster cluster, Records records, Records expected) {
        assertThat(events(cluster, records)).isEqualTo(events(cluster, expected));
        assertThat(lastPictures(cluster, records)).isEqualTo(lastPictures(cluster, expected));
    }

    /** Of each story, which no broker clears away. */
    private static Map<String, String> lastPictures(Cluster cluster, Records records) {
        Map<String, String> pictures = new TreeMap<>();
        records.byTopicAndKey().forEach((key, values) -> {
            if (key.startsWith(cluster.topics.stories() + " ")) {
                pictures.put(key, values.get(values.size() - 1));
            }
        });
        return pictures;
    }

    private static int count(Map<String, List<String>> records) {
        return records.values().stream().mapToInt(List::size).sum();
    }

    /** Topics and groups. */
    private static Set<String> names(Cluster cluster) throws Exception {
        try (Admin admin = Admin.create(cluster.settings.forClients())) {
            Set<String> names = new TreeSet<>(admin.listTopics().names().get());
            admin.listGroups().all().get().forEach(group -> names.add("group " + group.groupId()));
            names.removeIf(name -> !name.contains(cluster.topics.prefix().replaceAll("\\.$", "")));
            return names;
        }
    }

    private int replay(Cluster cluster, String... words) {
        List<String> all = new ArrayList<>(List.of("replay"));
        all.addAll(List.of(words));
        return command(cluster, all.toArray(String[]::new));
    }

    private int command(Cluster cluster, String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(words));
        cluster.settings.values().forEach((name, value) -> {
            if (all.stream().noneMatch(word -> word.startsWith(name + "="))) {
                all.add("-D");
                all.add(name + "=" + value);
            }
        });
        CommandLine line = Deltawire.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(all.toArray(String[]::new));
    }
}
