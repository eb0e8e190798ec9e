package io.deltawire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("KEY", "sixteen characters", "SHORT", "short");

    @TempDir
    private Path folder;

    @Test
    void fileSaysWhoIsToldWhat() throws IOException {
        List<Webhook> hooks = read("""
                [{"name": "a", "url": "https://example.org/x", "secret_env": "KEY", "type": "DISPUTED, MERGED", "min_sources": 2,
                  "min_confidence": 0.8}]
                """);
        assertThat(hooks).singleElement().satisfies(hook -> {
            assertThat(hook.filter().types()).containsExactlyInAnyOrder("DISPUTED", "MERGED");
            assertThat(hook.filter().minSources()).isEqualTo(2);
            assertThat(hook.filter().minConfidence()).isEqualTo(0.8);
            assertThat(hook.fromBeginning()).isFalse();
            assertThat(hook.tries()).isEqualTo(12);
            assertThat(hook.toString()).doesNotContain("sixteen");
        });
    }

    @Test
    void mistakesAreNamed() {
        String right = "\"name\": \"a\", \"url\": \"https://example.org\", \"secret_env\": \"KEY\"";
        Map.of(
                        "{}",
                        "must be a JSON array",
                        "[{\"url\": \"https://example.org\"}]",
                        "name must be",
                        "[{\"name\": \"a\", \"url\": \"file:///etc/passwd\", \"secret_env\": \"KEY\"}]",
                        "url must begin",
                        "[{\"name\": \"a\", \"url\": \"https://example.org\"}]",
                        "one of secret_env and secret_file",
                        "[{\"name\": \"a\", \"url\": \"https://example.org\", \"secret_env\": \"SHORT\"}]",
                        "16 characters",
                        "[{" + right + ", \"tipe\": \"REVISED\"}]",
                        "there is no 'tipe'",
                        "[{" + right + ", \"type\": \"CHANGED\"}]",
                        "there is no type 'CHANGED'",
                        "[{" + right + ", \"min_confidence\": \"high\"}]",
                        "min_confidence may be 0 to 1",
                        "[{" + right + ", \"from\": \"now\"}]",
                        "from may be",
                        "[{" + right + "}, {" + right + "}]",
                        "two are named 'a'")
                .forEach((text, problem) -> assertThatThrownBy(() -> read(text))
                        .as(text)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(problem));
    }

    @Test
    void sourcesAreCountedInWholeNumbers() {
        for (String sources : List.of("\"two\"", "2.5", "-1", "null")) {
            assertThatThrownBy(
                            () -> read("[{\"name\": \"a\", \"url\": \"https://example.org\", \"secret_env\": \"KEY\", "
                                    + "\"min_sources\": " + sources + "}]"))
                    .as(sources)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("min_sources may be a whole number");
        }
    }

    @Test
    void whoWritesTheTopicNamesOnlyVariablesForWebhooks() {
        String begin = "{\"name\": \"a\", \"url\": \"https://example.org\", ";
        assertThat(WebhookTopic.parse(begin + "\"secret_env\": \"WEBHOOK_A\"}")).containsOnlyKeys("a");
        for (String secret : List.of(
                "\"secret_env\": \"KEY\"}",
                "\"secret_file\": \"/etc/passwd\"}",
                "\"secret_env\": \"WEBHOOK_A\", \"secret_file\": \"/etc/passwd\"}")) {
            assertThatThrownBy(() -> WebhookTopic.parse(begin + secret))
                    .as(secret)
                    .hasMessageContaining("begins with WEBHOOK_");
            assertThatThrownBy(() -> WebhookTopic.webhook("a", begin + secret, ENVIRONMENT))
                    .as(secret)
                    .hasMessageContaining("begins with WEBHOOK_");
        }
    }

    @Test
    void entryOfTheTopicWhoseSecretIsNotHereOrWhoseKeyIsAnotherNameIsRefused() {
        String entry = "{\"name\": \"a\", \"url\": \"https://example.org\", \"secret_env\": \"WEBHOOK_A\"}";
        assertThatThrownBy(() -> WebhookTopic.webhook("a", entry, Map.of()))
                .hasMessageContaining("WEBHOOK_A is not set");
        Map<String, String> environment = Map.of("WEBHOOK_A", "sixteen characters");
        assertThatThrownBy(() -> WebhookTopic.webhook("b", entry, environment)).hasMessageContaining("not its key");
        assertThatThrownBy(() -> WebhookTopic.webhook("a", "{", environment))
                .hasMessageContaining("webhooks topic, 'a'");
        assertThat(WebhookTopic.webhook("a", entry, environment).secret()).isEqualTo("sixteen characters");
    }

    /** Computed by: printf '1700000000.{}' | openssl dgst -sha256 -hmac 'sixteen characters'. */
    @Test
    void signatureIsHmacOfTimeAndBody() {
        assertThat(Signature.of("sixteen characters", 1_700_000_000L, "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("t=1700000000,v1=cfc0500f469d0d94877ae5642a1f4b65863cc1f023fc324aa800ecf3137688ad");
    }

    private List<Webhook> read(String text) throws IOException {
        return Webhook.read(Files.writeString(folder.resolve("webhooks.json"), text), ENVIRONMENT);
    }
}
