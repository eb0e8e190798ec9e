package io.deltawire.topology;

import io.deltawire.avro.Digest;
import io.deltawire.avro.EnrichedArticle;
import io.deltawire.avro.Entity;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.RawArticle;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryActivity;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.engine.Emission;
import io.deltawire.engine.Enricher;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Topics;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The whole line, from {@code articles.raw} to the four topics that people subscribe to: READ and ENRICH by partition of
 * the articles, then ORDER, STORY and FACT by desk.
 *
 * @param applicationId Kafka Streams' application id, which begins the names of internal topics
 * @param catalog where entries of {@code entities.catalog} are to be seen
 * @param registry settings for the Avro serdes
 * @param metrics told of the work
 */
public record LineTopology(
        LineConfig config, String applicationId, LiveCatalog catalog, Map<String, ?> registry, LineMetrics metrics)
        implements Supplier<Topology> {
    private static final String DIGESTS = "digests";

    /** Name of the internal topic that carries digests to their desks. */
    public static String digestsTopic(String applicationId) {
        return applicationId + "-" + DIGESTS + "-repartition";
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();
        readCatalog(builder);
        DeskFirst processors = DeskFirst.onThisMachine();
        EarlyCommit commits = new EarlyCommit(config.earlyCommit(), System::nanoTime);
        KStream<String, Told> told = articles(builder)
                .process(new ReadStep(config, metrics, commits), Named.as("read"))
                .process(new EnrichStep(new Enricher(catalog), config, metrics, processors), Named.as("enrich"));
        publishEnriched(told);
        KStream<String, Emission> emissions = toDesks(told)
                .process(orderStep(processors, commits), Named.as("order"))
                .process(StoryProcessor.supplier(config, metrics), Named.as("story"))
                .process(FactProcessor.supplier(config, metrics), Named.as("fact"));
        publish(emissions);
        return builder.build();
    }

    /** Names of the topics that Kafka Streams makes for this line: changelogs of its stores, and the digests. */
    public SortedSet<String> internalTopics() {
        SortedSet<String> topics = new TreeSet<>();
        topics.add(digestsTopic(applicationId));
        for (TopologyDescription.Subtopology part : get().describe().subtopologies()) {
            for (TopologyDescription.Node node : part.nodes()) {
                if (node instanceof TopologyDescription.Processor processor) {
                    processor.stores().forEach(store -> topics.add(applicationId + "-" + store + "-changelog"));
                }
            }
        }
        return topics;
    }

    private KStream<String, RawArticle> articles(StreamsBuilder builder) {
        return builder.stream(
                config.topics().articlesRaw(),
                Consumed.with(Serdes.String(), serde(RawArticle.class))
                        .withTimestampExtractor(new EventTime())
                        .withName("articles-raw"));
    }

    private void readCatalog(StreamsBuilder builder) {
        Serde<Entity> serde = serde(Entity.class);
        builder.addGlobalStore(
                CatalogStep.store(serde),
                config.topics().entitiesCatalog(),
                Consumed.with(Serdes.String(), serde).withName("entities-catalog"),
                new CatalogStep(catalog));
    }

    private KStream<String, byte[]> toDesks(KStream<String, Told> told) {
        return told.process(
                        new DigestStep(serde(Digest.class).serializer(), digestsTopic(applicationId)),
                        Named.as("digest"))
                .repartition(Repartitioned.<String, byte[]>as(DIGESTS)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Serdes.ByteArray())
                        .withNumberOfPartitions(config.deskPartitions())
                        .withStreamPartitioner(new DigestStep.ToDesks()));
    }

    private OrderStep orderStep(DeskFirst processors, EarlyCommit commits) {
        return new OrderStep(
                config, serde(Digest.class).deserializer(), digestsTopic(applicationId), metrics, processors, commits);
    }

    private void publishEnriched(KStream<String, Told> told) {
        told.process(() -> new EnrichedOut(config), Named.as("enriched"))
                .to(
                        config.topics().articlesEnriched(),
                        Produced.with(Serdes.String(), serde(EnrichedArticle.class))
                                .withName("articles-enriched"));
    }

    private void publish(KStream<String, Emission> emissions) {
        Topics topics = config.topics();
        sink(
                emissions,
                "update",
                Emission.Update.class,
                OutputRecords::update,
                topics.storyUpdates(),
                StoryUpdate.class);
        sink(emissions, "change", Emission.Shift.class, OutputRecords::change, topics.factChanges(), FactChange.class);
        sink(emissions, "picture", Emission.Picture.class, OutputRecords::story, topics.stories(), Story.class);
        sink(
                emissions,
                "activity",
                Emission.Active.class,
                OutputRecords::activity,
                topics.storyActivity(),
                StoryActivity.class);
        emissions
                .process(RefusedOut::new, Named.as("refused"))
                .to(
                        topics.articlesDlq(),
                        Produced.with(Serdes.String(), Serdes.ByteArray()).withName("articles-dlq"));
    }

    private <E extends Emission, A extends SpecificRecord> void sink(
            KStream<String, Emission> emissions,
            String name,
            Class<E> kind,
            Function<E, A> record,
            String topic,
            Class<A> type) {
        emissions
                .filter((story, emission) -> kind.isInstance(emission), Named.as("is-" + name))
                .mapValues(emission -> record.apply(kind.cast(emission)), Named.as(name))
                .to(topic, Produced.with(Serdes.String(), serde(type)).withName(name + "-out"));
    }

    private <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
        return AvroSerde.of(type, registry);
    }
}
