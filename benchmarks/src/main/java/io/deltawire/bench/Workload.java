package io.deltawire.bench;

import io.deltawire.article.ArticleLimits;
import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.JsonLines;
import io.deltawire.article.SourceArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Articles to measure with, in time order: from files, or put together from the stories that deltawire learns from.
 *
 * @param origin where they come from, in one line
 */
record Workload(String origin, List<SourceArticle> articles) {
    private static final long SEED = 20_250_603;
    private static final Comparator<SourceArticle> IN_TIME =
            Comparator.comparing(Workload::dated).thenComparing(SourceArticle::id);
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(9);

    /** Words of an article: log-normal with a mean of 500, as those of news sites are about. */
    private static final double LOG_MEDIAN_WORDS = Math.log(430);

    private static final double LOG_SPREAD = 0.55;
    private static final int MOST_WORDS = 3_000;
    private static final int LIVE_STORIES = 400;

    /** How far from a story in the list of stories those stand that are its background. */
    private static final int[] BACKGROUND = {701, 1_409};

    /** No article is told again as of before this day: a broker takes no record of before 1970, and dates in texts go back some. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** @param files JSONL, plain or gzip; when empty, articles are put together from training stories */
    static Workload of(List<Path> files, int count) throws IOException {
        return files.isEmpty() ? recombined(count) : read(files, count);
    }

    double meanWords() {
        return articles.stream()
                .mapToInt(article -> words(article.text()))
                .average()
                .orElse(0);
    }

    /** Bytes of title and text, in characters. */
    double meanCharacters() {
        return articles.stream()
                .mapToInt(article -> article.title().length() + article.text().length())
                .average()
                .orElse(0);
    }

    /** When an article was published; all that are measured with say so. */
    static Instant dated(SourceArticle article) {
        return article.publishedAt().orElse(Instant.EPOCH);
    }

    /** So many of them from the beginning. */
    Workload first(int count) {
        return new Workload(origin, articles.subList(0, Math.min(count, articles.size())));
    }

    /**
     * Articles of the files in time order; when they are too few, told again of other people and places. Only the last telling
     * keeps its dates, those before it are as much earlier as the files are long: a broker refuses what lies in the future. What
     * does not fit after {@link #EARLIEST} that way is told side by side.
     */
    private static Workload read(List<Path> files, int count) throws IOException {
        ArticleParser parser = new ArticleParser(ArticleLimits.timeless());
        List<SourceArticle> all = new ArrayList<>();
        for (Path file : files) {
            try (JsonLines lines = JsonLines.open(file, ArticleLimits.MAX_BYTES)) {
                for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                    parse(parser, line.get()).ifPresent(all::add);
                }
            }
        }
        if (all.isEmpty()) {
            throw new IOException("no article with a time in " + files);
        }
        all.sort(IN_TIME);
        Instant begin = dated(all.get(0));
        Instant end = dated(all.get(all.size() - 1));
        Duration span = Duration.between(begin, end).plusDays(1);
        int again = (count - 1) / all.size();
        Duration room = Duration.between(EARLIEST, begin);
        Duration step = again > 0 && room.compareTo(span.multipliedBy(again)) < 0
                ? room.dividedBy(again).truncatedTo(ChronoUnit.SECONDS)
                : span;
        Set<String> names = Renaming.names(all.stream().map(SourceArticle::text).toList());
        List<SourceArticle> taken = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int pass = i / all.size();
            taken.add(retold(all.get(i % all.size()), pass, step.multipliedBy(again - pass), names));
        }
        taken.sort(IN_TIME);
        return new Workload(files + ", " + all.size() + " articles" + (count > all.size() ? ", retold" : ""), taken);
    }

    private static Optional<SourceArticle> parse(ArticleParser parser, JsonLines.Line line) {
        try {
            SourceArticle article = parser.parse(line);
            return article.publishedAt().isPresent() ? Optional.of(article) : Optional.empty();
        } catch (BadArticleException e) {
            return Optional.empty();
        }
    }

    private static SourceArticle retold(SourceArticle article, int pass, Duration earlier, Set<String> names) {
        Instant at = article.publishedAt().orElse(BEGIN).minus(earlier);
        if (pass == 0) {
            return article(article.id(), article.title(), article.text(), at, article.source());
        }
        Renaming renaming = Renaming.of(names, pass);
        return article(
                article.id() + "-" + pass,
                renaming.apply(article.title()),
                renaming.apply(article.text()),
                at,
                article.source());
    }

    /**
     * Training stories under other names. Each has a background of its own, two other such stories, with sentences of which its
     * articles are filled up to a news article's length, as outlets repeat what led to an event.
     */
    private static Workload recombined(int count) throws IOException {
        List<List<SourceArticle>> kinds = trainingStories();
        Set<String> names = Renaming.names(
                kinds.stream().flatMap(List::stream).map(SourceArticle::text).toList());
        SplittableRandom random = new SplittableRandom(SEED);
        List<SourceArticle> articles = new ArrayList<>(count);
        int[] toldOf = new int[LIVE_STORIES];
        int[] seeds = new int[LIVE_STORIES];
        for (int i = 0; i < count; i++) {
            int place = random.nextInt(LIVE_STORIES);
            int begin = place + seeds[place] * LIVE_STORIES;
            List<SourceArticle> kind = kinds.get(begin % kinds.size());
            SourceArticle told = kind.get(toldOf[place]++ % kind.size());
            List<String> background = new ArrayList<>();
            for (int step : BACKGROUND) {
                background.addAll(sentences(kinds.get((begin + step) % kinds.size())));
            }
            Renaming renaming = Renaming.of(names, begin);
            articles.add(article(
                    "bench-" + i,
                    renaming.apply(told.title()),
                    renaming.apply(told.text() + "\n\n" + filler(background, words(told.text()), random)),
                    BEGIN.plus(STEP.multipliedBy(i)),
                    "outlet " + i % 97));
            if (toldOf[place] >= kind.size() * 3) {
                toldOf[place] = 0;
                seeds[place]++;
            }
        }
        return new Workload("training stories recombined, seed " + SEED, articles);
    }

    /** Sentences at random, each once, until an article is long enough or none is left. */
    private static String filler(List<String> sentences, int already, SplittableRandom random) {
        double target = Math.min(MOST_WORDS, Math.exp(LOG_MEDIAN_WORDS + LOG_SPREAD * gaussian(random)));
        StringBuilder text = new StringBuilder();
        int words = already;
        for (int n = 1; words < target && !sentences.isEmpty(); n++) {
            String sentence = sentences.remove(random.nextInt(sentences.size()));
            text.append(sentence).append(n % 3 == 0 ? "\n\n" : " ");
            words += words(sentence);
        }
        return text.toString();
    }

    private static List<String> sentences(List<SourceArticle> story) {
        return story.stream()
                .flatMap(article -> List.of(article.text().split("(?<=[.!?])\\s+")).stream())
                .toList();
    }

    /** Sum of twelve even draws, less six: near enough to a normal deviate, and the same on every machine. */
    private static double gaussian(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    /** The stories that the judge of shifts learns from, each with its articles in order. */
    private static List<List<SourceArticle>> trainingStories() throws IOException {
        Path home = Path.of(System.getProperty("deltawire.root", "."));
        List<Path> folders;
        try (Stream<Path> all = Files.list(home.resolve("streams-app/src/train/turns"))) {
            folders = all.filter(Files::isDirectory).sorted().toList();
        }
        ArticleParser parser = new ArticleParser(ArticleLimits.timeless());
        Map<String, List<SourceArticle>> stories = new LinkedHashMap<>();
        for (Path folder : folders) {
            try (JsonLines lines = JsonLines.open(folder.resolve("articles.jsonl"), ArticleLimits.MAX_BYTES)) {
                for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                    parse(parser, line.get())
                            .ifPresent(article -> stories.computeIfAbsent(
                                            folder.getFileName() + "/"
                                                    + article.id().replaceAll("-\\d+$", ""),
                                            story -> new ArrayList<>())
                                    .add(article));
                }
            }
        }
        return List.copyOf(stories.values());
    }

    private static SourceArticle article(String id, String title, String text, Instant at, String source) {
        return new SourceArticle(id, "", title, text, Optional.of(at), source, "en", "");
    }

    private static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = text.charAt(i) > ' ';
            words += letter && !inside ? 1 : 0;
            inside = letter;
        }
        return words;
    }
}
