package io.deltawire.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
    @Test
    void numbersCountBlankLinesAndOffsetsPointAtTheLine() throws Exception {
        List<JsonLines.Line> lines = lines("a\n\n  \r\nbb\r\nccc", 100);
        assertThat(lines).extracting(JsonLines.Line::number).containsExactly(1L, 4L, 5L);
        assertThat(lines).extracting(JsonLines.Line::offset).containsExactly(0L, 7L, 11L);
        assertThat(text(lines.get(2))).isEqualTo("ccc");
    }

    @Test
    void aLineOverTheLimitIsCutAndTheNextOneIsWhole() throws Exception {
        List<JsonLines.Line> lines = lines("x".repeat(300_000) + "\nshort\n", 1000);
        assertThat(lines.get(0).tooLong()).isTrue();
        assertThat(lines.get(0).bytes().remaining()).isEqualTo(1000);
        assertThat(text(lines.get(1))).isEqualTo("short");
        assertThat(lines.get(1).offset()).isEqualTo(300_001);
    }

    @Test
    void gzipIsKnownByItsFirstBytesWhateverTheName(@TempDir Path dir) throws Exception {
        Path file = dir.resolve("articles.jsonl");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
        }
        try (JsonLines lines = JsonLines.open(file, 100)) {
            assertThat(text(lines.next().orElseThrow())).isEqualTo("one");
            assertThat(text(lines.next().orElseThrow())).isEqualTo("two");
            assertThat(lines.next()).isEmpty();
        }
    }

    @Test
    void anEmptyFileHasNoLines(@TempDir Path dir) throws Exception {
        Path file = Files.createFile(dir.resolve("empty"));
        try (JsonLines lines = JsonLines.open(file, 100)) {
            assertThat(lines.next()).isEmpty();
        }
    }

    @Property
    void linesPutTogetherAreTheInput(@ForAll @Size(max = 30) List<@CharRange(from = 'a', to = 'z') String> parts)
            throws Exception {
        List<String> expected = parts.stream().filter(part -> !part.isEmpty()).toList();
        assertThat(lines(String.join("\n", parts), 1 << 20).stream().map(JsonLinesTest::text))
                .isEqualTo(expected);
    }

    @Property
    void everyLineCanBeFoundAgainAtItsOffset(
            @ForAll @Size(max = 30) List<@CharRange(from = 'a', to = 'z') String> parts) throws Exception {
        String input = parts.stream().map(part -> part + "\n").collect(Collectors.joining());
        for (JsonLines.Line line : lines(input, 1 << 20)) {
            assertThat(input.substring((int) line.offset())).startsWith(text(line) + "\n");
        }
    }

    private static String text(JsonLines.Line line) {
        return StandardCharsets.UTF_8.decode(line.bytes().duplicate()).toString();
    }

    private static List<JsonLines.Line> lines(String input, int maxBytes) throws IOException {
        List<JsonLines.Line> all = new ArrayList<>();
        try (JsonLines lines =
                new JsonLines(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), maxBytes)) {
            for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                all.add(line.get());
            }
        }
        return all;
    }
}
