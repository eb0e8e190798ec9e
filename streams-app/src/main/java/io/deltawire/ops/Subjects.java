package io.deltawire.ops;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.deltawire.avro.Digest;
import io.deltawire.avro.EnrichedArticle;
import io.deltawire.avro.Entity;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.RawArticle;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryActivity;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.schemas.RegistryFailure;
import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import io.deltawire.topology.LineTopology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** The registry's side of the topics: each value subject has our schema, and FULL_TRANSITIVE compatibility. */
public final class Subjects implements AutoCloseable {
    static final String COMPATIBILITY = "FULL_TRANSITIVE";
    private static final int NOT_FOUND = 404;
    private static final int CACHE = 100;

    private final SchemaRegistryClient client;
    private final Map<String, Schema> schemas;

    public Subjects(Settings settings) {
        String url = settings.get("schema.registry.url", "");
        client = new CachedSchemaRegistryClient(List.of(url.split(",")), CACHE, settings.forClients());
        schemas = schemas(settings);
    }

    /** Schema of every subject, in the order of the flow. */
    static Map<String, Schema> schemas(Settings settings) {
        Topics topics = settings.topics();
        String applicationId = settings.get("application.id", "deltawire");
        Map<String, Schema> schemas = new LinkedHashMap<>();
        schemas.put(topics.articlesRaw(), RawArticle.getClassSchema());
        schemas.put(LineTopology.digestsTopic(applicationId), Digest.getClassSchema());
        schemas.put(topics.articlesEnriched(), EnrichedArticle.getClassSchema());
        schemas.put(topics.stories(), Story.getClassSchema());
        schemas.put(topics.storyUpdates(), StoryUpdate.getClassSchema());
        schemas.put(topics.factChanges(), FactChange.getClassSchema());
        schemas.put(topics.storyActivity(), StoryActivity.getClassSchema());
        schemas.put(topics.entitiesCatalog(), Entity.getClassSchema());
        Map<String, Schema> bySubject = new LinkedHashMap<>();
        schemas.forEach((topic, schema) -> bySubject.put(topic + "-value", SchemaText.plain(schema)));
        return bySubject;
    }

    /**
     * Registers all schemas and sets their compatibility.
     *
     * @throws IOException if the registry can't be reached, or refuses a schema as incompatible with an earlier one; the message
     *     names the subject
     */
    public List<String> register() throws IOException {
        List<String> done = new ArrayList<>();
        for (Map.Entry<String, Schema> each : schemas.entrySet()) {
            String subject = each.getKey();
            try {
                // Before registering where the subject is there already, so that the registry refuses what does not
                // fit.
                boolean known = versions(subject) > 0;
                if (known) {
                    client.updateCompatibility(subject, COMPATIBILITY);
                }
                int id = client.register(subject, new AvroSchema(each.getValue()));
                if (!known) {
                    client.updateCompatibility(subject, COMPATIBILITY);
                }
                done.add(subject + " id " + id + ", " + COMPATIBILITY);
            } catch (RestClientException e) {
                throw new IOException("registry refuses " + subject + ": " + e.getMessage(), e);
            }
        }
        return done;
    }

    /**
     * Deletes all subjects; those that are not there are passed over.
     *
     * @return those that were
     */
    public List<String> delete() throws IOException {
        List<String> deleted = new ArrayList<>();
        for (String subject : schemas.keySet()) {
            try {
                client.deleteSubject(subject);
                deleted.add(subject);
            } catch (RestClientException e) {
                if (e.getStatus() != NOT_FOUND) {
                    throw new IOException(subject + ": " + e.getMessage(), e);
                }
            }
        }
        return deleted;
    }

    /**
     * Returns when the registry answers, whatever it says.
     *
     * @throws IOException if it can't be reached
     */
    void answer() throws IOException {
        try {
            client.getCompatibility(schemas.keySet().iterator().next());
        } catch (RestClientException answer) {
            if (RegistryFailure.unreachable(answer).isPresent()) {
                throw new IOException(answer);
            }
        }
    }

    /** What differs from how it should be; empty when all is well. */
    public List<String> differences() throws IOException {
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, Schema> each : schemas.entrySet()) {
            String subject = each.getKey();
            try {
                if (versions(subject) == 0) {
                    differences.add(subject + ": not registered");
                    continue;
                }
                if (!isRegistered(subject, each.getValue())) {
                    differences.add(
                            subject + ": has " + versions(subject) + " versions, but not the schema of this build");
                }
                String compatibility = compatibility(subject);
                if (!compatibility.equals(COMPATIBILITY)) {
                    differences.add(subject + ": compatibility is " + compatibility + ", should be " + COMPATIBILITY);
                }
            } catch (RestClientException e) {
                differences.add(subject + ": " + e.getMessage());
            }
        }
        return differences;
    }

    /** Subjects with the number of their versions. */
    public List<String> list() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String subject : schemas.keySet()) {
            try {
                lines.add(subject + " versions=" + versions(subject) + " compatibility=" + compatibility(subject));
            } catch (RestClientException e) {
                throw new IOException(subject + ": " + e.getMessage(), e);
            }
        }
        return lines;
    }

    private boolean isRegistered(String subject, Schema schema) throws IOException, RestClientException {
        try {
            return client.getVersion(subject, new AvroSchema(schema)) > 0;
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private String compatibility(String subject) throws IOException, RestClientException {
        try {
            return client.getCompatibility(subject);
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return "the registry's default";
            }
            throw e;
        }
    }

    private int versions(String subject) throws IOException, RestClientException {
        try {
            return client.getAllVersions(subject).size();
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return 0;
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
