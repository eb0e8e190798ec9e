package io.deltawire.cli;

import io.deltawire.schemas.Settings;
import io.deltawire.serve.Instance;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deltawire run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the streams app against a cluster until it is stopped.",
            "Waits for broker, topics, registry and schemas if they are not there yet."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped by Ctrl-C or SIGTERM", "1:failed", "2:usage; a setting is wrong"})
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--quiet", description = "Do not print the settings.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Settings settings = cluster.settings();
        if (!quiet) {
            settings.masked().forEach((name, value) -> out.println(name + "=" + value));
            out.flush();
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Instance instance;
        try {
            instance = Instance.start(settings);
        } catch (IllegalArgumentException e) {
            err.println("deltawire: " + e.getMessage());
            return 2;
        }
        instance.address().ifPresent(address -> {
            out.println("listening on " + address);
            out.flush();
        });
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            instance.close();
                            stopped.countDown();
                        },
                        "stop"));
        while (instance.app().streams().state() != KafkaStreams.State.ERROR) {
            if (stopped.await(1, TimeUnit.SECONDS)) {
                return 0;
            }
        }
        instance.close();
        return 1;
    }
}
