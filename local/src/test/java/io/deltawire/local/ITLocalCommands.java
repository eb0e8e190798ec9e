package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ITLocalCommands {
    private final StringWriter printed = new StringWriter();
    private final List<Integer> ports = Ports.free(2);

    @TempDir
    Path directory;

    @AfterEach
    void endWhatATestLeft() {
        run("down", "--data", directory.toString());
    }

    @Test
    void stackStaysUpUntilItIsToldToEnd() throws Exception {
        assertThat(up()).isZero();
        ProcessHandle stack = process();
        assertThat(run("status", "--data", directory.toString())).isZero();
        assertThat(printed.toString()).contains("127.0.0.1:" + ports.get(0) + "  answers");
        assertThat(up()).as("up again").isZero();
        assertThat(process()).isEqualTo(stack);

        assertThat(run("down", "--data", directory.toString())).isZero();
        assertThat(stack.isAlive()).isFalse();
        assertThat(run("status", "--data", directory.toString())).isEqualTo(1);
    }

    @Test
    void registryEndsWhenTheStackIsKilledWithoutWarning() throws Exception {
        assertThat(up()).isZero();
        ProcessHandle stack = process();
        List<ProcessHandle> children = stack.descendants().toList();
        assertThat(children).isNotEmpty();
        stack.destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(run("status", "--data", directory.toString())).isEqualTo(1);
    }

    @Test
    void takenPortIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(ports.get(1), 1, InetAddress.getLoopbackAddress())) {
            assertThat(up()).isEqualTo(1);
            assertThat(printed.toString())
                    .contains("port " + other.getLocalPort())
                    .contains("schema registry");
        }
    }

    private ProcessHandle process() throws Exception {
        long pid = RunningStack.find(directory).orElseThrow().pid();
        return ProcessHandle.of(pid).orElseThrow();
    }

    private int up() {
        return run(
                "up",
                "--data",
                directory.toString(),
                "--port",
                ports.get(0).toString(),
                "--registry-port",
                ports.get(1).toString());
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("local"));
        all.addAll(List.of(arguments));
        CommandLine line = Deltawire.commandLine();
        line.setOut(new PrintWriter(printed, true)).setErr(new PrintWriter(printed, true));
        return line.execute(all.toArray(String[]::new));
    }
}
