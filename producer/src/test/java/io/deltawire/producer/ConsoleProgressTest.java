package io.deltawire.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.article.BadArticleException;
import io.deltawire.article.BadArticleException.Reason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private static final BadArticleException BAD = new BadArticleException(Reason.EMPTY, "neither title nor text");
    private final StringWriter out = new StringWriter();

    @Test
    void onATerminalOneLineIsWrittenOverItself() {
        ConsoleProgress console = new ConsoleProgress(new PrintWriter(out), true);
        console.progress(new Progress(500, 0, OptionalLong.of(2000), Duration.ofSeconds(1)));
        console.progress(new Progress(1000, 1, OptionalLong.of(2000), Duration.ofSeconds(2)));
        console.end();
        assertThat(out.toString())
                .doesNotContain("\n")
                .contains("1,000 of 2,000 (50 %) articles published, 500/s, 1 skipped")
                .endsWith("\r\u001b[K");
    }

    @Test
    void elsewhereThereIsALineNowAndThen() {
        ConsoleProgress console = new ConsoleProgress(new PrintWriter(out), false);
        for (int tick = 0; tick < 125; tick++) {
            console.progress(new Progress(tick, 0, OptionalLong.empty(), Duration.ofMillis(200L * tick)));
        }
        assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.contains("articles published"));
        assertThat(out.toString()).doesNotContain("\u001b");
    }

    @Test
    void reportsOfSkippedInputsHaveAnEnd() {
        ConsoleProgress console = new ConsoleProgress(new PrintWriter(out), false);
        for (int i = 0; i < 1000; i++) {
            console.skipped("a.jsonl:" + i, BAD);
        }
        assertThat(out.toString().lines()).hasSize(51).last().isEqualTo("more are skipped and only counted");
    }

    @Test
    void namesFromOutsideCannotSteerTheTerminal() {
        new ConsoleProgress(new PrintWriter(out), false).skipped("evil\u001b[2J\u202e.jsonl", BAD);
        assertThat(out.toString())
                .doesNotContain("\u001b")
                .doesNotContain("\u202e")
                .contains("evil");
    }

    @Test
    void aSummaryNamesWhatWasSkippedAndWhy() {
        Summary summary =
                new Summary(1204, Map.of(Reason.EMPTY, 1L, Reason.BAD_DATE, 2L), Duration.ofMillis(2000), true);
        assertThat(summary).hasToString("1,204 articles published in 2.0 s (602/s), 3 skipped (1 empty, 2 bad-date)");
    }
}
