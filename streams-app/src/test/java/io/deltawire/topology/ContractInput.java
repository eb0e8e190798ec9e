package io.deltawire.topology;

import io.deltawire.article.ArticleLimits;
import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.SourceArticle;
import io.deltawire.avro.RawArticle;
import io.deltawire.backtest.ArticleFiles;
import io.deltawire.backtest.Articles;
import io.deltawire.backtest.Backtest;
import io.deltawire.backtest.Output;
import io.deltawire.backtest.Turn;
import io.deltawire.backtest.Watch;
import io.deltawire.engine.DeskRule;
import io.deltawire.engine.Emission;
import io.deltawire.engine.Enriched;
import io.deltawire.engine.Enricher;
import io.deltawire.schemas.Topics;
import io.deltawire.story.StoryConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sample articles that every form of the line is given, and what the engines make of them. */
public final class ContractInput {
    private ContractInput() {}

    /** The project's samples, found from any module's folder. */
    public static Path file() {
        Path here = Path.of("samples/articles.jsonl");
        return Files.exists(here) ? here : Path.of("../samples/articles.jsonl");
    }

    /** Records of articles.raw in time order. */
    public static List<RawArticle> articles() throws IOException, BadArticleException {
        ArticleParser parser = new ArticleParser(ArticleLimits.timeless());
        List<RawArticle> articles = new ArrayList<>();
        for (String line : Files.readAllLines(file())) {
            SourceArticle article = parser.parse(line);
            articles.add(RawArticle.newBuilder()
                    .setId(article.id())
                    .setUrl(article.url())
                    .setTitle(article.title())
                    .setText(article.text())
                    .setPublishedAt(article.publishedAt().orElseThrow())
                    .setSource(article.source())
                    .setLang(article.lang())
                    .build());
        }
        articles.sort(Comparator.comparing(RawArticle::getPublishedAt).thenComparing(RawArticle::getId));
        return articles;
    }

    /** Time of the last article. */
    public static Instant last() throws IOException, BadArticleException {
        List<RawArticle> articles = articles();
        return articles.get(articles.size() - 1).getPublishedAt();
    }

    /** What a backtest of the samples gives out: what all others are held to. */
    public static Records backtest(Topics topics, int threads) throws IOException, InterruptedException {
        return backtest(topics, threads, Optional.empty());
    }

    /** What it gives out up to a time. */
    public static Records backtest(Topics topics, int threads, Optional<Instant> asOf)
            throws IOException, InterruptedException {
        return backtest(file(), topics, threads, asOf);
    }

    /** What a backtest of a file gives out. */
    public static Records backtest(Path file, Topics topics, int threads) throws IOException, InterruptedException {
        return backtest(file, topics, threads, Optional.empty());
    }

    private static Records backtest(Path file, Topics topics, int threads, Optional<Instant> asOf)
            throws IOException, InterruptedException {
        Records records = new Records();
        Watch strict = new Watch() {
            @Override
            public void leftOut(String what) {
                throw new AssertionError(what);
            }
        };
        try (Articles articles = ArticleFiles.scan(file, ArticleLimits.timeless(), strict::leftOut)
                .open()) {
            new Backtest(new Enricher(), threads, DeskRule.LANGUAGE, asOf, strict)
                    .run(articles, StoryConfig.defaults(), new Collected(topics, records));
        }
        return records;
    }

    /** Output as records in memory. */
    public record Collected(Topics topics, Records records) implements Output {
        @Override
        public void write(Turn turn, Enriched enriched) {}

        @Override
        public void write(Optional<Turn> turn, List<Emission> emissions) {
            emissions.forEach(emission -> records.add(topics, emission));
        }
    }
}
