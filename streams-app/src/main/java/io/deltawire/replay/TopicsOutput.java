package io.deltawire.replay;

import io.deltawire.backtest.Output;
import io.deltawire.backtest.Turn;
import io.deltawire.engine.DeskRule;
import io.deltawire.engine.Emission;
import io.deltawire.engine.Enriched;
import io.deltawire.ops.TopicSetup;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import io.deltawire.topology.LineRecords;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes what comes out to topics under a prefix of their own, record by record as the line would, in transactions: what a run
 * that fails has not committed is never seen. Not thread-safe.
 */
public final class TopicsOutput implements Output, AutoCloseable {
    private static final int RECORDS_A_TRANSACTION = 5_000;

    private final Topics topics;
    private final DeskRule deskRule;
    private final LineRecords records;
    private final KafkaProducer<String, SpecificRecord> producer;
    private int open;
    private long written;

    private TopicsOutput(Settings settings, DeskRule deskRule, LineRecords records) {
        this.topics = settings.topics();
        this.deskRule = deskRule;
        this.records = records;
        Map<String, Object> config = new HashMap<>(settings.forClients());
        config.put("transactional.id", "deltawire-backtest-" + topics.prefix());
        config.put("enable.idempotence", true);
        config.put("acks", "all");
        config.put("max.request.size", 33_554_432);
        config.putIfAbsent("compression.type", "lz4");
        config.putIfAbsent("linger.ms", 20);
        @SuppressWarnings("unchecked")
        Serializer<SpecificRecord> serializer = (Serializer<SpecificRecord>) (Serializer<?>)
                AvroSerde.of(SpecificRecord.class, settings.forClients()).serializer();
        producer = new KafkaProducer<>(config, new StringSerializer(), serializer);
        producer.initTransactions();
        producer.beginTransaction();
    }

    /**
     * Makes the topics and registers their schemas.
     *
     * @param settings with the prefix to write under
     * @param source topic that the articles come from, for the headers of what they bring about
     * @throws IOException if there are topics of that prefix already
     */
    public static TopicsOutput open(Settings settings, DeskRule deskRule, String source, String runId)
            throws IOException, InterruptedException {
        try (TopicSetup setup = new TopicSetup(settings)) {
            List<String> there = setup.existing();
            if (!there.isEmpty()) {
                throw new IOException("there is a topic " + there.get(0)
                        + " already; nothing is written over: use another" + " prefix, or delete the topics");
            }
            setup.create(line -> {});
        }
        return new TopicsOutput(settings, deskRule, new LineRecords(settings.topics(), source, runId));
    }

    @Override
    public void write(Turn turn, Enriched enriched) {
        String desk = deskRule.desk(enriched.document().lang(), turn.section());
        send(records.enriched(turn.article(), turn.dated(), desk, enriched, from(turn)));
    }

    @Override
    public void write(Optional<Turn> turn, List<Emission> emissions) {
        for (Emission emission : emissions) {
            records.record(emission, turn.flatMap(TopicsOutput::from)).ifPresent(this::send);
        }
    }

    private static Optional<LineRecords.From> from(Turn turn) {
        return turn.ofTopic() ? Optional.of(new LineRecords.From(turn.partition(), turn.offset())) : Optional.empty();
    }

    private void send(ProducerRecord<String, SpecificRecord> record) {
        // A refusal comes back from the commit.
        var unused = producer.send(record);
        written++;
        if (++open >= RECORDS_A_TRANSACTION) {
            producer.commitTransaction();
            producer.beginTransaction();
            open = 0;
        }
    }

    /** Records written. */
    public long written() {
        return written;
    }

    /** Commits the rest. */
    public void commit() {
        producer.commitTransaction();
        producer.beginTransaction();
        open = 0;
    }

    @Override
    public void close() {
        try {
            producer.abortTransaction();
        } catch (KafkaException failed) {
            // The producer has failed before, and said so; what it had not committed is not seen by anyone.
            producer.close(java.time.Duration.ZERO);
            return;
        }
        producer.close();
    }
}
