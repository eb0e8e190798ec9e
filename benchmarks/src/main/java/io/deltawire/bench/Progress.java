package io.deltawire.bench;

import io.deltawire.schemas.Settings;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** How many records of {@code articles.raw} a line has worked off and committed. */
final class Progress implements AutoCloseable {
    private final Admin admin;
    private final String application;
    private final String topic;

    Progress(Settings line) {
        application = line.get("application.id", "");
        topic = line.topics().articlesRaw();
        admin = Admin.create(Map.of("bootstrap.servers", line.get("bootstrap.servers", "")));
    }

    long articles() throws InterruptedException, ExecutionException {
        return admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(each -> each.getKey().topic().equals(topic))
                .mapToLong(each -> each.getValue().offset())
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}
