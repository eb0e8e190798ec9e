package io.deltawire.backtest;

import io.deltawire.article.ArticleLimits;
import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.JsonLines;
import io.deltawire.article.SourceArticle;
import io.deltawire.text.Article;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The articles of a JSONL file (plain or gzip) in the one order: effective time, then article id. As in {@code publish}, a
 * file is in time order whatever the order of its lines, so effective time is {@code published_at} itself. An article
 * without a time is taken to be one minute after the line before it.
 *
 * <p>Read twice, first for times and ids alone, so that memory is bounded by their number and not by the texts.
 */
final class ArticleFile {
    private static final Duration STEP_WITHOUT_DATE = Duration.ofMinutes(1);

    /** Where a file begins that has no dates at all. */
    private static final Instant FIRST_WITHOUT_DATE = Instant.parse("2000-01-01T00:00:00Z");

    private final Path file;
    private final ArticleLimits limits;
    private final List<Entry> order;
    private final int undated;
    private final int repeated;
    private final Instant last;
    private final boolean sorted;

    /**
     * One article of the file.
     *
     * @param offset of its line in the uncompressed file, in bytes
     * @param length of its line in bytes
     */
    record Entry(Instant publishedAt, String id, long offset, int length) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = publishedAt.compareTo(other.publishedAt);
            return byTime != 0 ? byTime : id.compareTo(other.id);
        }
    }

    private ArticleFile(Path file, ArticleLimits limits, List<Entry> all, int undated, boolean sorted) {
        this.file = file;
        this.limits = limits;
        this.undated = undated;
        this.sorted = sorted;
        Set<String> seen = new HashSet<>();
        order = all.stream().filter(entry -> seen.add(entry.id())).toList();
        repeated = all.size() - order.size();
        last = all.isEmpty() ? Instant.EPOCH : all.get(all.size() - 1).publishedAt();
    }

    /** @param bad is told of every line that is no article: file, line and reason in one line of text */
    static ArticleFile read(Path file, ArticleLimits limits, Consumer<String> bad) throws IOException {
        ArticleParser parser = new ArticleParser(limits);
        List<Entry> order = new ArrayList<>();
        int undated = 0;
        boolean sorted = true;
        Instant last = FIRST_WITHOUT_DATE.minus(STEP_WITHOUT_DATE);
        try (JsonLines lines = JsonLines.open(file, limits.maxBytes())) {
            for (Optional<JsonLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
                JsonLines.Line line = next.get();
                try {
                    SourceArticle source = parser.parse(line);
                    last = source.publishedAt().orElse(last.plus(STEP_WITHOUT_DATE));
                    undated += source.publishedAt().isPresent() ? 0 : 1;
                    Entry entry = new Entry(
                            last, source.id(), line.offset(), line.bytes().remaining());
                    sorted &= order.isEmpty() || order.get(order.size() - 1).compareTo(entry) <= 0;
                    order.add(entry);
                } catch (BadArticleException e) {
                    bad.accept(file + ":" + line.number() + ": " + e.getMessage());
                }
            }
        }
        if (!sorted) {
            Collections.sort(order);
        }
        return new ArticleFile(file, limits, order, undated, sorted);
    }

    /** Opens the articles in the one order. */
    ArticleReader open() throws IOException {
        return sorted
                ? ArticleReader.inPlace(file, new ArticleParser(limits), limits, order)
                : ArticleReader.anyPlace(file, new ArticleParser(limits), order);
    }

    static Article article(SourceArticle source, Instant publishedAt) {
        return new Article(
                source.id(), source.url(), source.title(), source.text(), publishedAt, source.source(), source.lang());
    }

    int size() {
        return order.size();
    }

    /** Lines with an id that an earlier article has; they are left out, since they would have no effect. */
    int repeated() {
        return repeated;
    }

    /** Time of the last article; the epoch when there is none. */
    Instant last() {
        return last;
    }

    /** How many had no time. */
    int undated() {
        return undated;
    }
}
