package io.deltawire.bench;

import io.deltawire.claim.Claim;
import io.deltawire.claim.ClaimExtractor;
import io.deltawire.engine.FactStep;
import io.deltawire.engine.Placed;
import io.deltawire.engine.StoryStep;
import io.deltawire.entity.Attribution;
import io.deltawire.entity.Attributor;
import io.deltawire.entity.Catalog;
import io.deltawire.entity.Entities;
import io.deltawire.entity.Linker;
import io.deltawire.entity.NameSpan;
import io.deltawire.entity.NameTagger;
import io.deltawire.fact.FactEngine;
import io.deltawire.state.MapPieces;
import io.deltawire.story.Digest;
import io.deltawire.story.Digester;
import io.deltawire.story.StoryConfig;
import io.deltawire.story.StoryEngine;
import io.deltawire.story.StoryModels;
import io.deltawire.text.Article;
import io.deltawire.text.Document;
import io.deltawire.text.Reader;
import io.deltawire.text.ValueFinder;
import io.deltawire.text.Values;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What an article costs each engine, in processor time of one thread. */
final class Stages {
    private static final int WARMING = 200;

    private final Map<String, Long> nanos = new LinkedHashMap<>();

    private Stages() {}

    static void measure(Workload workload, Report report) {
        new Stages().run(workload.first(WARMING));
        Stages stages = new Stages();
        stages.run(workload);
        int count = workload.articles().size();
        stages.nanos.forEach((stage, time) -> report.add("stage " + stage, "cpu ms/article", time / 1e6 / count));
        report.add(
                "stages in all",
                "cpu ms/article",
                stages.nanos.values().stream().mapToLong(Long::longValue).sum() / 1e6 / count);
    }

    private void run(Workload workload) {
        Reader reader = new Reader();
        NameTagger nameTagger = new NameTagger();
        Linker linker = new Linker(Catalog::builtIn);
        ValueFinder valueFinder = new ValueFinder();
        Attributor attributor = new Attributor();
        ClaimExtractor claimExtractor = new ClaimExtractor();
        Digester digester = new Digester();
        StoryModels models = StoryModels.shipped();
        StoryStep stories =
                new StoryStep(new MapPieces(), pieces -> new StoryEngine(pieces, StoryConfig.defaults(), models));
        FactStep facts = new FactStep(new MapPieces(), new MapPieces(), FactEngine::new);
        for (var source : workload.articles()) {
            Article article = Engines.article(source);
            Document document = timed("read", () -> reader.read(article));
            List<NameSpan> names = timed("names", () -> nameTagger.tag(document));
            Entities entities = timed("linking", () -> linker.link(document, names));
            Values values = timed("values", () -> valueFinder.find(document));
            List<Attribution> said = timed("attribution", () -> attributor.attribute(document, entities));
            List<Claim> claims = timed("claims", () -> claimExtractor.extract(document, entities, values, said));
            Digest digest = timed("digest", () -> digester.digest(document.lang(), document, entities, values, claims));
            List<Placed> placed = timed("story", () -> stories.accept(digest, article.publishedAt()));
            timed(
                    "fact",
                    () -> placed.stream()
                            .mapToLong(each -> facts.accept(each).size())
                            .sum());
        }
    }

    private <T> T timed(String stage, Supplier<T> work) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        T result = work.get();
        nanos.merge(stage, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin, Long::sum);
        return result;
    }
}
