package io.deltawire.article;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Cuts a stream into lines without ever holding more than one, and of that no more than a limit. Blank lines are passed
 * over. Not thread-safe.
 */
public final class JsonLines implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int maxBytes;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long number;
    private long offset;

    /**
     * One line.
     *
     * @param number from 1
     * @param offset of the first byte, in the uncompressed stream
     * @param bytes without the line break; cut off when {@code tooLong}
     */
    public record Line(long number, long offset, ByteBuffer bytes, boolean tooLong) {}

    public JsonLines(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** Opens a file, through gzip if its first bytes say so. */
    public static JsonLines open(Path file, int maxBytes) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return new JsonLines(inflated(raw), maxBytes);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** The stream itself, or what is in it if its first bytes say gzip. */
    public static InputStream inflated(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in, BUFFER) : in;
    }

    /** The next line that is not blank, or empty at the end. */
    public Optional<Line> next() throws IOException {
        while (fill()) {
            Line line = cut();
            if (line.tooLong() || !isBlank(line.bytes())) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Line cut() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long start = offset;
        boolean tooLong = false;
        boolean open = true;
        while (open && fill()) {
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            int room = Math.min(stop - at, maxBytes - line.size());
            tooLong |= room < stop - at;
            line.write(buffer, at, room);
            open = stop == end;
            offset += stop - at + (open ? 0 : 1);
            at = open ? stop : stop + 1;
        }
        return new Line(++number, start, ByteBuffer.wrap(line.toByteArray()), tooLong);
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(in.read(buffer), 0);
        }
        return end > 0;
    }

    private static boolean isBlank(ByteBuffer bytes) {
        for (int i = 0; i < bytes.limit(); i++) {
            byte one = bytes.get(i);
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }
}
