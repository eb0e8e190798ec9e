package io.deltawire.backtest;

import io.deltawire.article.ArticleLimits;
import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.PlainText;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Sorts lines on disk into the one order: pieces that fit into memory are sorted and written beside the system's other temporary
 * files, then merged. Lines of one place keep the order they came in.
 */
final class LineSort implements ArticleFiles.Lines {
    private static final long PIECE_BYTES = 64L << 20;
    private static final int BUFFER = 1 << 16;

    /** Memory that a line takes beside its bytes. */
    private static final int OVERHEAD = 200;

    /** The line was an article before: whatever its size and time, it is one now. */
    private final ArticleParser parser =
            new ArticleParser(new ArticleLimits(Integer.MAX_VALUE, Instant.MIN, Instant.MAX));

    private final List<Piece> pieces = new ArrayList<>();
    private final PriorityQueue<Piece> heads =
            new PriorityQueue<>(Comparator.comparing(Piece::place).thenComparing(Piece::number));

    private record Key(Turn.Place place, ByteBuffer line) {}

    private LineSort() {}

    static ArticleFiles.Lines sorted(ArticleFiles.Lines lines) throws IOException {
        LineSort sort = new LineSort();
        List<Key> held = new ArrayList<>();
        long bytes = 0;
        for (Optional<ArticleFiles.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
            Turn turn = next.get().turn();
            held.add(new Key(turn.place(), next.get().bytes()));
            bytes += next.get().bytes().remaining() + OVERHEAD;
            if (bytes >= PIECE_BYTES) {
                sort.write(held);
                held.clear();
                bytes = 0;
            }
        }
        sort.write(held);
        for (Piece piece : sort.pieces) {
            sort.advance(piece);
        }
        return sort;
    }

    private void write(List<Key> held) throws IOException {
        held.sort(Comparator.comparing(Key::place));
        Path file = Files.createTempFile("deltawire-sort", ".part");
        file.toFile().deleteOnExit();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
            for (Key key : held) {
                byte[] id = key.place().articleId().getBytes(StandardCharsets.UTF_8);
                out.writeLong(key.place().effective());
                out.writeInt(id.length);
                out.write(id);
                out.writeInt(key.line().remaining());
                out.write(
                        key.line().array(),
                        key.line().arrayOffset() + key.line().position(),
                        key.line().remaining());
            }
        }
        pieces.add(new Piece(pieces.size(), file, held.size()));
    }

    private void advance(Piece piece) throws IOException {
        if (piece.read()) {
            heads.add(piece);
        }
    }

    @Override
    public Optional<ArticleFiles.Line> next() throws IOException {
        Piece first = heads.poll();
        if (first == null) {
            return Optional.empty();
        }
        ByteBuffer line = ByteBuffer.wrap(first.line);
        Turn turn;
        try {
            turn = ArticleFiles.turn(
                    parser.parse(PlainText.decode(line)), Instant.ofEpochMilli(first.place.effective()));
        } catch (BadArticleException e) {
            throw new IllegalStateException("a line that was an article is none any more", e);
        }
        advance(first);
        return Optional.of(new ArticleFiles.Line(turn, line));
    }

    @Override
    public void close() throws IOException {
        for (Piece piece : pieces) {
            piece.close();
        }
    }

    /** A sorted piece on disk, and its next line. */
    private static final class Piece {
        private final int number;
        private final Path file;
        private final DataInputStream in;
        private int left;
        private Turn.Place place = Turn.Place.BEFORE_ALL;
        private byte[] line = {};

        Piece(int number, Path file, int size) throws IOException {
            this.number = number;
            this.file = file;
            this.left = size;
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
        }

        int number() {
            return number;
        }

        Turn.Place place() {
            return place;
        }

        boolean read() throws IOException {
            if (left-- <= 0) {
                return false;
            }
            long effective = in.readLong();
            String id = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            place = new Turn.Place(effective, id);
            line = in.readNBytes(in.readInt());
            return true;
        }

        void close() throws IOException {
            in.close();
            Files.deleteIfExists(file);
        }
    }
}
