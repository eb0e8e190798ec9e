package io.deltawire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import io.deltawire.schemas.Mark;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What an article says stays out of the logs, whether it is told or refused. */
class LogPrivacyTest {
    private static final String WORD = "quibblefish";
    private static final String TEXT = "Three people were killed at the " + WORD + " market on Monday, officials said.";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();
    private final Level before = root.getLevel();

    @BeforeEach
    void listen() {
        log.start();
        root.setLevel(Level.INFO);
        root.iteratorForAppenders().forEachRemaining(silenced::add);
        silenced.forEach(root::detachAppender);
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        silenced.forEach(root::addAppender);
        root.setLevel(before);
    }

    @Test
    void noWordOfAnArticleIsLoggedAtInfo(@TempDir Path state) {
        try (Line line = new Line(state)) {
            line.publish(Line.article("told", "2024-05-06T10:00:00Z", WORD, TEXT));
            line.publish(Line.article("early", "1970-05-06T10:00:00Z", WORD, TEXT));
            line.publish(Line.article("large", "2024-05-06T10:00:00Z", WORD, TEXT.repeat(100_000)));
            line.driver
                    .createInputTopic(Line.TOPICS.articlesRaw(), new StringSerializer(), new ByteArraySerializer())
                    .pipeInput("bytes", TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_8), Instant.EPOCH);
            line.mark(Mark.END, "2024-05-06T10:00:00Z");
            assertThat(line.changes()).isNotEmpty();
            assertThat(line.deadLetters()).hasSize(3);
        }
        assertThat(log.list).hasSizeGreaterThan(3).allSatisfy(event -> {
            assertThat(event.getFormattedMessage()).doesNotContain(WORD);
            if (event.getThrowableProxy() != null) {
                assertThat(ThrowableProxyUtil.asString(event.getThrowableProxy()))
                        .doesNotContain(WORD);
            }
        });
    }
}
