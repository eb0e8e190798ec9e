package io.deltawire.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {
    @TempDir
    private Path folder;

    @Test
    void aMissingFileIsSaidToBeMissing() {
        Path missing = folder.resolve("models").resolve("shifts.model");
        assertThat(Failures.message(catchThrowable(() -> Files.newOutputStream(missing))))
                .isEqualTo(missing + ": no such file or folder");
    }

    @Test
    void aFileIsSaidToBeNoFolder() throws Exception {
        Path file = Files.createFile(folder.resolve("articles.jsonl"));
        assertThat(Failures.message(
                        catchThrowable(() -> Files.newDirectoryStream(file).close())))
                .isEqualTo(file + ": not a folder");
    }

    @Test
    void othersSpeakForThemselves() {
        assertThat(Failures.message(new IllegalStateException("no broker"))).isEqualTo("no broker");
        assertThat(Failures.message(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }
}
