package io.deltawire.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.deltawire.ops.Upstreams.Upstream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class UpstreamsTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Upstreams.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final boolean[] away = {false};
    private long now = 1;

    private final Upstreams upstreams = new Upstreams(
            Map.of(Upstream.BROKER, () -> {}, Upstream.REGISTRY, () -> {
                if (away[0]) {
                    throw new IOException("connection refused");
                }
            }),
            List.of(),
            () -> now);

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        logger.setLevel(null);
        upstreams.close();
    }

    @Test
    void oneThatHasNotAnsweredForFifteenSecondsIsSilentUntilItAnswers() {
        away[0] = true;
        askEveryFiveSeconds(2);
        assertThat(upstreams.silent()).isEmpty();
        askEveryFiveSeconds(2);
        assertThat(upstreams.silent()).containsExactly("registry");
        away[0] = false;
        askEveryFiveSeconds(1);
        assertThat(upstreams.silent()).isEmpty();
    }

    @Test
    void theLogSaysSoAtOnceThenOnceAMinute() {
        away[0] = true;
        askEveryFiveSeconds(3 * 12);
        assertThat(log.list)
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.getFormattedMessage())
                        .contains("registry can't be reached", "connection refused"));
        away[0] = false;
        askEveryFiveSeconds(2);
        assertThat(log.list).hasSize(4);
        assertThat(log.list.get(3).getFormattedMessage()).isEqualTo("registry answers again");
    }

    private void askEveryFiveSeconds(int times) {
        for (int i = 0; i < times; i++) {
            now += Duration.ofSeconds(5).toNanos();
            upstreams.ask(Upstream.BROKER);
            upstreams.ask(Upstream.REGISTRY);
        }
    }
}
