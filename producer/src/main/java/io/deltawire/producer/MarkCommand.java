package io.deltawire.producer;

import io.deltawire.article.BadArticleException;
import io.deltawire.article.PublishedAt;
import io.deltawire.avro.RawArticle;
import io.deltawire.schemas.ClientOptions;
import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deltawire mark}. */
@Command(
        name = "mark",
        mixinStandardHelpOptions = true,
        description = {
            "Writes marks to every partition of <prefix>articles.raw, for producers other",
            "than deltawire publish. A mark says how far in time the source has come: what",
            "is older takes effect, and quiet stories can close. Its time is now, less",
            "--lag, unless --at gives one. Goes on until Ctrl-C, unless --once, --at or --end."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, or ended by Ctrl-C", "1:failed", "2:wrong use"})
public final class MarkCommand implements Callable<Integer> {
    @Option(
            names = "--every",
            paramLabel = "DURATION",
            defaultValue = "PT10S",
            description = "Time between marks, ISO 8601 (default: ${DEFAULT-VALUE}).")
    private Duration every = Marker.WHEN_QUIET;

    @Option(names = "--once", description = "Write one mark to each partition and end.")
    private boolean once;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description =
                    "Write one mark for this time (ISO 8601) and end. Articles older than it that come later are late.")
    private @Nullable String at;

    @Option(
            names = "--end",
            description =
                    "Write one mark that says that the source is through: articles of its very time take effect too.")
    private boolean end;

    @Option(
            names = "--lag",
            paramLabel = "DURATION",
            defaultValue = "PT1S",
            description = "How long an article may take from its publication to the topic (default: ${DEFAULT-VALUE}).")
    private Duration lag = Duration.ofSeconds(1);

    @Mixin
    private ClientOptions client = new ClientOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    @SuppressWarnings("try") // the interruption works by being there
    public Integer call() throws IOException, ExecutionException {
        PrintWriter err = spec.commandLine().getErr();
        Settings settings = client.settings();
        String topic = settings.topics().articlesRaw();
        ConsoleProgress console = new ConsoleProgress(err, false);
        try (Interruption interruption = new Interruption()) {
            new Gate(settings, topic, new Waiting(console)).await();
            try (Producer<String, RawArticle> producer = ProducerSettings.open(settings)) {
                mark(new Marker(producer, topic, EventClock.wall(Clock.systemUTC())));
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.interrupted();
        }
        return 0;
    }

    private void mark(Marker marker) throws InterruptedException, ExecutionException {
        Mark kind = end ? Mark.END : Mark.OPEN;
        if (once || end || at != null) {
            marker.markAndWait(kind, at == null ? now() : time(at));
            return;
        }
        while (true) {
            marker.markAndWait(kind, now());
            Thread.sleep(every.toMillis());
        }
    }

    private Instant now() {
        return Instant.now().minus(lag);
    }

    private Instant time(String text) {
        try {
            return PublishedAt.parse(text);
        } catch (BadArticleException e) {
            throw new ParameterException(spec.commandLine(), "--at is not an ISO 8601 date or time: " + text, e);
        }
    }
}
