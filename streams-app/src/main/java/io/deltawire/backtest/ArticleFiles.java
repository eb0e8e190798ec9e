package io.deltawire.backtest;

import io.deltawire.article.ArticleLimits;
import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.JsonLines;
import io.deltawire.article.SourceArticle;
import io.deltawire.text.Article;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * The articles of a JSONL file (plain or gzip), or of all such files of a folder, in the one order. As in {@code publish}, files
 * are in time order whatever the order of their lines, so effective time is {@code published_at} itself. An article without a
 * time is taken to be one minute after the line before it in its file.
 *
 * <p>Gone through once to see whether the lines are in order already. If so they are read as they stand, else sorted on disk:
 * memory does not grow with the length of the history either way.
 */
public final class ArticleFiles {
    private static final Duration STEP_WITHOUT_DATE = Duration.ofMinutes(1);

    /** Where a file begins that has no dates at all. */
    private static final Instant FIRST_WITHOUT_DATE = Instant.parse("2000-01-01T00:00:00Z");

    private final Path input;
    private final List<Path> files;
    private final ArticleLimits limits;
    private long count;
    private long bad;
    private boolean sorted = true;
    private Turn.Place first = Turn.Place.BEFORE_ALL;
    private Turn.Place last = Turn.Place.BEFORE_ALL;

    private ArticleFiles(Path input, List<Path> files, ArticleLimits limits) {
        this.input = input;
        this.files = files;
        this.limits = limits;
    }

    /**
     * Goes through all lines.
     *
     * @param input a file, or a folder: then all its {@code .jsonl}, {@code .ndjson} and {@code .jsonl.gz}, hidden ones left out
     * @param bad is told of every line that is no article: file, line and reason in one line of text
     */
    public static ArticleFiles scan(Path input, ArticleLimits limits, Consumer<String> bad) throws IOException {
        ArticleFiles files = new ArticleFiles(input, files(input), limits);
        Consumer<String> counted = line -> {
            files.bad++;
            bad.accept(line);
        };
        try (Lines lines = files.lines(counted)) {
            for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                files.seen(line.get().turn().place());
            }
        }
        return files;
    }

    private void seen(Turn.Place place) {
        count++;
        sorted &= last.compareTo(place) <= 0;
        first = count == 1 || place.compareTo(first) < 0 ? place : first;
        last = place.compareTo(last) > 0 ? place : last;
    }

    private static List<Path> files(Path input) throws IOException {
        if (!Files.exists(input)) {
            throw new NoSuchFileException(input.toString(), null, "no such file or folder");
        }
        if (!Files.isDirectory(input)) {
            return List.of(input);
        }
        try (Stream<Path> walk = Files.walk(input)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(file -> !input.relativize(file).toString().startsWith("."))
                    .filter(ArticleFiles::isJsonl)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new NoSuchFileException(input.toString(), null, "no .jsonl, .ndjson or .jsonl.gz in this folder");
            }
            return files;
        }
    }

    private static boolean isJsonl(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz") || name.endsWith(".ndjson");
    }

    /** Articles, those with the id of another one included. */
    public long size() {
        return count;
    }

    /** Opens the articles in the one order. What is no article was told of by {@link #scan}. */
    public Articles open() throws IOException {
        Lines lines = lines(line -> {});
        if (sorted) {
            return new InOrder(lines);
        }
        try (lines) {
            return new InOrder(LineSort.sorted(lines));
        }
    }

    private Lines lines(Consumer<String> bad) {
        return new FileLines(files, limits, bad);
    }

    /** One article with the line it was read from. */
    record Line(Turn turn, ByteBuffer bytes) {}

    /** Articles one after another. */
    interface Lines extends AutoCloseable {
        Optional<Line> next() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** The turn of a line: its own time, or the given one when it has none. To the millisecond, as on a topic. */
    static Turn turn(SourceArticle source, Instant otherwise) {
        Instant time =
                Instant.ofEpochMilli(source.publishedAt().orElse(otherwise).toEpochMilli());
        Article article = new Article(
                source.id(), source.url(), source.title(), source.text(), time, source.source(), source.lang());
        return Turn.ofFile(article, source.publishedAt().isPresent(), source.section());
    }

    /** All files, line by line, as they stand. */
    private static final class FileLines implements Lines {
        private final List<Path> files;
        private final ArticleLimits limits;
        private final ArticleParser parser;
        private final Consumer<String> bad;
        private int at = -1;
        private Optional<JsonLines> open = Optional.empty();
        private Instant before = FIRST_WITHOUT_DATE;

        FileLines(List<Path> files, ArticleLimits limits, Consumer<String> bad) {
            this.files = files;
            this.limits = limits;
            this.parser = new ArticleParser(limits);
            this.bad = bad;
        }

        @Override
        public Optional<Line> next() throws IOException {
            while (open.isPresent() || nextFile()) {
                Optional<JsonLines.Line> line = cut(open.get());
                if (line.isEmpty()) {
                    close();
                    continue;
                }
                try {
                    Turn turn = turn(parser.parse(line.get()), before.plus(STEP_WITHOUT_DATE));
                    before = turn.effective();
                    return Optional.of(new Line(turn, line.get().bytes()));
                } catch (BadArticleException e) {
                    bad.accept(files.get(at) + ":" + line.get().number() + ": " + e.getMessage());
                }
            }
            return Optional.empty();
        }

        /** A compressed file that ends too soon gives what is there. */
        private Optional<JsonLines.Line> cut(JsonLines lines) throws IOException {
            try {
                return lines.next();
            } catch (EOFException | ZipException e) {
                bad.accept(files.get(at) + ": broken off or damaged (" + e.getMessage() + "); read up to there");
                return Optional.empty();
            }
        }

        private boolean nextFile() throws IOException {
            at++;
            if (at >= files.size()) {
                return false;
            }
            before = FIRST_WITHOUT_DATE.minus(STEP_WITHOUT_DATE);
            open = Optional.of(JsonLines.open(files.get(at), limits.maxBytes()));
            return true;
        }

        @Override
        public void close() throws IOException {
            if (open.isPresent()) {
                open.get().close();
                open = Optional.empty();
            }
        }
    }

    private final class InOrder implements Articles {
        private final Lines lines;
        private long given;

        InOrder(Lines lines) {
            this.lines = lines;
        }

        @Override
        public Optional<Turn> next() throws IOException {
            Optional<Turn> turn = lines.next().map(Line::turn);
            given += turn.isPresent() ? 1 : 0;
            return turn;
        }

        /** The closing mark of a finite source: one millisecond past its last article. */
        @Override
        public Instant end() {
            return count == 0 ? Instant.EPOCH : Instant.ofEpochMilli(last.effective() + 1);
        }

        @Override
        public double share() {
            return count == 0 ? 1 : (double) given / count;
        }

        @Override
        public long expected() {
            return count;
        }

        @Override
        public long bad() {
            return bad;
        }

        @Override
        public String name() {
            return "%s: %d articles, %s to %s"
                    .formatted(input.getFileName(), count, first.articleId(), last.articleId());
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
