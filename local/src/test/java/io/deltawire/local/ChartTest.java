package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import io.deltawire.ops.StreamsSettings;
import io.deltawire.ops.TopicPlan;
import io.deltawire.schemas.Settings;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The chart in deploy/helm, linted and rendered by Helm itself. No cluster has run it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ChartTest {
    private static final Path CHART =
            Path.of("../deploy/helm/deltawire").toAbsolutePath().normalize();
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void helmFindsNothingToComplainOf() {
        LintResult lint = new Helm(CHART).lint().strict().call();
        assertThat(lint.getMessages())
                .noneMatch(message -> message.startsWith("[WARNING]") || message.startsWith("[ERROR]"));
        assertThat(lint.isFailed()).isFalse();
    }

    @Test
    void podsKeepTheirStateAndMayDoNothingButRun() throws Exception {
        Map<String, JsonNode> objects = render(Map.of("secrets.environment[0]", "login", "secrets.files[0]", "tls"));
        JsonNode set = objects.get("StatefulSet");
        assertThat(set.at("/spec/volumeClaimTemplates/0/metadata/name").asText())
                .isEqualTo("state");
        JsonNode pod = set.at("/spec/template/spec");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
        assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.at("/enableServiceLinks").asBoolean(true)).isFalse();
        JsonNode container = pod.at("/containers/0");
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                .isEqualTo("ALL");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/readyz");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/livez");
        assertThat(container.at("/envFrom/0/secretRef/name").asText()).isEqualTo("login");
        assertThat(container.at("/env").toString())
                .contains("KAFKA_GROUP_INSTANCE_ID", "metadata.name", "/var/lib/deltawire/state");
        TreeSet<String> mounts = new TreeSet<>();
        container
                .at("/volumeMounts")
                .forEach(mount -> mounts.add(mount.get("mountPath").asText()));
        assertThat(mounts)
                .containsExactly("/etc/deltawire/settings", "/etc/deltawire/tls", "/tmp", "/var/lib/deltawire");
        assertThat(objects).containsKeys("Service", "ConfigMap", "PodDisruptionBudget", "Job");
        // The app closes within 25 s.
        assertThat(pod.at("/terminationGracePeriodSeconds").asInt()).isGreaterThan(30);
    }

    @Test
    void theSettingsOfTheChartAreTakenByTheApp() throws Exception {
        String file = render(Map.of())
                .get("ConfigMap")
                .at("/data/deltawire.properties")
                .asText();
        Path properties = Files.createTempFile("chart", ".properties");
        Files.writeString(properties, file);
        Settings settings = StreamsSettings.defaults().withFile(properties);
        Files.delete(properties);
        assertThat(settings.get("num.standby.replicas", "")).isEqualTo("1");
        assertThat(settings.get("deltawire.http.port", "")).isEqualTo("8080");
        new org.apache.kafka.streams.StreamsConfig(StreamsSettings.forStreams(settings));
    }

    @Test
    void strimziTopicsAreThoseOfTheTopicPlan() throws Exception {
        Map<String, Map<String, String>> chart = new TreeMap<>();
        for (JsonNode object : objects(Map.of("strimzi.topics", "true"))) {
            if (object.get("kind").asText().equals("KafkaTopic")) {
                Map<String, String> config = new TreeMap<>();
                object.at("/spec/config")
                        .properties()
                        .forEach(each ->
                                config.put(each.getKey(), each.getValue().asText()));
                config.put("partitions", object.at("/spec/partitions").asText());
                chart.put(object.at("/metadata/name").asText(), config);
            }
        }
        Map<String, Map<String, String>> plan = new TreeMap<>();
        TopicPlan.of(StreamsSettings.defaults()).forEach(spec -> {
            Map<String, String> config = new TreeMap<>(spec.config());
            config.put("partitions", Integer.toString(spec.partitions()));
            plan.put(spec.name(), config);
        });
        assertThat(chart).isEqualTo(plan);
    }

    @Test
    void theStrimziUserHasThePermissionsThatAreDocumented() throws Exception {
        TreeSet<String> chart = new TreeSet<>();
        for (JsonNode object : objects(Map.of("strimzi.user", "true"))) {
            if (object.get("kind").asText().equals("KafkaUser")) {
                object.at("/spec/authorization/acls").forEach(acl -> {
                    List<String> operations = new ArrayList<>();
                    acl.get("operations").forEach(operation -> operations.add(operation.asText()));
                    chart.add(acl.at("/resource/type").asText() + " "
                            + acl.at("/resource/name").asText() + " "
                            + acl.at("/resource/patternType").asText() + " " + operations);
                });
            }
        }
        TreeSet<String> page = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("../SECURITY.md"))) {
            if (line.startsWith("| app |")) {
                String[] cells = line.split("\\|");
                String[] resource = cells[2].strip().split(", ");
                String name = cells[3].strip()
                        .replace("`", "")
                        .replace("PREFIX", "deltawire.")
                        .replace("APP", "deltawire");
                page.add(resource[0].replace("transactional id", "transactionalId") + " " + name + " "
                        + (resource.length > 1 ? "prefix" : "literal") + " "
                        + List.of(cells[4].strip().split(", ")));
            }
        }
        assertThat(chart).isNotEmpty().isEqualTo(page);
    }

    @Test
    void monitoringAndScalingAreThereWhenAskedFor() throws Exception {
        assertThat(render(Map.of())).doesNotContainKeys("ServiceMonitor", "ScaledObject", "KafkaTopic", "KafkaUser");
        Map<String, JsonNode> objects = render(Map.of("serviceMonitor.enabled", "true", "keda.enabled", "true"));
        assertThat(objects.get("ServiceMonitor").at("/spec/endpoints/0/path").asText())
                .isEqualTo("/metrics");
        assertThat(objects.get("ScaledObject")
                        .at("/spec/triggers/0/metadata/topic")
                        .asText())
                .isEqualTo("deltawire.articles.raw");
        assertThat(objects.get("StatefulSet").at("/spec/replicas").isMissingNode())
                .isTrue();
    }

    private static Map<String, JsonNode> render(Map<String, String> values) throws Exception {
        Map<String, JsonNode> byKind = new HashMap<>();
        objects(values).forEach(object -> byKind.put(object.get("kind").asText(), object));
        return byKind;
    }

    private static List<JsonNode> objects(Map<String, String> values) throws Exception {
        TemplateCommand template = new Helm(CHART).template().withName("dw");
        values.forEach(template::set);
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(new StringReader(template.call()))) {
            return StreamSupport.stream(((Iterable<JsonNode>) () -> documents).spliterator(), false)
                    .filter(JsonNode::isObject)
                    .toList();
        }
    }
}
