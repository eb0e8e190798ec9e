package io.deltawire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepFileTest {
    @TempDir
    private Path folder;

    @Test
    void aGridStandsForAllCombinations() throws IOException {
        assertThat(read("{\"deltawire.story.join.at\": [0.4, 0.5], \"deltawire.story.gap.days\": [7, 30]}"))
                .hasSize(4)
                .containsEntry(
                        "join.at=0.5,gap.days=7",
                        Map.of("deltawire.story.join.at", "0.5", "deltawire.story.gap.days", "7"));
    }

    @Test
    void aListNamesEachConfiguration() throws IOException {
        assertThat(read("[{\"name\": \"as it is\"}, {\"deltawire.story.join.at\": 0.7}]"))
                .containsEntry("as-it-is", Map.of())
                .containsEntry("join.at=0.7", Map.of("deltawire.story.join.at", "0.7"));
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> read("{")).hasMessageContaining("is not JSON");
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("has no configuration");
        assertThatThrownBy(() -> read("[{\"name\": \"a\"}, {\"name\": \"a\"}]")).hasMessageContaining("named a");
        assertThatThrownBy(() -> read("[{\"name\": \"../up\"}]")).hasMessageContaining("no name");
    }

    private Map<String, Map<String, String>> read(String json) throws IOException {
        Path file = folder.resolve("sweep.json");
        Files.writeString(file, json);
        return SweepFile.read(file);
    }
}
