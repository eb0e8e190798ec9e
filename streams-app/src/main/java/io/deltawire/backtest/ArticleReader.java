package io.deltawire.backtest;

import io.deltawire.article.ArticleLimits;
import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.JsonLines;
import io.deltawire.article.PlainText;
import io.deltawire.text.Article;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Reads the articles of an {@link ArticleFile} one by one in its order, in place or by jumping about. Not thread-safe. */
final class ArticleReader implements Iterator<Article>, Closeable {
    private final Iterator<ArticleFile.Entry> order;
    private final Lines lines;

    /** Gives the text of one entry after another. */
    private interface Lines extends Closeable {
        Article read(ArticleFile.Entry entry) throws IOException, BadArticleException;
    }

    private ArticleReader(Iterator<ArticleFile.Entry> order, Lines lines) {
        this.order = order;
        this.lines = lines;
    }

    /** A file whose lines are in order already. */
    static ArticleReader inPlace(Path file, ArticleParser parser, ArticleLimits limits, List<ArticleFile.Entry> order)
            throws IOException {
        JsonLines stream = JsonLines.open(file, limits.maxBytes());
        return new ArticleReader(order.iterator(), new Lines() {
            @Override
            public Article read(ArticleFile.Entry entry) throws IOException, BadArticleException {
                Optional<JsonLines.Line> line = stream.next();
                while (line.isPresent() && line.get().offset() < entry.offset()) {
                    line = stream.next();
                }
                JsonLines.Line found = line.orElseThrow(() -> new IOException(file + " has changed while it was read"));
                return ArticleFile.article(parser.parse(found), entry.publishedAt());
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        });
    }

    /** A file whose lines are in any order; a compressed one is unpacked beside the system's other temporary files. */
    static ArticleReader anyPlace(Path file, ArticleParser parser, List<ArticleFile.Entry> order) throws IOException {
        Path plain = Files.createTempFile("deltawire-backtest", ".jsonl");
        try (InputStream in = JsonLines.inflated(new FileInputStream(file.toFile()))) {
            Files.copy(in, plain, StandardCopyOption.REPLACE_EXISTING);
        }
        RandomAccessFile access = new RandomAccessFile(plain.toFile(), "r");
        return new ArticleReader(order.iterator(), new Lines() {
            @Override
            public Article read(ArticleFile.Entry entry) throws IOException, BadArticleException {
                byte[] line = new byte[entry.length()];
                access.seek(entry.offset());
                access.readFully(line);
                return ArticleFile.article(parser.parse(PlainText.decode(ByteBuffer.wrap(line))), entry.publishedAt());
            }

            @Override
            public void close() throws IOException {
                access.close();
                Files.deleteIfExists(plain);
            }
        });
    }

    @Override
    public boolean hasNext() {
        return order.hasNext();
    }

    @Override
    public Article next() {
        if (!order.hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            return lines.read(order.next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadArticleException e) {
            throw new IllegalStateException("a line that was an article is none any more", e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
