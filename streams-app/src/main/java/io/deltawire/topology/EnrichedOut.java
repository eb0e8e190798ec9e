package io.deltawire.topology;

import io.deltawire.avro.EnrichedArticle;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** What ENRICH read of an article, for {@code articles.enriched}: stamped with the article's own time. Marks end here. */
final class EnrichedOut extends ContextualProcessor<String, Told, String, EnrichedArticle> {
    private final LineConfig config;

    EnrichedOut(LineConfig config) {
        this.config = config;
    }

    @Override
    public void process(Record<String, Told> record) {
        Told told = record.value();
        if (told.isArticle()) {
            EnrichedArticle article = OutputRecords.enriched(told);
            long time = Objects.requireNonNull(article.getPublishedAt()).toEpochMilli();
            context()
                    .forward(new Record<>(
                            article.getId(),
                            article,
                            time,
                            Origin.provenance(told.heard().origin(), config)));
        }
    }
}
