package io.deltawire.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deltawire.article.ArticleLimits;
import io.deltawire.article.JsonLines;
import io.deltawire.article.SourceArticle;
import io.deltawire.engine.Enricher;
import io.deltawire.entity.NameSpan;
import io.deltawire.entity.NameTagger;
import io.deltawire.evaluate.NameScore;
import io.deltawire.state.MapPieces;
import io.deltawire.story.Digest;
import io.deltawire.story.StoryEngine;
import io.deltawire.text.Token;
import io.deltawire.train.NerPool;
import io.deltawire.train.NerSentence;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench peers}: ENRICH and STORY beside other software, on the same texts. */
@Command(
        name = "peers",
        description = {
            "ENRICH beside other readers of text, STORY beside other ways to group articles: articles a second of one thread's",
            "processor time, F1 of names, and B-cubed F1 where the input has a story_id. Peers from outside are measured when the build has",
            "them: DELTAWIRE_PROFILE=peers ./deltawire bench peers. Some of them are GPL; nothing of them is in a default build."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:failed", "2:wrong use of the command"})
final class PeersCommand implements Callable<Integer> {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String OURS = "deltawire ENRICH";
    private static final int ROUNDS = 5;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--articles",
            defaultValue = "200",
            description = "Articles that readers read (default: ${DEFAULT-VALUE}).")
    private int articles;

    @Option(
            names = "--gold",
            paramLabel = "FILE",
            description =
                    "Articles with story_id, JSONL or JSONL.gz, for the grouping; without it that part is left out.")
    private @Nullable Path gold;

    @Option(
            names = "--most",
            defaultValue = "12000",
            description = "Articles grouped at most (default: ${DEFAULT-VALUE}).")
    private int most;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Workload workload = options.workload(articles);
        Report report = options.report("bench peers", workload);
        Enricher enricher = new Enricher();
        report.add(
                OURS,
                "articles/s",
                speed(
                        workload,
                        article -> enricher.enrich(Engines.article(article))
                                .claims()
                                .size(),
                        ROUNDS));
        int outside = 0;
        for (Peer.Reading peer : ServiceLoader.load(Peer.Reading.class)) {
            double speed = speed(workload, peer::read, 2);
            report.add(peer.name(), "articles/s", speed);
            report.add(
                    "ENRICH over " + peer.name(),
                    "ratio",
                    report.median(OURS) / speed,
                    true,
                    peer.name().contains("CoreNLP") ? 8 : 0);
            err.println(peer.name() + ": done");
            err.flush();
            outside++;
        }
        report.condition("peers from outside", outside == 0 ? "none; set DELTAWIRE_PROFILE=peers" : outside);
        names(report, err);
        if (gold != null) {
            grouping(gold, report, err);
        }
        options.finish(report, spec.commandLine().getOut());
        return 0;
    }

    private static double speed(Workload workload, ToIntFunction<SourceArticle> reader, int rounds) {
        double speed = 0;
        int sum = 0;
        for (int round = 0; round < rounds; round++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            for (SourceArticle article : workload.articles()) {
                sum += reader.applyAsInt(article);
            }
            speed = workload.articles().size() * 1e9 / (THREADS.getCurrentThreadCpuTime() - begin);
        }
        if (sum < 0) {
            throw new IllegalStateException("a reader found fewer than no names");
        }
        return speed;
    }

    private static void names(Report report, PrintWriter err) throws IOException {
        List<NerSentence> news = new ArrayList<>();
        for (String set : NerPool.kept()) {
            news.addAll(NerPool.set(Path.of(""), set));
        }
        report.condition("names", news.size() + " sentences of our own marked news, learnt from by nobody here");
        NameTagger tagger = new NameTagger();
        report.add(
                "deltawire names: F1",
                "%",
                100 * NameScore.of(text -> NameScore.names(tagger, text), news).f1());
        for (Peer.Naming peer : ServiceLoader.load(Peer.Naming.class)) {
            report.add(
                    peer.name() + ": F1",
                    "%",
                    100 * NameScore.of(text -> names(peer, text), news).f1());
            err.println(peer.name() + ": done");
            err.flush();
        }
    }

    private static List<List<NameSpan>> names(Peer.Naming peer, List<NerSentence> text) {
        return text.stream()
                .map(sentence ->
                        peer.names(sentence.tokens().stream().map(Token::text).toList()))
                .toList();
    }

    private void grouping(Path file, Report report, PrintWriter err) throws IOException {
        Map<String, String> stories = stories(file);
        List<SourceArticle> all =
                Workload.of(List.of(file), Math.min(most, stories.size())).articles();
        List<String> labels = all.stream()
                .map(article -> stories.getOrDefault(article.id(), ""))
                .toList();
        report.condition("grouped", all.size() + " articles of " + file.getFileName());
        List<Digest> digests = new ArrayList<>();
        Enricher enricher = new Enricher();
        all.forEach(
                article -> digests.add(enricher.enrich(Engines.article(article)).digest()));
        long begin = THREADS.getCurrentThreadCpuTime();
        List<String> ours = ours(digests);
        double speed = all.size() * 1e9 / (THREADS.getCurrentThreadCpuTime() - begin);
        report.add("deltawire STORY", "articles/s", speed);
        report.add("deltawire STORY: B-cubed F1 at arrival", "%", BCubed.f1(ours, labels));
        List<Peer.Grouping> peers = new ArrayList<>(List.of(new TermVectors()));
        ServiceLoader.load(Peer.Grouping.class).forEach(peers::add);
        for (Peer.Grouping peer : peers) {
            begin = THREADS.getCurrentThreadCpuTime();
            List<String> found = peer.group(all);
            double theirs = all.size() * 1e9 / (THREADS.getCurrentThreadCpuTime() - begin);
            report.add(peer.name(), "articles/s", theirs);
            report.add(peer.name() + ": B-cubed F1", "%", BCubed.f1(found, labels));
            report.add(
                    "STORY over " + peer.name(),
                    "ratio",
                    speed / theirs,
                    true,
                    peer.name().contains("MoreLikeThis") ? 10 : 0);
            err.println(peer.name() + ": done");
            err.flush();
        }
    }

    /** The story each article was in when it came; merges since are not followed, as the others have none. */
    private static List<String> ours(List<Digest> digests) {
        StoryEngine engine = new StoryEngine(new MapPieces());
        List<String> found = new ArrayList<>();
        for (Digest digest : digests) {
            engine.advance(digest.publishedAt());
            found.add(engine.place(digest, digest.publishedAt()).storyId());
        }
        return found;
    }

    private static Map<String, String> stories(Path file) throws IOException {
        Map<String, String> stories = new HashMap<>();
        ObjectMapper mapper = new ObjectMapper();
        try (JsonLines lines = JsonLines.open(file, ArticleLimits.MAX_BYTES)) {
            for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                JsonNode node = mapper.readTree(
                        StandardCharsets.UTF_8.decode(line.get().bytes()).toString());
                if (node.hasNonNull("story_id")) {
                    stories.put(node.path("id").asText(), node.path("story_id").asText());
                }
            }
        }
        if (stories.isEmpty()) {
            throw new IOException("no story_id in " + file);
        }
        return stories;
    }
}
