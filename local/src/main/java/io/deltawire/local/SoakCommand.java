package io.deltawire.local;

import io.deltawire.ops.StreamsSettings;
import io.deltawire.ops.TopicPlan;
import io.deltawire.ops.TopicSetup;
import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deltawire soak}. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a whole line on this machine (broker, registry, the streams app in a process of",
            "its own) under an even load of made-up news, and prints memory, disk and lag as time",
            "goes on. At the end it says whether they stayed flat."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:lag and memory stayed flat", "1:they did not, or it failed", "2:usage"})
final class SoakCommand implements Callable<Integer> {
    private static final int ROWS = 18;
    private static final Duration UP_WITHIN = Duration.ofMinutes(3);
    private static final long POLL_MS = 200;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "How long; ${DEFAULT-VALUE} by default.",
            defaultValue = "60")
    private int minutes;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Articles a second; ${DEFAULT-VALUE} by default.",
            defaultValue = "100")
    private int rate;

    @Option(names = "--heap", paramLabel = "SIZE", description = "Heap of the streams app.", defaultValue = "2g")
    private String heap = "2g";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("deltawire-soak");
        try (LocalStack stack = LocalStack.start(home)) {
            Settings settings = settings(stack, home);
            try (TopicSetup topics = new TopicSetup(settings)) {
                topics.create(line -> {});
            }
            return soak(settings, home);
        } finally {
            Folder.delete(home);
        }
    }

    private int soak(Settings settings, Path home) throws IOException, InterruptedException {
        Process app = Child.start(
                List.of("-Xmx" + heap),
                Deltawire.class,
                arguments(settings),
                home.resolve("app.log").toFile());
        try (SoakFeed feed = new SoakFeed(settings)) {
            SoakProbe probe = new SoakProbe(settings.get("deltawire.http.port", ""), app.pid(), home.resolve("state"));
            awaitReady(probe, app, home);
            say(SoakSample.header());
            feed.start(rate);
            List<SoakSample> samples = new ArrayList<>();
            long begin = System.nanoTime();
            long every = TimeUnit.MINUTES.toNanos(minutes) / ROWS;
            for (int row = 1; row <= ROWS; row++) {
                awaitTime(begin + row * every, app, home);
                SoakSample sample = probe.sample(Duration.ofNanos(System.nanoTime() - begin), feed.sent());
                samples.add(sample);
                say(sample.line());
            }
            SoakVerdict verdict = SoakVerdict.of(samples, rate);
            verdict.lines().forEach(this::say);
            return verdict.flat() ? 0 : 1;
        } finally {
            Child.terminate(app);
            if (!app.waitFor(30, TimeUnit.SECONDS)) {
                app.destroyForcibly().waitFor();
            }
        }
    }

    private static void awaitReady(SoakProbe probe, Process app, Path home) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + UP_WITHIN.toNanos();
        while (!probe.ready()) {
            awaitTime(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(POLL_MS), app, home);
            if (System.nanoTime() > deadline) {
                throw new IOException("the streams app is not ready within " + UP_WITHIN.toSeconds() + " s");
            }
        }
    }

    private static void awaitTime(long nanos, Process app, Path home) throws IOException, InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0 && app.waitFor(left, TimeUnit.NANOSECONDS)) {
            throw new IOException("the streams app ended with " + app.exitValue() + ":\n"
                    + Files.readString(home.resolve("app.log")));
        }
    }

    private static List<String> arguments(Settings settings) {
        List<String> arguments = new ArrayList<>(List.of("run", "--quiet"));
        settings.values().forEach((name, value) -> arguments.addAll(List.of("-D", name + "=" + value)));
        return arguments;
    }

    private static Settings settings(LocalStack stack, Path home) {
        return StreamsSettings.defaults()
                .with(Map.of(
                        "application.id",
                        "deltawire-soak",
                        "bootstrap.servers",
                        stack.bootstrapServers(),
                        "schema.registry.url",
                        stack.registryUrl(),
                        "state.dir",
                        home.resolve("state").toString(),
                        "deltawire.http.port",
                        Integer.toString(Ports.free(1).get(0)),
                        TopicPlan.REPLICATION,
                        "1"));
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
