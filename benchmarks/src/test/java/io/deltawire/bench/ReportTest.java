package io.deltawire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    private Path folder;

    @Test
    void tableSaysWhetherGoalsAreMet() {
        Report report = new Report("bench test");
        report.add("speed", "articles/s", 410, true, 400);
        report.add("late", "ms", 1_200, false, 1_000);
        StringWriter out = new StringWriter();

        report.print(new PrintWriter(out));

        assertThat(out.toString().lines().filter(line -> line.contains("speed")))
                .allMatch(line -> line.contains("≥ 400 met"));
        assertThat(out.toString().lines().filter(line -> line.contains("late")))
                .allMatch(line -> line.contains("≤ 1,000 MISSED"));
    }

    @Test
    void jsonHasMachineAndEveryValue() throws IOException {
        Report report = new Report("bench test");
        Machine.describe(report);
        report.add("speed", "articles/s", 3);
        report.add("speed", "articles/s", 1);
        report.add("speed", "articles/s", 2);

        report.write(folder.resolve("report.json"));

        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        assertThat(json.path("conditions").path("kafka").asText()).isNotEmpty();
        JsonNode speed = json.path("figures").path("speed");
        assertThat(speed.path("median").asDouble()).isEqualTo(2);
        assertThat(speed.path("least").asDouble()).isEqualTo(1);
        assertThat(speed.path("values")).hasSize(3);
    }
}
