package io.deltawire.backtest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A file of JSON lines that knows its length, and can be cut back to an earlier one and gone on with. */
final class LineFile implements Closeable {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private long length;

    /** @param keep bytes of the file to keep; what follows them is cut off */
    LineFile(Path file, long keep) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            if (access.length() < keep) {
                throw new IOException(file + " is shorter than it was left: " + access.length() + " bytes of " + keep);
            }
            access.setLength(keep);
        }
        out = new BufferedOutputStream(new FileOutputStream(file.toFile(), true), BUFFER);
        length = keep;
    }

    static byte[] json(Object value) throws IOException {
        return MAPPER.writeValueAsBytes(value);
    }

    void line(Object fields) throws IOException {
        write(json(fields));
        write('\n');
    }

    void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
        length += count;
    }

    void write(char ascii) throws IOException {
        out.write(ascii);
        length++;
    }

    /** Bytes written, those kept included. */
    long length() {
        return length;
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
