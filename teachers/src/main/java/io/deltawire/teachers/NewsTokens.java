package io.deltawire.teachers;

import io.deltawire.article.ArticleLimits;
import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.SourceArticle;
import io.deltawire.text.Article;
import io.deltawire.text.Document;
import io.deltawire.text.Reader;
import io.deltawire.text.Sentence;
import io.deltawire.text.Token;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Sentences of articles, read as ENRICH reads them, each text of a sentence once. */
final class NewsTokens {
    private static final int FEWEST = 4;
    private static final int MOST = 80;

    private NewsTokens() {}

    /**
     * Whole texts chosen by chance until there are so many sentences; those without a capitalised word but the first are left out.
     */
    static String write(List<Path> files, int sentences, long seed, Path out) throws IOException {
        ArticleParser parser = new ArticleParser(ArticleLimits.timeless());
        Reader reader = new Reader();
        Set<String> seen = new HashSet<>();
        List<List<String>> texts = new ArrayList<>();
        long left = 0;
        for (Path file : files) {
            try (BufferedReader lines = open(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    try {
                        texts.add(sentences(reader.read(article(parser.parse(line))), seen));
                    } catch (BadArticleException bad) {
                        left++;
                    }
                }
            }
        }
        Collections.shuffle(texts, new Random(seed));
        int count = 0;
        try (PrintWriter writer = new PrintWriter(out.toFile(), StandardCharsets.UTF_8)) {
            for (List<String> text : texts) {
                if (!text.isEmpty() && count < sentences) {
                    writer.print("-DOCSTART-\n\n");
                    text.forEach(sentence -> writer.print(sentence + "\n"));
                    count += text.size();
                }
            }
        }
        return "%d of %d sentences, %d articles; %d lines were no articles"
                .formatted(count, seen.size(), texts.size(), left);
    }

    /** Its sentences of prose that no text before had, a token a line. */
    private static List<String> sentences(Document document, Set<String> seen) {
        List<String> sentences = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            List<Token> tokens = document.tokens().subList(sentence.firstToken(), sentence.endToken());
            boolean prose = document.lang().equals("en")
                    && !sentence.headline()
                    && tokens.size() >= FEWEST
                    && tokens.size() <= MOST
                    && tokens.stream().skip(1).anyMatch(token -> Character.isUpperCase(
                            token.text().charAt(0)));
            String text = tokens.stream().map(token -> token.text() + "\n").collect(Collectors.joining());
            if (prose && seen.add(text.toLowerCase(Locale.ROOT))) {
                sentences.add(text);
            }
        }
        return sentences;
    }

    private static Article article(SourceArticle source) {
        Instant time = source.publishedAt().orElse(Instant.EPOCH);
        return new Article(
                source.id(), source.url(), source.title(), source.text(), time, source.source(), source.lang());
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        return new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream, StandardCharsets.UTF_8));
    }
}
