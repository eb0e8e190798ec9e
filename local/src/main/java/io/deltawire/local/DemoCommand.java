package io.deltawire.local;

import io.deltawire.producer.ConsoleProgress;
import io.deltawire.producer.Publication;
import io.deltawire.producer.PublishOptions;
import io.deltawire.producer.Summary;
import io.deltawire.schemas.Settings;
import io.deltawire.web.HttpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deltawire demo}: the whole line on this machine. */
@Command(
        name = "demo",
        description = {
            "Starts a Kafka broker and a schema registry, creates topics, publishes articles (the samples, if nothing else is",
            "named), runs the streams app, and prints stories and changes as they come. Stays up until Ctrl-C, so that",
            "other terminals can publish and subscribe. Nothing is left behind."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all articles went through",
            "1:failed",
            "2:wrong use of the command",
            "3:went through, but some input was skipped"
        })
final class DemoCommand implements Callable<Integer> {
    private static final long STALLED_AFTER_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final int WIDTH = 140;

    @Option(
            names = "--input",
            paramLabel = "FILE|DIR",
            description = "Articles to publish: JSONL, or a folder of .txt, .html and .jsonl (default: the samples).")
    private @Nullable Path input;

    @Option(names = "--once", description = "End when all articles are through.")
    private boolean once;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the broker (default: 9092, or a free one if that is taken).")
    private int port;

    @Option(
            names = "--http-port",
            paramLabel = "N",
            description = "Port of the page (default: 8080, or a free one if that is taken).")
    private int httpPort;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        if (input != null && !Files.isReadable(input)) {
            throw new ParameterException(spec.commandLine(), "cannot read " + input);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("Starting a Kafka broker, a schema registry and the streams app …");
        out.flush();
        long begun = System.nanoTime();
        int brokerPort = port != 0 ? port : Ports.freeOr(LocalCommand.BROKER_PORT);
        int pagePort = httpPort != 0 ? httpPort : Ports.freeOr(HttpSettings.DEFAULT_PORT);
        CountDownLatch ended = new CountDownLatch(1);
        try (DemoLine line = DemoLine.start(brokerPort, Ports.freeOr(LocalCommand.REGISTRY_PORT), pagePort)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(line, ended), "demo-end"));
            out.printf(
                    Locale.ROOT,
                    "Ready in %.1f s. The page is on %s%n",
                    (System.nanoTime() - begun) / 1e9,
                    line.address());
            out.flush();
            Summary summary = run(line, out);
            if (!once) {
                tellHowToConnect(line, out);
                stayUp(line, out, ended);
            }
            return summary.skippedInAll() == 0 ? 0 : 3;
        }
    }

    private Summary run(DemoLine line, PrintWriter out) throws IOException, InterruptedException, ExecutionException {
        PrintWriter err = spec.commandLine().getErr();
        ConsoleProgress progress = new ConsoleProgress(err, Ansi.AUTO.enabled());
        Path samples = Files.createTempFile("deltawire-samples", ".jsonl");
        try (Display display = Display.fromTheBeginning(line.settings(), new Screen(out, Ansi.AUTO, WIDTH));
                Backlog backlog = new Backlog(line.settings())) {
            String source = (input == null ? unpacked(samples) : input).toString();
            Summary summary =
                    new Publication(line.settings(), PublishOptions.DEFAULT, progress).publish(List.of(source));
            progress.end();
            err.println(summary);
            err.flush();
            followUntilThrough(line, display, backlog);
            display.printToTheEnd();
            return summary;
        } finally {
            Files.deleteIfExists(samples);
        }
    }

    private static void followUntilThrough(DemoLine line, Display display, Backlog backlog)
            throws IOException, InterruptedException, ExecutionException {
        long worked = -1;
        long since = System.nanoTime();
        while (!backlog.isThrough()) {
            display.print();
            if (line.failed()) {
                throw new IOException("the streams app failed; DELTAWIRE_OPTS=-Ddeltawire.log=INFO shows why");
            }
            long now = backlog.worked();
            if (now != worked) {
                worked = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > STALLED_AFTER_NANOS) {
                throw new IOException("the streams app stands still; DELTAWIRE_OPTS=-Ddeltawire.log=INFO shows why");
            }
            Thread.sleep(200);
        }
    }

    /** Prints on, for what other terminals publish. */
    private static void stayUp(DemoLine line, PrintWriter out, CountDownLatch ended)
            throws IOException, InterruptedException {
        try (Display display = Display.fromNowOn(line.settings(), new Screen(out, Ansi.AUTO, WIDTH))) {
            while (!ended.await(300, TimeUnit.MILLISECONDS)) {
                display.print();
                if (line.failed()) {
                    throw new IOException("the streams app failed");
                }
            }
        }
    }

    private static void tellHowToConnect(DemoLine line, PrintWriter out) {
        Settings settings = line.settings();
        String broker = settings.get("bootstrap.servers", "");
        String registry = settings.get("schema.registry.url", "");
        String where = " --bootstrap-server " + broker + " --registry " + registry;
        out.println();
        out.println("The line stays up until Ctrl-C. In a browser: " + line.address() + "  From other terminals:");
        out.println("  ./deltawire watch changes --from beginning" + where);
        out.println("  ./deltawire publish FILE.jsonl" + where);
        out.println("  ./deltawire topics list" + where);
        out.flush();
    }

    private static Path unpacked(Path file) throws IOException {
        try (InputStream resource = DemoCommand.class.getResourceAsStream("/samples/articles.jsonl")) {
            Files.write(file, Objects.requireNonNull(resource, "samples").readAllBytes());
            return file;
        }
    }

    private static void end(DemoLine line, CountDownLatch ended) {
        ended.countDown();
        try {
            line.close();
        } catch (IOException e) {
            System.err.println("deltawire: " + e.getMessage());
        }
    }
}
