package io.deltawire.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PublishCommandTest {
    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @Test
    void helpTellsSourcesOptionsAndExitCodes() {
        assertThat(run(new PublishCommand(), "--help")).isZero();
        assertThat(out.toString())
                .contains("SOURCE", "--as-is", "--strict", "--bootstrap-server", "--registry", "--prefix");
        assertThat(out.toString()).contains("Exit codes", "published_at?");
    }

    @Test
    void markHelpTellsItsOptions() {
        assertThat(run(new MarkCommand(), "--help")).isZero();
        assertThat(out.toString()).contains("--every", "--once", "--at", "--end", "--lag");
    }

    @Test
    void noSourceIsWrongUse() {
        assertThat(run(new PublishCommand())).isEqualTo(2);
    }

    @Test
    void aFileThatIsNotThereIsWrongUse() {
        assertThat(run(new PublishCommand(), "/no/such/file.jsonl")).isEqualTo(2);
        assertThat(err.toString()).contains("/no/such/file.jsonl: no such file or folder");
    }

    @Test
    void feedsAndFilesTogetherAreWrongUse() {
        assertThat(run(new PublishCommand(), "https://gazette.example/rss", "."))
                .isEqualTo(2);
        assertThat(err.toString()).contains("can't be published together");
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setErr(new PrintWriter(err))
                .setOut(new PrintWriter(out))
                .execute(arguments);
    }
}
