package io.deltawire.topology;

import io.deltawire.avro.EnrichedArticle;
import io.deltawire.engine.Emission;
import io.deltawire.engine.Enriched;
import io.deltawire.schemas.Topics;
import io.deltawire.text.Article;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The records that the line writes, for those who write them without it.
 *
 * @param topics where they go
 * @param source topic that the articles come from
 */
public record LineRecords(Topics topics, String source, String runId) {
    /** Where an article stands on the source topic. */
    public record From(int partition, long offset) {}

    /** What ENRICH read of an article. */
    public ProducerRecord<String, SpecificRecord> enriched(
            Article article, boolean dated, String desk, Enriched enriched, Optional<From> from) {
        EnrichedArticle record = OutputRecords.enriched(enriched, article.url(), dated, desk);
        long time = article.publishedAt().toEpochMilli();
        return record(topics.articlesEnriched(), record.getId(), time, record, from);
    }

    /** The record of an emission; none for an article that was refused. */
    public Optional<ProducerRecord<String, SpecificRecord>> record(Emission emission, Optional<From> from) {
        long at = Math.max(0, emission.at().toEpochMilli());
        if (emission instanceof Emission.Update update) {
            return Optional.of(
                    record(topics.storyUpdates(), emission.storyId(), at, OutputRecords.update(update), from));
        }
        if (emission instanceof Emission.Shift shift) {
            return Optional.of(record(topics.factChanges(), emission.storyId(), at, OutputRecords.change(shift), from));
        }
        if (emission instanceof Emission.Picture picture) {
            return Optional.of(record(topics.stories(), emission.storyId(), at, OutputRecords.story(picture), from));
        }
        if (emission instanceof Emission.Active active) {
            return Optional.of(
                    record(topics.storyActivity(), emission.storyId(), at, OutputRecords.activity(active), from));
        }
        return Optional.empty();
    }

    private ProducerRecord<String, SpecificRecord> record(
            String topic, String key, long timestamp, SpecificRecord value, Optional<From> from) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(Origin.RUN, bytes(runId));
        from.ifPresent(place -> headers.add(Origin.TOPIC, bytes(source))
                .add(Origin.PARTITION, bytes(Integer.toString(place.partition())))
                .add(Origin.OFFSET, bytes(Long.toString(place.offset()))));
        return new ProducerRecord<>(topic, null, timestamp, key, value, headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
