package io.deltawire.local;

/** A broker and a schema registry that somebody runs for us. */
public interface Stack extends AutoCloseable {
    /** For {@code bootstrap.servers}. */
    String bootstrapServers();

    /** Address of Confluent's registry API, for {@code schema.registry.url}. */
    String registryUrl();

    /** Stops both. */
    @Override
    void close();
}
