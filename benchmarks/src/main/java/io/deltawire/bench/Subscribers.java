package io.deltawire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Subscribers to an instance's stream of changes that read all they are sent; one thread for all, so that they cost little themselves. */
final class Subscribers implements AutoCloseable {
    private static final String THREAD = "bench-subscribers";
    private static final int BUFFER = 1 << 18;

    private final Selector selector;
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean closing;
    private volatile @Nullable IOException failure;
    private final Thread thread = new Thread(this::read, THREAD);

    private Subscribers(Selector selector) {
        this.selector = selector;
    }

    /** Connects so many. */
    static Subscribers connect(URI instance, int count) throws IOException {
        Subscribers subscribers = new Subscribers(Selector.open());
        byte[] request = ("GET /api/changes/stream HTTP/1.1\r\nHost: " + instance.getAuthority() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(instance.getHost(), instance.getPort()));
            ByteBuffer asked = ByteBuffer.wrap(request);
            while (asked.hasRemaining()) {
                channel.write(asked);
            }
            channel.configureBlocking(false);
            channel.register(subscribers.selector, SelectionKey.OP_READ);
        }
        subscribers.thread.setDaemon(true);
        subscribers.thread.start();
        return subscribers;
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        try {
            while (!closing) {
                selector.select(key -> take((SocketChannel) key.channel(), buffer));
            }
        } catch (IOException e) {
            failure = e;
        } catch (UncheckedIOException e) {
            failure = e.getCause();
        }
    }

    private void take(SocketChannel channel, ByteBuffer buffer) {
        try {
            int read = channel.read(buffer.clear());
            if (read < 0) {
                throw new IOException("the instance let a subscriber go");
            }
            bytes.addAndGet(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that all of them have read. */
    long bytes() {
        return bytes.get();
    }

    /** Whether a thread's name is that of ours. */
    static boolean isThread(String name) {
        return name.equals(THREAD);
    }

    /** @throws IOException if one of them was let go before */
    @Override
    public void close() throws IOException {
        closing = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
        IOException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }
}
