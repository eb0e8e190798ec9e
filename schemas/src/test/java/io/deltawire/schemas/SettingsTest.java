package io.deltawire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @Test
    void laterPlacesWinOverEarlierOnes(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("a.properties"), "a=file\nb=file\ndeltawire.prefix=file.\n");
        Properties system = new Properties();
        system.setProperty("kafka.c", "system");
        system.setProperty("java.home", "/usr");
        Settings settings = Settings.of(Map.of("a", "default", "z", "default"))
                .withFile(file)
                .withEnvironment(
                        Map.of("KAFKA_B", "env", "KAFKA_C", "env", "DELTAWIRE_PREFIX", "env.", "HOME", "/root"))
                .withSystemProperties(system)
                .with(Map.of("d", "flag"));
        assertThat(settings.values())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "a",
                        "file",
                        "b",
                        "env",
                        "c",
                        "system",
                        "d",
                        "flag",
                        "z",
                        "default",
                        "deltawire.prefix",
                        "env."));
    }

    @Test
    void environmentNamesAreKafkasWithUnderscores() {
        Settings settings = Settings.of(Map.of())
                .withEnvironment(Map.of("KAFKA_BOOTSTRAP_SERVERS", "a:1", "KAFKA_SCHEMA_REGISTRY_URL", "http://r"));
        assertThat(settings.values()).containsOnlyKeys("bootstrap.servers", "schema.registry.url");
    }

    @Test
    void topicsHaveTheDefaultPrefixUnlessSet() {
        assertThat(Settings.of(Map.of()).topics().articlesRaw()).isEqualTo("deltawire.articles.raw");
        assertThat(Settings.of(Map.of(Settings.PREFIX, "desk2-")).topics().stories())
                .isEqualTo("desk2-stories");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sasl.jaas.config",
                "ssl.key.password",
                "ssl.keystore.key",
                "basic.auth.user.info",
                "bearer.auth.token",
                "sasl.oauthbearer.client.credentials.client.secret",
                "schema.registry.ssl.truststore.password"
            })
    void secretsAreNeverPrinted(String name) {
        assertThat(Settings.of(Map.of(name, "hunter2")).toString())
                .contains(name)
                .doesNotContain("hunter2");
    }

    @Test
    void ordinaryValuesArePrinted() {
        assertThat(Settings.of(Map.of("bootstrap.servers", "a:1")).toString()).contains("a:1");
    }
}
