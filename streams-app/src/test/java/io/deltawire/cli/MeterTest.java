package io.deltawire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final Instant REACHED = Instant.parse("2014-03-02T10:30:00Z");

    private final StringWriter err = new StringWriter();

    @Test
    void aTerminalSeesHowFarItIs() {
        try (Meter meter = new Meter(new PrintWriter(err, true), true)) {
            meter.progress(1_234, REACHED, 0.5);
        }
        assertThat(err.toString())
                .contains("[############------------] 50 %  1,234 articles, ", "/s, at 2014-03-02 10:30")
                .endsWith("\r\u001b[K");
    }

    @Test
    void aPipeSeesOnlyWhatWasLeftOut() {
        try (Meter meter = new Meter(new PrintWriter(err, true), false)) {
            meter.progress(1_234, REACHED, 0.5);
            meter.leftOut("in.jsonl:3: not JSON\u0007");
        }
        assertThat(err.toString()).isEqualTo("skipped in.jsonl:3: not JSON " + System.lineSeparator());
    }

    @Test
    void afterFiftyTheRestIsOnlyCounted() {
        try (Meter meter = new Meter(new PrintWriter(err, true), false)) {
            for (int i = 0; i < 80; i++) {
                meter.leftOut("line " + i);
            }
        }
        assertThat(err.toString().lines()).hasSize(51).last().asString().contains("only counted");
    }
}
