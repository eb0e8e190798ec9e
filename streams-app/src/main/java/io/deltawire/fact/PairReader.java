package io.deltawire.fact;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.deltawire.text.WordPieces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the sentences of two figures side by side: a small transformer (MiniLM, six layers of 384) that has learnt from our stories which
 * figure is another's new value. One pair takes some milliseconds. {@code src/train/pairs} makes the model. Thread-safe.
 */
final class PairReader {
    private static final Logger LOG = LoggerFactory.getLogger(PairReader.class);

    private static final String MODEL = "/io/deltawire/fact/pairs.onnx";
    private static final String VOCABULARY = "/io/deltawire/text/en/word-pieces.txt.gz";

    /** Pieces of one side at most: of what is told of, and with the sentence. */
    private static final int MOST_OF_HEAD = 20;

    private static final int MOST = 48;

    /** The runtime needs more room than a thread has by default where the class path is long. */
    private static final long STACK = 16L << 20;

    private static final long BEFORE = 1;
    private static final long NOW = 2;

    /** Loads the model when it is first needed. */
    private static final class Shipped {
        static final @Nullable PairReader READER = load();
    }

    private final WordPieces pieces;
    private final int begin;
    private final int between;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private PairReader(OrtEnvironment environment, WordPieces pieces, byte[] model) throws OrtException {
        this.environment = environment;
        this.pieces = pieces;
        begin = pieces.id("[CLS]");
        between = pieces.id("[SEP]");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // one thread: the same sums in the same order
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model, options);
        }
    }

    /** The shipped one; null where its runtime has no library for this machine. */
    static @Nullable PairReader shipped() {
        return Shipped.READER;
    }

    private static @Nullable PairReader load() {
        CompletableFuture<@Nullable PairReader> made = new CompletableFuture<>();
        Thread thread =
                new Thread(null, () -> made.completeAsync(PairReader::read, Runnable::run), "pair-reader", STACK);
        thread.setDaemon(true);
        thread.start();
        return made.join();
    }

    private static @Nullable PairReader read() {
        OrtEnvironment environment;
        try {
            environment = OrtEnvironment.getEnvironment();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn(
                    "Doubtful figures are judged without reading their sentences: ONNX Runtime does not start on {} {} ({})."
                            + " It runs on Linux with glibc, macOS on ARM and Windows; elsewhere some changes come out otherwise.",
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    e.toString());
            return null;
        }
        try (InputStream vocabulary = new GZIPInputStream(resource(VOCABULARY));
                InputStream model = resource(MODEL)) {
            return new PairReader(environment, new WordPieces(vocabulary), model.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(MODEL, e);
        } catch (OrtException e) {
            throw new IllegalStateException(MODEL + ": " + e.getMessage(), e);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = PairReader.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("missing resource " + name);
        }
        return in;
    }

    /** Log-odds that the one is the new value of the other, as the sentences read; of the stories learnt from a quarter are. */
    double odds(PairSentences.Pair pair) {
        Side before = side(pair.before());
        Side now = side(pair.now());
        int length = before.size() + now.size() + 3;
        LongBuffer ids = LongBuffer.allocate(length);
        LongBuffer sides = LongBuffer.allocate(length);
        LongBuffer marks = LongBuffer.allocate(length);
        ids.put(begin);
        marks.put(0);
        put(before, BEFORE, ids, marks);
        while (sides.position() < ids.position()) {
            sides.put(0);
        }
        put(now, NOW, ids, marks);
        while (sides.position() < ids.position()) {
            sides.put(1);
        }
        return run(ids.flip(), sides.flip(), marks.flip());
    }

    private void put(Side side, long mark, LongBuffer ids, LongBuffer marks) {
        for (int i = 0; i < side.size(); i++) {
            ids.put(side.ids()[i]);
            marks.put(side.told()[i] ? mark : 0);
        }
        ids.put(between);
        marks.put(0);
    }

    private double run(LongBuffer ids, LongBuffer sides, LongBuffer marks) {
        long[] shape = {1, ids.remaining()};
        try (OnnxTensor ofIds = OnnxTensor.createTensor(environment, ids, shape);
                OnnxTensor ofSides = OnnxTensor.createTensor(environment, sides, shape);
                OnnxTensor ofMarks = OnnxTensor.createTensor(environment, marks, shape);
                OrtSession.Result result = session.run(Map.of("ids", ofIds, "sides", ofSides, "marks", ofMarks))) {
            return ((float[]) result.get(0).getValue())[0];
        } catch (OrtException e) {
            throw new IllegalStateException("reading a pair of " + shape[1] + " pieces: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
    private record Side(int[] ids, boolean[] told) {
        int size() {
            return ids.length;
        }
    }

    /** What is told of and its value, then as much of the sentence as there is room for, around the figure. */
    private Side side(PairSentences.Told told) {
        WordPieces.Cut head = pieces.cut("quantity " + told.subject() + " " + told.value() + " " + told.unit() + " |");
        WordPieces.Cut text = pieces.cut(told.sentence());
        ToldFigure figure = ToldFigure.of(told.sentence(), told.value());
        int ofHead = Math.min(MOST_OF_HEAD, head.size());
        int room = Math.min(MOST - ofHead, text.size());
        int first = Math.max(0, Math.min(middle(text, figure) - (MOST - ofHead) / 2, text.size() - room));
        int[] ids = new int[ofHead + room];
        boolean[] marked = new boolean[ids.length];
        System.arraycopy(head.ids(), 0, ids, 0, ofHead);
        System.arraycopy(text.ids(), first, ids, ofHead, room);
        for (int i = 0; i < room; i++) {
            marked[ofHead + i] = within(text, first + i, figure);
        }
        return new Side(ids, marked);
    }

    private static boolean within(WordPieces.Cut text, int piece, ToldFigure figure) {
        return figure.told() && text.begins()[piece] < figure.end() && text.ends()[piece] > figure.begin();
    }

    private static int middle(WordPieces.Cut text, ToldFigure figure) {
        int first = 0;
        int pieces = 0;
        for (int i = 0; i < text.size(); i++) {
            if (within(text, i, figure)) {
                first = pieces == 0 ? i : first;
                pieces++;
            }
        }
        return first + pieces / 2;
    }
}
