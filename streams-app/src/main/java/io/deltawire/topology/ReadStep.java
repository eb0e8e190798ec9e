package io.deltawire.topology;

import io.deltawire.article.ArticleLimits;
import io.deltawire.avro.RawArticle;
import io.deltawire.engine.SourceClock;
import io.deltawire.schemas.Mark;
import io.deltawire.text.Article;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * READ: checks what came on one partition of {@code articles.raw} and keeps that partition's event clock. This is the last
 * place where the order of the partition is known, so effective time is decided here.
 */
record ReadStep(LineConfig config) implements ProcessorSupplier<String, RawArticle, String, Heard> {
    static final String STORE = "source-clock";

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(StorePieces.builder(STORE));
    }

    @Override
    public Processor<String, RawArticle, String, Heard> get() {
        return new Reading(config);
    }

    private static final class Reading implements Processor<String, RawArticle, String, Heard> {
        private final LineConfig config;

        @SuppressWarnings("NullAway.Init")
        private ProcessorContext<String, Heard> context;

        @SuppressWarnings("NullAway.Init")
        private SourceClock clock;

        Reading(LineConfig config) {
            this.config = config;
        }

        @Override
        public void init(ProcessorContext<String, Heard> context) {
            this.context = context;
            KeyValueStore<String, byte[]> store = context.getStateStore(STORE);
            clock = new SourceClock(new StorePieces(store), config.reorderBound());
        }

        @Override
        public void process(Record<String, RawArticle> record) {
            RawArticle raw = record.value();
            Heard heard = raw == null ? mark(record) : article(record, raw);
            context.forward(record.withValue(heard));
        }

        private Heard mark(Record<String, RawArticle> record) {
            Mark mark = Mark.of(record.headers());
            if (mark == null) {
                throw new RefusedArticleException(
                        "neither an article nor a mark: no value, no header " + Mark.HEADER, null);
            }
            Instant time = notTooEarly(Instant.ofEpochMilli(record.timestamp()));
            if (mark == Mark.END) {
                clock.end(time);
            } else {
                clock.mark(time);
            }
            return new Heard(null, true, "", clock.watermark(), origin());
        }

        private Heard article(Record<String, RawArticle> record, RawArticle raw) {
            Instant written = Instant.ofEpochMilli(record.timestamp());
            boolean dated = raw.getPublishedAt() != null;
            Instant published = notTooEarly(dated ? raw.getPublishedAt() : written);
            Instant takenIn = raw.getIngestedAt() == null ? written : raw.getIngestedAt();
            if (published.isAfter(takenIn.plus(config.futureTolerance()))) {
                throw new RefusedArticleException(
                        "published_at " + published + " is in the future of " + takenIn + ", when it was taken in",
                        null);
            }
            String id = raw.getId().isBlank() && record.key() != null ? record.key() : raw.getId();
            if (id.isBlank() || (raw.getTitle().isBlank() && raw.getText().isBlank())) {
                throw new RefusedArticleException("an article without id, or with neither title nor text", null);
            }
            Article article = new Article(
                    id, raw.getUrl(), raw.getTitle(), raw.getText(), published, raw.getSource(), raw.getLang());
            Instant effective = clock.article(published);
            return new Heard(article, dated, raw.getSection(), effective, origin());
        }

        private static Instant notTooEarly(Instant time) {
            if (time.isBefore(ArticleLimits.EARLIEST)) {
                throw new RefusedArticleException("time " + time + " is before " + ArticleLimits.EARLIEST, null);
            }
            return time;
        }

        private Origin origin() {
            RecordMetadata metadata = context.recordMetadata()
                    .orElseThrow(() -> new IllegalStateException("READ runs on records of a topic only"));
            return new Origin(metadata.partition(), config.sourcePartitions(), metadata.offset(), clock.watermark());
        }
    }
}
