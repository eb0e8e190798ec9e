package io.deltawire.producer.source;

import io.deltawire.article.ArticleLimits;
import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.BadArticleException.Reason;
import io.deltawire.article.SourceArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Text and HTML files, one article each; a place is the number of a file. A page without a date is as old as its file; its
 * id does not depend on that.
 */
public final class PageArchive implements Archive {
    private final List<Path> files;
    private final ArticleLimits limits;
    private final ArticleParser parser;

    public PageArchive(List<Path> files, ArticleLimits limits) {
        this.files = List.copyOf(files);
        this.limits = limits;
        this.parser = new ArticleParser(limits);
    }

    @Override
    public void scan(Visitor visitor) {
        for (int i = 0; i < files.size(); i++) {
            try {
                visitor.article(i, read(i));
            } catch (BadArticleException e) {
                visitor.bad(where(i), e);
            } catch (IOException e) {
                visitor.bad(where(i), Unreadable.because(e));
            }
        }
    }

    @Override
    public SourceArticle read(long place) throws IOException, BadArticleException {
        Path file = files.get((int) place);
        if (Files.size(file) > limits.maxBytes()) {
            throw new BadArticleException(Reason.TOO_LARGE, "more than " + limits.maxBytes() + " bytes");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length == 0) {
            throw new BadArticleException(Reason.EMPTY, "empty file");
        }
        SourceArticle article = isText(file) ? TextPage.read(bytes, parser) : HtmlPage.read(bytes, parser);
        if (article.publishedAt().isPresent()) {
            return article;
        }
        return new SourceArticle(
                article.id(),
                article.url(),
                article.title(),
                article.text(),
                Optional.of(limits.checked(Files.getLastModifiedTime(file).toInstant())),
                article.source(),
                article.lang(),
                article.section());
    }

    @Override
    public String where(long place) {
        return files.get((int) place).toString();
    }

    @Override
    public void close() {}

    private static boolean isText(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".txt");
    }
}
