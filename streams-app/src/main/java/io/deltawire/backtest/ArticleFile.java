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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The articles of a JSONL file (plain or gzip) in the one order: effective time, then article id. As in {@code publish}, a
 * file is in time order whatever the order of its lines, so effective time is {@code published_at} itself. An article
 * without a time is taken to be one minute after the line before it.
 */
final class ArticleFile {
    private static final Duration STEP_WITHOUT_DATE = Duration.ofMinutes(1);

    /** Where a file begins that has no dates at all. */
    private static final Instant FIRST_WITHOUT_DATE = Instant.parse("2000-01-01T00:00:00Z");

    private static final Comparator<Article> ORDER =
            Comparator.comparing(Article::publishedAt).thenComparing(Article::id);

    private final List<Article> articles;
    private final int undated;

    private ArticleFile(List<Article> articles, int undated) {
        this.articles = articles;
        this.undated = undated;
    }

    /** @param bad is told of every line that is no article: file, line and reason in one line of text */
    static ArticleFile read(Path file, ArticleLimits limits, Consumer<String> bad) throws IOException {
        ArticleParser parser = new ArticleParser(limits);
        List<Article> articles = new ArrayList<>();
        int undated = 0;
        Instant last = FIRST_WITHOUT_DATE.minus(STEP_WITHOUT_DATE);
        try (JsonLines lines = JsonLines.open(file, limits.maxBytes())) {
            Optional<JsonLines.Line> line = lines.next();
            while (line.isPresent()) {
                try {
                    SourceArticle source = parser.parse(line.get());
                    last = source.publishedAt().orElse(last.plus(STEP_WITHOUT_DATE));
                    undated += source.publishedAt().isPresent() ? 0 : 1;
                    articles.add(article(source, last));
                } catch (BadArticleException e) {
                    bad.accept(file + ":" + line.get().number() + ": " + e.getMessage());
                }
                line = lines.next();
            }
        }
        articles.sort(ORDER);
        return new ArticleFile(List.copyOf(articles), undated);
    }

    private static Article article(SourceArticle source, Instant publishedAt) {
        return new Article(
                source.id(), source.url(), source.title(), source.text(), publishedAt, source.source(), source.lang());
    }

    /** In the one order. */
    List<Article> articles() {
        return articles;
    }

    /** How many had no time. */
    int undated() {
        return undated;
    }
}
