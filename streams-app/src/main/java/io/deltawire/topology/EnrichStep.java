package io.deltawire.topology;

import io.deltawire.engine.Enriched;
import io.deltawire.engine.Enricher;
import io.deltawire.text.Article;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/** ENRICH: all that is read from one article by itself. No state. */
record EnrichStep(Enricher enricher, LineConfig config, LineMetrics metrics, DeskFirst processors)
        implements ProcessorSupplier<String, Heard, String, Told> {
    @Override
    public Processor<String, Heard, String, Told> get() {
        return new ContextualProcessor<>() {
            @Override
            public void process(Record<String, Heard> record) {
                context().forward(record.withValue(tell(record.value())));
            }
        };
    }

    private Told tell(Heard heard) {
        Article article = heard.article();
        if (article == null) {
            return new Told(heard, null, "");
        }
        try {
            Enriched enriched =
                    processors.enrich(() -> metrics.timed(LineMetrics.Stage.ENRICH, () -> enricher.enrich(article)));
            String desk = config.deskRule().desk(enriched.document().lang(), heard.section());
            metrics.article();
            enriched.claims().forEach(claim -> metrics.claim(claim.kind()));
            return new Told(heard, enriched, desk);
        } catch (RuntimeException failure) {
            throw RefusedArticleException.defect(Refusal.ENRICH_FAILED, failure);
        }
    }
}
