package io.deltawire.local;

import static org.awaitility.Awaitility.await;

import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** All that can be said of a line that does not go on; the first line is the short form, since summaries show no more. */
final class Standstill {
    private static final int TAIL = 25;
    private static final int FRAMES = 14;
    private static final int ANSWER_SECONDS = 10;

    private final Settings settings;
    private final FaultFleet fleet;
    private final Path home;
    private final List<Callable<String>> facts = new ArrayList<>();

    Standstill(Settings settings, FaultFleet fleet, Path home) {
        this.settings = settings;
        this.fleet = fleet;
        this.home = home;
    }

    void tell(Callable<String> fact) {
        facts.add(fact);
    }

    String describe(Duration stood, String after) {
        List<String> first = new ArrayList<>();
        List<String> more = new ArrayList<>();
        first.add("the line stands still for " + stood.toSeconds() + " s after " + after + ": " + fleet.describe());
        facts.forEach(fact -> first.add(answer(fact)));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.get("bootstrap.servers", "")))) {
            first.add(answer(() -> group(admin, more)));
            more.add(answer(() -> offsets(admin)));
            more.add(answer(() -> transactions(admin)));
        }
        more.add(answer(this::logs));
        more.add(answer(this::stacks));
        return String.join("; ", first) + "\n" + String.join("\n", more);
    }

    private static String answer(Callable<String> question) {
        try {
            return question.call();
        } catch (Exception e) {
            return "no answer: " + e;
        }
    }

    private String group(Admin admin, List<String> more) throws Exception {
        String name = settings.get("application.id", "");
        ConsumerGroupDescription group = admin.describeConsumerGroups(List.of(name))
                .describedGroups()
                .get(name)
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        group.members()
                .forEach(member -> more.add("member " + member.consumerId() + " "
                        + member.groupInstanceId().orElse("dynamic") + " has "
                        + member.assignment().topicPartitions()));
        return "group " + group.groupState() + " with " + group.members().size() + " members";
    }

    private String offsets(Admin admin) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> committed =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        committed.putAll(admin.listConsumerGroupOffsets(settings.get("application.id", ""))
                .partitionsToOffsetAndMetadata()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS));
        Map<TopicPartition, ListOffsetsResultInfo> readable = ends(admin, committed, IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, ListOffsetsResultInfo> written = ends(admin, committed, IsolationLevel.READ_UNCOMMITTED);
        List<String> lines = new ArrayList<>();
        committed.forEach((partition, at) -> lines.add(partition + ": committed " + at.offset() + ", readable to "
                + readable.get(partition).offset() + ", written to "
                + written.get(partition).offset()));
        return String.join("\n", lines);
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> ends(
            Admin admin, Map<TopicPartition, OffsetAndMetadata> of, IsolationLevel level) throws Exception {
        Map<TopicPartition, OffsetSpec> latest =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        of.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        return admin.listOffsets(latest, new ListOffsetsOptions(level)).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    private static String transactions(Admin admin) throws Exception {
        List<String> lines = new ArrayList<>();
        for (TransactionListing each : admin.listTransactions().all().get(ANSWER_SECONDS, TimeUnit.SECONDS)) {
            lines.add("transaction " + each.transactionalId() + " " + each.state());
        }
        return String.join("\n", lines);
    }

    private String logs() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(home, 2)) {
            for (Path log : files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList()) {
                List<String> lines = lines(log);
                text.append("end of ").append(log.getFileName()).append(":\n");
                lines.subList(Math.max(0, lines.size() - TAIL), lines.size())
                        .forEach(line -> text.append("  ").append(line).append('\n'));
            }
        }
        return text.toString();
    }

    /** Where the threads of Kafka Streams are, as each JVM says in its log when it is asked by SIGQUIT. */
    private String stacks() throws Exception {
        List<Path> logs = fleet.askForStacks();
        for (Path log : logs) {
            await().atMost(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .until(() -> lines(log).stream().anyMatch(line -> line.contains("JNI global refs")));
        }
        StringBuilder text = new StringBuilder();
        for (Path log : logs) {
            text.append("threads in ").append(log.getFileName()).append(":\n");
            List<String> lines = lines(log);
            int dump = lines.size() - 1;
            while (dump > 0 && !lines.get(dump).startsWith("Full thread dump")) {
                dump--;
            }
            int left = 0;
            for (String line : lines.subList(dump, lines.size())) {
                if (line.startsWith("\"")) {
                    boolean ours = line.contains("StreamThread")
                            || line.contains("StateUpdater")
                            || line.startsWith("\"main\"")
                            || line.startsWith("\"stop\"");
                    left = ours && !line.contains("producer-network") ? FRAMES : 0;
                }
                if (left-- > 0) {
                    text.append("  ").append(line).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static List<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
