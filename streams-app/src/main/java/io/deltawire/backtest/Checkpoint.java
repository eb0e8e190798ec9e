package io.deltawire.backtest;

import io.deltawire.state.MapPieces;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * All that a run needs to go on where it was: what it is a run of, how far it came, how long its files were then, and the
 * engines' state. Written beside the one before and put in its place when it is whole.
 *
 * @param of what the run is of and made with; another one cannot go on from here
 */
record Checkpoint(String of, Count count, Map<String, Long> lengths) {
    private static final String NAME = "checkpoint";
    private static final int VERSION = 1;

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    void write(Path folder, Desk.State state) throws IOException {
        Path next = folder.resolve(NAME + ".next");
        CRC32 sum = new CRC32();
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new CheckedOutputStream(Files.newOutputStream(next), sum), 1 << 16))) {
            out.writeInt(VERSION);
            text(out, of);
            out.writeLong(count.last().effective());
            text(out, count.last().articleId());
            for (int number : new int[] {
                count.articles(), count.undated(), count.failed(), count.repeated(), count.stories(), lengths.size()
            }) {
                out.writeInt(number);
            }
            for (Map.Entry<String, Long> each : lengths.entrySet()) {
                text(out, each.getKey());
                out.writeLong(each.getValue());
            }
            for (MapPieces pieces : state.all()) {
                write(out, pieces);
            }
            out.flush();
            out.writeLong(sum.getValue());
        }
        Files.move(next, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Reads the checkpoint of a folder, and the engines' state into empty pieces. */
    static Checkpoint read(Path folder, Desk.State state) throws IOException {
        Path file = folder.resolve(NAME);
        CRC32 sum = new CRC32();
        try (CheckedInputStream checked =
                        new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), sum);
                DataInputStream in = new DataInputStream(checked)) {
            if (in.readInt() != VERSION) {
                throw new IOException(file + " is of another version");
            }
            String of = text(in);
            Turn.Place last = new Turn.Place(in.readLong(), text(in));
            Count count = new Count(last, in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
            Map<String, Long> lengths = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                lengths.put(text(in), in.readLong());
            }
            for (MapPieces pieces : state.all()) {
                read(in, pieces);
            }
            long expected = sum.getValue();
            if (in.readLong() != expected) {
                throw new IOException(file + " is damaged");
            }
            return new Checkpoint(of, count, lengths);
        }
    }

    private static void write(DataOutputStream out, MapPieces pieces) throws IOException {
        out.writeInt(pieces.size());
        IOException[] failure = new IOException[1];
        pieces.scan("", (key, piece) -> {
            try {
                if (failure[0] == null) {
                    text(out, key);
                    out.writeInt(piece.length);
                    out.write(piece);
                }
            } catch (IOException e) {
                failure[0] = e;
            }
        });
        if (failure[0] != null) {
            throw failure[0];
        }
    }

    private static void read(DataInputStream in, MapPieces pieces) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            String key = text(in);
            pieces.put(key, in.readNBytes(in.readInt()));
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
