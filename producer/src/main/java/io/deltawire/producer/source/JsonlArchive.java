package io.deltawire.producer.source;

import io.deltawire.article.ArticleLimits;
import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.JsonLines;
import io.deltawire.article.SourceArticle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file of JSON lines, gzip or not; a place is the byte offset of a line. A compressed file is unpacked into a temporary
 * file when it is first read at a place, as gzip has no places.
 */
public final class JsonlArchive implements Archive {
    private final Path file;
    private final ArticleLimits limits;
    private final ArticleParser parser;
    private final ByteBuffer chunk = ByteBuffer.allocate(8192);
    private @Nullable FileChannel channel;
    private @Nullable Path unpacked;

    public JsonlArchive(Path file, ArticleLimits limits) {
        this.file = file;
        this.limits = limits;
        this.parser = new ArticleParser(limits);
    }

    @Override
    public void scan(Visitor visitor) {
        JsonlStream.scan(file.toString(), () -> JsonLines.open(file, limits.maxBytes()), () -> parser, visitor);
    }

    @Override
    public SourceArticle read(long place) throws IOException, BadArticleException {
        FileChannel open = channel();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long at = place;
        boolean ended = false;
        while (!ended && line.size() <= limits.maxBytes()) {
            int read = open.read(chunk.clear(), at);
            at += read;
            int length = 0;
            while (length < read && chunk.get(length) != '\n') {
                length++;
            }
            line.write(chunk.array(), 0, length);
            ended = read <= 0 || length < read;
        }
        boolean tooLong = line.size() > limits.maxBytes();
        return parser.parse(new JsonLines.Line(0, place, ByteBuffer.wrap(line.toByteArray()), tooLong));
    }

    @Override
    public String where(long place) {
        return file + " at byte " + place;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        if (unpacked != null) {
            Files.deleteIfExists(unpacked);
        }
    }

    private FileChannel channel() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(isGzip() ? unpack() : file, StandardOpenOption.READ);
        }
        return channel;
    }

    private boolean isGzip() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    private Path unpack() throws IOException {
        Path target = Files.createTempFile("deltawire-", ".jsonl");
        target.toFile().deleteOnExit();
        unpacked = target;
        try (InputStream in = JsonLines.inflated(Files.newInputStream(file))) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }
}
