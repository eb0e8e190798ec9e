package io.deltawire.serve;

import io.deltawire.view.Filter;
import io.deltawire.view.Positions;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * One subscriber to the stream. Writing never waits for it: what it is slow to take is queued, and who falls too far behind is let
 * go and comes back with {@code Last-Event-ID}.
 */
final class StreamClient implements WriteListener {
    private static final int MOST_QUEUED = 4 << 20;

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final ServletOutputStream out;
    private final Deque<byte[]> queue = new ArrayDeque<>();
    private final Filter filter;
    private int queued;
    private boolean started;
    private boolean closed;

    /** Up to where it has been told; only the thread that tells touches it. */
    private Positions told;

    StreamClient(ServletOutputStream out, Filter filter, Positions told) {
        this.out = out;
        this.filter = filter;
        this.told = told;
    }

    /** Completed when the connection is to be closed. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    Filter filter() {
        return filter;
    }

    Positions told() {
        return told;
    }

    void told(Positions now) {
        told = now;
    }

    /** To be called once, after the first {@link #send}. */
    void start() {
        out.setWriteListener(this);
    }

    /** Queues bytes that are not changed any more; false when it is gone. */
    synchronized boolean send(byte[] bytes) {
        if (closed) {
            return false;
        }
        queue.add(bytes);
        queued += bytes.length;
        if (queued > MOST_QUEUED) {
            end();
            return false;
        }
        if (started) {
            write();
        }
        return true;
    }

    @Override
    public synchronized void onWritePossible() {
        started = true;
        write();
    }

    private void write() {
        try {
            while (!closed && out.isReady()) {
                byte[] next = queue.poll();
                if (next == null) {
                    return;
                }
                queued -= next.length;
                out.write(next);
                if (queue.isEmpty() && out.isReady()) {
                    out.flush();
                }
            }
        } catch (IOException | IllegalStateException e) {
            end();
        }
    }

    @Override
    public synchronized void onError(Throwable failure) {
        end();
    }

    synchronized void end() {
        if (!closed) {
            closed = true;
            queue.clear();
            ended.complete(null);
        }
    }
}
