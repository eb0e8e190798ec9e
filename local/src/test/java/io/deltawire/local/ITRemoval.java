package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.ops.StreamsApp;
import io.deltawire.schemas.Mark;
import io.deltawire.topology.ContractInput;
import io.deltawire.topology.Records;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What reset and clean say, ask and leave. */
@ExtendWith(StackExtension.class)
@Timeout(240)
class ITRemoval {
    @TempDir
    private Path state;

    @Test
    void cleanGivesTheSameRecordsAgainAndResetGivesThemTwice(Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, state, 1, 1, Map.of())) {
            Records expected = ContractInput.backtest(cluster.topics, 1);
            ContractInput.articles().forEach(article -> cluster.send(0, article));
            cluster.mark(Mark.END, ContractInput.last());
            String application = cluster.settings.get("application.id", "");
            try (StreamsApp app = StreamsApp.start(cluster.settings)) {
                assertThat(cluster.read(expected.size()).size()).isEqualTo(expected.size());
                assertThat(run(cluster, 1, "y\n", "clean")).contains("still run");
            }
            assertThat(run(cluster, 1, "", "clean"))
                    .contains("This will be deleted", "offsets of group " + application)
                    .contains("internal topic " + application + "-stories-state-changelog")
                    .contains("records of " + cluster.topics.stories())
                    .contains("nothing was deleted")
                    .doesNotContain(cluster.topics.articlesRaw(), cluster.topics.entitiesCatalog());
            assertThat(topics(stack)).anyMatch(topic -> topic.startsWith(application + "-"));

            assertThat(run(cluster, 0, "y\n", "clean")).contains("emptied " + cluster.topics.stories());
            assertThat(topics(stack)).noneMatch(topic -> topic.startsWith(application + "-"));
            assertThat(cluster.read(0).size()).isZero();
            assertThat(run(cluster, 0, "", "topics", "check")).contains("as they should be");
            try (StreamsApp app = StreamsApp.start(cluster.settings)) {
                assertThat(cluster.read(expected.size()).byTopicAndKey()).isEqualTo(expected.byTopicAndKey());
            }

            assertThat(run(cluster, 0, "", "reset", "--yes")).doesNotContain("emptied", "Delete all of it?");
            assertThat(run(cluster, 0, "", "reset", "--yes")).contains("nothing to delete");
            try (StreamsApp app = StreamsApp.start(cluster.settings)) {
                assertThat(cluster.read(2 * expected.size()).size()).isEqualTo(2 * expected.size());
            }
        }
    }

    private static List<String> topics(Stack stack) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()))) {
            return List.copyOf(admin.listTopics().names().get());
        }
    }

    private static String run(Cluster cluster, int expected, String input, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        cluster.settings.values().forEach((name, value) -> arguments.addAll(List.of("-D", name + "=" + value)));
        StringWriter out = new StringWriter();
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            int exit = Deltawire.commandLine()
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(out))
                    .execute(arguments.toArray(String[]::new));
            assertThat(exit).as(out.toString()).isEqualTo(expected);
        } finally {
            System.setIn(before);
        }
        return out.toString();
    }
}
