package io.deltawire.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deltawire.claim.Claim;
import io.deltawire.claim.ClaimExtractor;
import io.deltawire.entity.Attribution;
import io.deltawire.entity.Attributor;
import io.deltawire.entity.Catalog;
import io.deltawire.entity.Entities;
import io.deltawire.entity.Linker;
import io.deltawire.entity.NameSpan;
import io.deltawire.entity.NameTagger;
import io.deltawire.story.Digester;
import io.deltawire.text.Article;
import io.deltawire.text.Document;
import io.deltawire.text.Reader;
import io.deltawire.text.ValueFinder;
import io.deltawire.text.Values;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate speed}: what each step of ENRICH costs, in processor time of one thread. */
@Command(
        name = "speed",
        mixinStandardHelpOptions = true,
        description =
                "Measures articles a second of each step of ENRICH, in processor time of one thread, scaled to 500 words an article.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:failed, or below --min", "2:usage"})
public final class SpeedCommand implements Callable<Integer> {
    private static final double WORDS = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Instant DAY = Instant.parse("2025-01-01T00:00:00Z");

    @Parameters(paramLabel = "FILE", description = "Articles, JSONL or JSONL.gz.")
    private Path file = Path.of("");

    @Option(names = "--articles", defaultValue = "500", description = "How many to read (default: ${DEFAULT-VALUE}).")
    private int most;

    @Option(
            names = "--rounds",
            defaultValue = "12",
            description =
                    "Rounds; the last counts, as a JVM needs some to compile what is hot (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--min", description = "Least articles a second of all steps together for exit code 0.")
    private double min;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Map<String, Long> nanos = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException {
        List<Article> articles = articles();
        Reader reader = new Reader();
        NameTagger nameTagger = new NameTagger();
        Linker linker = new Linker(Catalog::builtIn);
        ValueFinder valueFinder = new ValueFinder();
        Attributor attributor = new Attributor();
        ClaimExtractor claimExtractor = new ClaimExtractor();
        Digester digester = new Digester();
        long tokens = 0;
        for (int round = 0; round < rounds; round++) {
            nanos.clear();
            tokens = 0;
            for (Article article : articles) {
                Document document = timed("read", () -> reader.read(article));
                List<NameSpan> names = timed("names", () -> nameTagger.tag(document));
                Entities entities = timed("linking", () -> linker.link(document, names));
                Values values = timed("values", () -> valueFinder.find(document));
                List<Attribution> said = timed("attribution", () -> attributor.attribute(document, entities));
                List<Claim> claims = timed("claims", () -> claimExtractor.extract(document, entities, values, said));
                timed("digest", () -> digester.digest(document.lang(), document, entities, values, claims));
                tokens += document.tokens().size();
            }
        }
        return report(tokens);
    }

    private int report(long tokens) {
        PrintWriter out = spec.commandLine().getOut();
        double articles = tokens / WORDS;
        long total = nanos.values().stream().mapToLong(Long::longValue).sum();
        nanos.forEach((step, time) -> out.printf("%-12s %9.0f articles/s%n", step, articles * 1e9 / time));
        double all = articles * 1e9 / total;
        out.printf("%-12s %9.0f articles/s of 500 tokens, one thread's processor time%n", "all", all);
        return all >= min ? 0 : 1;
    }

    private <T> T timed(String step, Supplier<T> work) {
        long begin = THREADS.getCurrentThreadCpuTime();
        T result = work.get();
        nanos.merge(step, THREADS.getCurrentThreadCpuTime() - begin, Long::sum);
        return result;
    }

    private List<Article> articles() throws IOException {
        List<Article> articles = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && articles.size() < most; line = lines.readLine()) {
                JsonNode node = mapper.readTree(line);
                articles.add(new Article(
                        "speed-" + articles.size(),
                        "",
                        text(node, "title"),
                        text(node, "text"),
                        DAY,
                        text(node, "source"),
                        "en"));
            }
        }
        return articles;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : "";
    }
}
