package io.deltawire.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** TCP ports on the loopback interface, the only one that anything in this module listens on. */
final class Ports {
    private Ports() {}

    /** Returns {@code count} different ports that were free a moment ago. */
    static List<Integer> free(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            // All are held before any is let go, so that no port is handed out twice.
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on 127.0.0.1", e);
        } finally {
            held.forEach(Ports::release);
        }
    }

    /**
     * Checks that nobody listens on {@code port}.
     *
     * @throws PortTakenException naming the port and what wanted it
     */
    static void requireFree(int port, String what) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new PortTakenException(port, what, e);
        }
    }

    /** {@code wanted} if nobody listens on it, else some free port. */
    static int freeOr(int wanted) {
        try {
            requireFree(wanted, "usual service");
            return wanted;
        } catch (PortTakenException e) {
            return free(1).get(0);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
