package io.deltawire.replay;

import io.deltawire.ops.StreamsApp;
import io.deltawire.ops.StreamsSettings;
import io.deltawire.schemas.Settings;
import io.deltawire.topology.LineConfig;
import io.deltawire.topology.LineTopology;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The real streams app over a range of a live {@code articles.raw}, under a prefix and an application id of its own. The range is
 * copied first; the app runs until it has taken in the closing marks. Several instances under one prefix share the work.
 */
public final class ClusterReplay implements Closeable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Settings source;
    private final Settings own;
    private final String topic;
    private final ReplayTopics topics;

    /**
     * @param source settings of the live line
     * @param topic articles to replay
     * @param prefix begins the names of all topics of the replay
     */
    public ClusterReplay(Settings source, String topic, String prefix) {
        this.source = source;
        this.topic = topic;
        own = source.with(Map.of(Settings.PREFIX, prefix, "application.id", applicationId(prefix)));
        topics = new ReplayTopics(own);
    }

    /** {@code deltawire-replay-} and the prefix without what joins it to names. */
    static String applicationId(String prefix) {
        return "deltawire-replay-" + prefix.replaceAll("[._-]+$", "");
    }

    /** Settings with the replay's own prefix and application id. */
    public Settings own() {
        return own;
    }

    /**
     * Makes topics and copies the range, unless an earlier start has done that.
     *
     * @return what is replayed, in one line
     * @throws IOException if the range is empty, the prefix taken, or an earlier start was broken off while copying
     */
    public String prepare(Bound from, Bound to, DoubleConsumer progress) throws IOException, InterruptedException {
        Optional<RawRange> begun = topics.begun(topic);
        if (begun.isPresent()) {
            if (topics.copied()) {
                return "going on with " + begun.get();
            }
            throw new IOException("a replay under " + own.topics().prefix()
                    + " was broken off while it copied articles, or is copying them; --clean takes it away");
        }
        try (RangeReader reader = RangeReader.open(source, topic, from, to)) {
            if (reader.open().isEmpty()) {
                throw new IOException("there is nothing in the range: " + reader.range());
            }
            topics.create(reader.range());
            LineConfig line = LineConfig.of(source, reader.range().spans().size(), "");
            long copied = new RangeCopy(source, own).run(reader, line, progress);
            topics.sayCopied(copied);
            return reader.range() + ": " + copied + " records";
        }
    }

    /**
     * Runs the app until all is through, or until told to stop; a replay that was stopped goes on when it is started again.
     *
     * @param stop counted down to stop early
     * @return whether all is through
     */
    public boolean run(CountDownLatch stop, DoubleConsumer progress) throws IOException, InterruptedException {
        try (StreamsApp app = StreamsApp.start(own);
                Through through = new Through(own, LineTopology.digestsTopic(own.get("application.id", "")))) {
            while (!stop.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                if (app.streams().state() == KafkaStreams.State.ERROR) {
                    throw new IOException("the streams app failed; its log says why");
                }
                progress.accept(through.share());
                if (through.isAll()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Records of each output topic, and of the dead letters. */
    public Map<String, Long> counts() throws IOException {
        return Through.counts(
                own,
                List.of(
                        own.topics().stories(),
                        own.topics().storyUpdates(),
                        own.topics().factChanges(),
                        own.topics().storyActivity(),
                        own.topics().articlesDlq()));
    }

    /** Takes away all that a replay under this prefix made, on the cluster and in the state folder of this machine. */
    public void clean(Consumer<String> say) throws IOException, InterruptedException {
        topics.clean(say);
        Object folder = StreamsSettings.forStreams(own)
                .getOrDefault("state.dir", System.getProperty("java.io.tmpdir") + "/kafka-streams");
        Path state = Path.of(String.valueOf(folder)).resolve(own.get("application.id", ""));
        if (Files.isDirectory(state)) {
            try (Stream<Path> all = Files.walk(state)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
            say.accept("deleted " + state);
        }
    }

    @Override
    public void close() {
        topics.close();
    }
}
