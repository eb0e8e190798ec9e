package io.deltawire.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.confluent.kafka.schemaregistry.client.security.basicauth.BasicAuthCredentialProvider;
import io.confluent.kafka.schemaregistry.client.security.bearerauth.BearerAuthCredentialProvider;
import io.confluent.kafka.schemaregistry.client.security.bearerauth.BearerAuthCredentialProviderFactory;
import io.confluent.kafka.schemaregistry.rules.RuleAction;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.junit.jupiter.api.Test;

/** That the classes are complete: what a service loader or a configuration names is there, and a record goes through. */
class ConfluentClientTest {
    /** Not Confluent's: the jar's own manifest, and the list of bearer-token providers (see RATIONALE.md). */
    private static final Set<String> OURS =
            Set.of("META-INF/MANIFEST.MF", "META-INF/services/" + BearerAuthCredentialProvider.class.getName());

    private static final String URL = "mock://registry-client";
    private static final Map<String, ?> SETTINGS = Map.of("schema.registry.url", URL);
    private static final Schema SCHEMA = SchemaBuilder.record("Greeting")
            .fields()
            .requiredString("text")
            .requiredLong("at")
            .endRecord();

    @Test
    void recordComesBackAsItWasWritten() {
        GenericRecord written = new GenericRecordBuilder(SCHEMA)
                .set("text", "Grüße")
                .set("at", 17L)
                .build();
        try (KafkaAvroSerializer serializer = new KafkaAvroSerializer();
                KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer()) {
            serializer.configure(SETTINGS, false);
            deserializer.configure(SETTINGS, false);
            byte[] bytes = serializer.serialize("greetings", written);
            GenericRecord read = (GenericRecord) deserializer.deserialize("greetings", bytes);
            assertThat(read.get("text")).hasToString("Grüße");
            assertThat(read.get("at")).isEqualTo(17L);
        }
    }

    @Test
    void bytesAreMagicZeroThenTheSchemaIdThenAvro() throws Exception {
        GenericRecord written =
                new GenericRecordBuilder(SCHEMA).set("text", "ab").set("at", 1L).build();
        try (KafkaAvroSerializer serializer = new KafkaAvroSerializer()) {
            serializer.configure(SETTINGS, false);
            ByteBuffer bytes = ByteBuffer.wrap(serializer.serialize("framing", written));
            int id = MockSchemaRegistry.getClientForScope("registry-client")
                    .getLatestSchemaMetadata("framing-value")
                    .getId();
            assertThat(bytes.get()).isZero();
            assertThat(bytes.getInt()).isEqualTo(id);
            byte[] rest = new byte[bytes.remaining()];
            bytes.get(rest);
            assertThat(rest).containsExactly(4, 'a', 'b', 2);
        }
    }

    @Test
    void servicesOfTheClientCanAllBeLoaded() {
        assertThat(names(BasicAuthCredentialProvider.class)).contains("UserInfoCredentialProvider");
        assertThat(names(BearerAuthCredentialProvider.class)).contains("StaticTokenCredentialProvider");
        assertThat(names(RuleAction.class)).isNotEmpty();
        assertThat(names(ConfigProvider.class)).contains("SchemaRegistryConfigProvider");
    }

    @Test
    void everyFileIsByteForByteTheOneInConfluentsJars() throws IOException {
        Path carried = Path.of("target/carrier/META-INF/bundled-dependencies");
        assumeTrue(Files.isDirectory(carried), "the build took the jars from Confluent's own repository");
        int compared = 0;
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(carried, "*.jar")) {
            for (Path jar : jars) {
                compared += assertSameAsIn(jar);
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    private static int assertSameAsIn(Path jar) throws IOException {
        int compared = 0;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory() && !OURS.contains(entry.getName())) {
                    Path file = Path.of("target/classes", entry.getName());
                    assertThat(file).hasBinaryContent(zip.getInputStream(entry).readAllBytes());
                    compared++;
                }
            }
        }
        return compared;
    }

    @Test
    void staticBearerTokenIsSentAlthoughOauthIsLeftOut() {
        BearerAuthCredentialProvider provider = BearerAuthCredentialProviderFactory.getBearerAuthCredentialProvider(
                "STATIC_TOKEN", Map.of("bearer.auth.token", "secret"));
        assertThat(provider.getBearerToken(null)).isEqualTo("secret");
    }

    private static <T> List<String> names(Class<T> service) {
        return ServiceLoader.load(service).stream()
                .map(provider -> provider.type().getSimpleName())
                .toList();
    }
}
