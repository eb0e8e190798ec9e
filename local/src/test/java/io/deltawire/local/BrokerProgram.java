package io.deltawire.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A broker in a process of its own, so that it can be killed. Ends with the process that started it. */
final class BrokerProgram {
    private BrokerProgram() {}

    /** Arguments: directory, port. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Broker broker = Broker.start(Path.of(args[0]), Integer.parseInt(args[1]));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-end"));
        ended.await();
    }

    static Process start(Path directory, int port, File log) throws IOException {
        return Child.start(
                List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                BrokerProgram.class,
                List.of(directory.toString(), Integer.toString(port)),
                log);
    }
}
