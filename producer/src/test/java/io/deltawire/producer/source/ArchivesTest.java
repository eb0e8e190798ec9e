package io.deltawire.producer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deltawire.article.ArticleLimits;
import io.deltawire.article.SourceArticle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
    private static final ArticleLimits LIMITS = ArticleLimits.timeless();

    @TempDir
    Path dir;

    @Test
    void aFolderGivesItsPagesAndLinesAndNothingElse() throws Exception {
        Files.writeString(dir.resolve("a.txt"), "Published: 2025-01-03\n\nOne.");
        Files.writeString(dir.resolve("b.html"), "<time datetime=2025-01-01>x</time><p>Two.");
        Files.writeString(dir.resolve("c.jsonl"), line("three", "2025-01-02"));
        Files.writeString(dir.resolve("notes.docx"), "no");
        Files.createDirectory(dir.resolve(".git"));
        Files.writeString(dir.resolve(".git/d.txt"), "hidden");
        Recorded recorded = inTimeOrder(Archives.in(dir, LIMITS));
        assertThat(recorded.articles).extracting(SourceArticle::text).containsExactly("x\nTwo.", "three", "One.");
        assertThat(recorded.bad).isEmpty();
    }

    @Test
    void aPageWithoutDateIsAsOldAsItsFileButItsIdIsNot() throws Exception {
        Path page = Files.writeString(dir.resolve("a.txt"), "Harbour shut\n\nIt is shut.");
        Files.setLastModifiedTime(page, FileTime.from(Instant.parse("2024-03-01T00:00:00Z")));
        SourceArticle first = only(page);
        Files.setLastModifiedTime(page, FileTime.from(Instant.parse("2024-04-01T00:00:00Z")));
        SourceArticle touched = only(page);
        assertThat(first.publishedAt()).contains(Instant.parse("2024-03-01T00:00:00Z"));
        assertThat(touched.id()).isEqualTo(first.id());
    }

    @Test
    void everyBadInputIsNamedWithFileLineAndReason() throws Exception {
        Path lines = Files.writeString(
                dir.resolve("a.jsonl"),
                line("one", "2025-01-01") + "\n\n{\"title\":\n" + line("two", "1066-10-14") + "\n");
        Path big = Files.write(dir.resolve("big.txt"), new byte[ArticleLimits.MAX_BYTES + 1]);
        Path empty = Files.createFile(dir.resolve("empty.txt"));
        Path emptyLines = Files.createFile(dir.resolve("empty.jsonl"));
        Path binary = Files.write(dir.resolve("image.txt"), new byte[] {0, 1, 2, 3});
        Recorded recorded = inTimeOrder(Archives.in(dir, LIMITS));
        assertThat(recorded.articles).hasSize(1);
        assertThat(recorded.bad)
                .containsExactlyInAnyOrder(
                        lines + ":3 MALFORMED",
                        lines + ":4 BAD_DATE",
                        big + " TOO_LARGE",
                        empty + " EMPTY",
                        emptyLines + " EMPTY",
                        binary + " BINARY");
    }

    @Test
    void damagedGzipKeepsWhatCameBeforeTheDamage() throws Exception {
        Path file = dir.resolve("a.jsonl.gz");
        String all = IntStream.range(0, 20_000)
                .mapToObj(i -> line("n" + i * 7919L, "2025-01-01"))
                .collect(Collectors.joining("\n"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(all.getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Recorded recorded = new Recorded();
        Archives.in(file, LIMITS).get(0).scan(recorded);
        assertThat(recorded.articles.size()).isBetween(1000, 19_999);
        assertThat(recorded.bad).singleElement().asString().endsWith("UNREADABLE");
    }

    @Test
    void compressedLinesAreReadAtTheirPlaces() throws Exception {
        Path file = dir.resolve("a.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(
                    (line("late", "2025-01-02") + "\n" + line("early", "2025-01-01")).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(inTimeOrder(Archives.in(file, LIMITS)).articles)
                .extracting(SourceArticle::text)
                .containsExactly("early", "late");
    }

    @Test
    void linesLongerThanAReadBufferComeBackWhole() throws Exception {
        String text = "shut ".repeat(20_000).strip();
        Path file =
                Files.writeString(dir.resolve("a.jsonl"), line("late", "2025-01-02") + "\n" + line(text, "2025-01-01"));
        assertThat(inTimeOrder(Archives.in(file, LIMITS)).articles.get(0).text())
                .isEqualTo(text);
    }

    @Test
    void undatedArticlesComeLast() throws Exception {
        Path file = Files.writeString(dir.resolve("a.jsonl"), "{\"text\":\"undated\"}\n" + line("dated", "2025-01-02"));
        assertThat(inTimeOrder(Archives.in(file, LIMITS)).articles)
                .extracting(SourceArticle::text)
                .containsExactly("dated", "undated");
    }

    @Test
    void aFileThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> Archives.in(dir.resolve("none"), LIMITS)).isInstanceOf(NoSuchFileException.class);
    }

    @Property(tries = 100)
    void timeOrderIsThatOfAStableSort(@ForAll @Size(max = 300) List<@IntRange(max = 40) Integer> times) {
        TimeIndex index = new TimeIndex();
        for (int i = 0; i < times.size(); i++) {
            index.add(times.get(i), 0, i);
        }
        List<Integer> expected = IntStream.range(0, times.size())
                .boxed()
                .sorted(java.util.Comparator.comparing(times::get))
                .toList();
        assertThat(IntStream.of(index.order()).boxed()).isEqualTo(expected);
    }

    @Test
    void thousandsOfArticlesFitTheIndex() {
        TimeIndex index = new TimeIndex();
        for (int i = 0; i < 100_000; i++) {
            index.add(-i, i % 3, i);
        }
        int oldest = index.order()[0];
        assertThat(index.place(oldest)).isEqualTo(99_999);
        assertThat(index.archive(oldest)).isEqualTo(0);
    }

    private SourceArticle only(Path file) throws IOException {
        return inTimeOrder(Archives.in(file, LIMITS)).articles.get(0);
    }

    private static Recorded inTimeOrder(List<Archive> archives) throws IOException {
        Recorded recorded = new Recorded();
        InTimeOrder.scan(archives, count -> {}, recorded);
        for (Archive archive : archives) {
            archive.close();
        }
        return recorded;
    }

    private static String line(String text, String publishedAt) {
        return "{\"text\":\"" + text + "\",\"published_at\":\"" + publishedAt + "\"}";
    }
}
