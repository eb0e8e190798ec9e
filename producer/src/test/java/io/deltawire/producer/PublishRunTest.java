package io.deltawire.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deltawire.article.ArticleLimits;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.BadArticleException.Reason;
import io.deltawire.producer.feed.FeedOptions;
import io.deltawire.producer.source.Archives;
import io.deltawire.schemas.Mark;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishRunTest {
    private static final String EARLY = "{\"text\":\"early\",\"published_at\":\"2025-05-01\"}\n";
    private static final String MIDDLE = "{\"text\":\"middle\",\"published_at\":\"2025-05-02\"}\n";
    private static final String LATE = "{\"text\":\"late\",\"published_at\":\"2025-05-03\"}\n";
    private static final long LAST = Instant.parse("2025-05-03T00:00:00Z").toEpochMilli();
    private final Sent sent = new Sent();
    private final List<String> skipped = new CopyOnWriteArrayList<>();
    private final List<Progress> progress = new CopyOnWriteArrayList<>();

    @TempDir
    Path dir;

    @Test
    void filesAreOneLineInTimeAndEndWithAnEndMark() throws Exception {
        Files.writeString(dir.resolve("a.jsonl"), LATE + EARLY);
        Files.writeString(dir.resolve("b.jsonl"), MIDDLE);
        Summary summary = publish(PublishOptions.DEFAULT);
        assertThat(articleTexts()).containsExactly("early", "middle", "late");
        assertThat(lastThree()).containsExactly("END " + LAST + " p0", "END " + LAST + " p1", "END " + LAST + " p2");
        assertThat(summary.published()).isEqualTo(3);
        assertThat(summary.complete()).isTrue();
        assertThat(progress.get(progress.size() - 1).expected()).hasValue(3);
    }

    @Test
    void asIsKeepsTheOrderOfTheFile() throws Exception {
        Files.writeString(dir.resolve("a.jsonl"), LATE + EARLY + MIDDLE);
        publish(new PublishOptions(false, true, 0, FeedOptions.DEFAULT));
        assertThat(articleTexts()).containsExactly("late", "early", "middle");
        assertThat(sent.lastMark()).contains(LAST);
    }

    @Test
    void recordsBearIdAsKeyPublicationAsTimeAndNoPartition() throws Exception {
        Files.writeString(dir.resolve("a.jsonl"), LATE);
        publish(PublishOptions.DEFAULT);
        ProducerRecord<?, ?> record = sent.articles().get(0);
        assertThat(record.partition()).isNull();
        assertThat(record.timestamp()).isEqualTo(LAST);
        assertThat(record.key()).isEqualTo(sent.articles().get(0).value().getId());
        assertThat(sent.articles().get(0).value().getIngestedAt()).isNull();
    }

    @Test
    void publishingTwiceGivesTheSameKeysAndValues() throws Exception {
        Files.writeString(dir.resolve("a.jsonl"), LATE + EARLY + "{\"title\":\"undated\"}\n");
        publish(PublishOptions.DEFAULT);
        publish(PublishOptions.DEFAULT);
        var values = sent.articles().stream().map(ProducerRecord::value).toList();
        assertThat(values).hasSize(6);
        assertThat(values.subList(3, 6)).isEqualTo(values.subList(0, 3));
    }

    @Test
    void badLinesAreCountedAndTheRestGoesThrough() throws Exception {
        Files.writeString(dir.resolve("a.jsonl"), EARLY + "{}\nnonsense\n" + LATE);
        Summary summary = publish(PublishOptions.DEFAULT);
        assertThat(summary.published()).isEqualTo(2);
        assertThat(summary.skipped()).isEqualTo(Map.of(Reason.EMPTY, 1L, Reason.MALFORMED, 1L));
        assertThat(skipped.get(0)).contains("a.jsonl:2").contains("neither title nor text");
    }

    @Test
    void strictStopsBeforeAnythingAfterTheBadLine() throws Exception {
        Files.writeString(dir.resolve("a.jsonl"), EARLY + "nonsense\n" + LATE);
        assertThatThrownBy(() -> publish(new PublishOptions(true, true, 0, FeedOptions.DEFAULT)))
                .isInstanceOf(StrictStopException.class)
                .hasMessageContaining("a.jsonl:2");
        assertThat(articleTexts()).containsExactly("early");
        assertThat(sent.marks()).noneMatch(mark -> Mark.of(mark.headers()) == Mark.END);
    }

    @Test
    void aFullBufferOnlyMakesItWait() throws Exception {
        Files.writeString(dir.resolve("a.jsonl"), EARLY + LATE);
        sent.handBack = 3;
        assertThat(publish(PublishOptions.DEFAULT).published()).isEqualTo(2);
        assertThat(articleTexts()).containsExactly("early", "late");
    }

    @Test
    void anArticleTooLargeForTheTopicIsSkipped() throws Exception {
        Files.writeString(dir.resolve("a.jsonl"), EARLY + LATE);
        sent.sendException = null;
        Sent refusing = new Sent() {
            @Override
            public synchronized java.util.concurrent.Future<org.apache.kafka.clients.producer.RecordMetadata> send(
                    ProducerRecord<String, io.deltawire.avro.RawArticle> record,
                    org.apache.kafka.clients.producer.Callback callback) {
                if (record.value() != null && record.value().getText().equals("early")) {
                    RecordTooLargeException refusal = new RecordTooLargeException("too large");
                    callback.onCompletion(null, refusal);
                    return java.util.concurrent.CompletableFuture.failedFuture(refusal);
                }
                return super.send(record, callback);
            }
        };
        Summary summary = publish(refusing, PublishOptions.DEFAULT);
        assertThat(summary.published()).isEqualTo(1);
        assertThat(summary.skipped()).isEqualTo(Map.of(Reason.TOO_LARGE, 1L));
    }

    @Test
    void noPermissionIsAnErrorAndNotASkip() throws Exception {
        Files.writeString(dir.resolve("a.jsonl"), EARLY + LATE);
        Sent refusing = new Sent() {
            @Override
            public synchronized java.util.concurrent.Future<org.apache.kafka.clients.producer.RecordMetadata> send(
                    ProducerRecord<String, io.deltawire.avro.RawArticle> record,
                    org.apache.kafka.clients.producer.Callback callback) {
                TopicAuthorizationException refusal = new TopicAuthorizationException("not allowed");
                if (callback != null) {
                    callback.onCompletion(null, refusal);
                }
                return java.util.concurrent.CompletableFuture.failedFuture(refusal);
            }
        };
        assertThatThrownBy(() -> publish(refusing, PublishOptions.DEFAULT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not allowed");
    }

    @Test
    void linesOnStandardInputArePublishedAsTheyCome() {
        InputStream lines = new ByteArrayInputStream((LATE + EARLY).getBytes(StandardCharsets.UTF_8));
        Summary summary = run(sent, PublishOptions.DEFAULT).archives(List.of(), lines, true);
        assertThat(summary.published()).isEqualTo(2);
        assertThat(articleTexts()).containsExactly("late", "early");
        assertThat(lastThree()).allMatch(mark -> mark.startsWith("END"));
    }

    @Test
    void marksFollowWhileASlowSourceGoesOn() throws Exception {
        Files.writeString(dir.resolve("a.jsonl"), EARLY + MIDDLE + LATE);
        publish(new PublishOptions(false, false, 2, FeedOptions.DEFAULT));
        List<String> line = sent.line();
        assertThat(line.indexOf("early")).isLessThan(first(line, "OPEN"));
        assertThat(first(line, "OPEN")).isLessThan(line.indexOf("late"));
        assertMarksNeverPassArticles();
    }

    @Test
    void interruptedItEndsInOrderAndWithoutAnEndMark() throws Exception {
        Files.writeString(dir.resolve("a.jsonl"), EARLY + MIDDLE + LATE);
        AtomicReference<Summary> summary = new AtomicReference<>();
        Thread thread = new Thread(
                () -> summary.set(publishUnchecked(new PublishOptions(false, false, 0.5, FeedOptions.DEFAULT))));
        thread.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> !sent.articles().isEmpty());
        thread.interrupt();
        thread.join(10_000);
        assertThat(summary.get().complete()).isFalse();
        assertThat(summary.get().published()).isLessThan(3);
        assertThat(sent.closed()).isTrue();
        assertThat(sent.marks()).noneMatch(mark -> Mark.of(mark.headers()) == Mark.END);
    }

    /** What a mark at time T promises: no article of this source older than T lies behind it. */
    private void assertMarksNeverPassArticles() {
        long mark = Long.MIN_VALUE;
        for (var record : sent.history()) {
            if (record.value() == null) {
                mark = record.timestamp();
            } else {
                assertThat(record.timestamp()).isGreaterThanOrEqualTo(mark);
            }
        }
    }

    private static int first(List<String> line, String kind) {
        for (int i = 0; i < line.size(); i++) {
            if (line.get(i).startsWith(kind)) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private List<String> articleTexts() {
        return sent.articles().stream().map(record -> record.value().getText()).toList();
    }

    private List<String> lastThree() {
        List<String> line = sent.line();
        return line.subList(line.size() - 3, line.size());
    }

    private Summary publishUnchecked(PublishOptions options) {
        try {
            return publish(options);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Summary publish(PublishOptions options) throws Exception {
        return publish(sent, options);
    }

    private Summary publish(Sent producer, PublishOptions options) throws Exception {
        return run(producer, options)
                .archives(
                        new ArrayList<>(Archives.in(dir, ArticleLimits.timeless())),
                        InputStream.nullInputStream(),
                        false);
    }

    private PublishRun run(Sent producer, PublishOptions options) {
        ProgressListener listener = new ProgressListener() {
            @Override
            public void progress(Progress at) {
                progress.add(at);
            }

            @Override
            public void skipped(String where, BadArticleException why) {
                skipped.add(where + " " + why.getMessage());
            }
        };
        return new PublishRun(
                producer,
                Sent.TOPIC,
                EventClock.newestPublished(),
                Clock.systemUTC(),
                options,
                listener,
                new Waiting(listener));
    }
}
