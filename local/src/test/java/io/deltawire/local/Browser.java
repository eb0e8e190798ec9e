package io.deltawire.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The system's Chromium, driven by scripts of src/test/browser with playwright-core. Node and npm are those that build the page; the two
 * packages come from npm after the lock file. What a machine does not have skips the test, and says so.
 */
record Browser(Path chromium, Path node) {
    private static final Path SCRIPTS = Path.of("src/test/browser");
    private static final Path FOLDER = Path.of("target/browser").toAbsolutePath();
    /** A script takes a minute or two; one that hangs, or whose browser does, is ended. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final Path BUILT = Path.of("../page/target").toAbsolutePath().normalize();

    static Browser orSkip() throws IOException, InterruptedException {
        Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        assumeTrue(
                chromium.isPresent(), "no Chromium on this machine (apt install chromium): not looked at in a browser");
        Path node = BUILT.resolve("node/package/bin/node");
        assumeTrue(Files.isExecutable(node), "the page was not built on this machine: no node to drive a browser with");
        Browser browser = new Browser(chromium.orElseThrow(), node);
        assumeTrue(browser.hasPackages(), "playwright-core can't be had from npm: not looked at in a browser");
        return browser;
    }

    /** A folder for what a script writes. */
    static Path folder() throws IOException {
        return Files.createDirectories(FOLDER);
    }

    private boolean hasPackages() throws IOException, InterruptedException {
        folder();
        boolean same = true;
        for (String name : List.of("package.json", "package-lock.json")) {
            byte[] wanted = Files.readAllBytes(SCRIPTS.resolve(name));
            Path here = FOLDER.resolve(name);
            same = same && Files.exists(here) && Arrays.equals(Files.readAllBytes(here), wanted);
            Files.write(here, wanted);
        }
        if (same
                && Files.exists(FOLDER.resolve("node_modules/playwright-core/package.json"))
                && Files.exists(FOLDER.resolve("node_modules/axe-core/axe.min.js"))) {
            return true;
        }
        List<String> command = List.of(
                node.toString(),
                BUILT.resolve("npm/package/bin/npm-cli.js").toString(),
                "ci",
                "--ignore-scripts",
                "--prefer-offline",
                "--no-audit",
                "--no-fund");
        Process npm = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("npm.log").toFile())
                .start();
        return npm.waitFor(5, TimeUnit.MINUTES) && npm.exitValue() == 0;
    }

    /**
     * Runs a script: {@code node SCRIPT CHROMIUM arguments…}, in {@link #folder}.
     *
     * @param pleased does what a line {@code please WHAT} asks for; the script waits for it
     * @return all lines it said
     */
    List<String> run(String script, List<String> arguments, Consumer<String> pleased)
            throws IOException, InterruptedException {
        // Node looks for packages beside the script.
        Files.write(FOLDER.resolve(script), Files.readAllBytes(SCRIPTS.resolve(script)));
        List<String> command = new ArrayList<>(List.of(node.toString(), script, chromium.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = new ArrayList<>();
        CompletableFuture<Boolean> late = new CompletableFuture<Boolean>()
                .completeOnTimeout(true, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .whenComplete((hangs, failure) -> end(process));
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                Writer answers = process.outputWriter(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith("please ")) {
                    pleased.accept(line.substring("please ".length()));
                    answers.write("done\n");
                    answers.flush();
                }
            }
            int code = process.waitFor();
            if (late.getNow(false)) {
                throw new AssertionError(script + " did not end in " + PATIENCE + ", after " + said);
            }
            if (code != 0) {
                throw new AssertionError(script + " ended with " + code + " after " + said);
            }
        } finally {
            late.complete(false);
        }
        return said;
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static Optional<Path> onPath(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
