package io.deltawire.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says whether the background stack runs and answers. */
@Command(
        name = "status",
        description = "Says whether they run and answer.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:both answer", "1:not up, or one does not answer", "2:wrong use of the command"})
final class LocalStatus implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Mixin
    private LocalCommand.Data data = new LocalCommand.Data();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<RunningStack> running = RunningStack.find(data.directory());
        if (running.isEmpty()) {
            out.println("not up");
            out.flush();
            return 1;
        }
        RunningStack stack = running.get();
        boolean broker = brokerAnswers(stack.bootstrapServers());
        boolean registry = new RegistryApi(stack.registryUrl()).answers();
        out.println("up (process " + stack.pid() + ", data in " + data.directory() + ")");
        out.println("  broker    " + stack.bootstrapServers() + said(broker));
        out.println("  registry  " + stack.registryUrl() + said(registry));
        out.flush();
        return broker && registry ? 0 : 1;
    }

    private static String said(boolean answers) {
        return answers ? "  answers" : "  DOES NOT ANSWER";
    }

    private static boolean brokerAnswers(String bootstrapServers) throws InterruptedException {
        int millis = (int) PATIENCE.toMillis();
        try (Admin admin = Admin.create(Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers,
                "request.timeout.ms", millis,
                "default.api.timeout.ms", millis))) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        }
    }
}
