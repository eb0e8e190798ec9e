package io.deltawire.bench.jmh;

import io.deltawire.engine.Enricher;
import io.deltawire.entity.NameTagger;
import io.deltawire.text.Article;
import io.deltawire.text.Document;
import io.deltawire.text.Reader;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Inner loops of ENRICH on one text of our own. Run by hand: {@code java -cp … org.openjdk.jmh.Main EnrichBenchmark}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EnrichBenchmark {
    private static final String TEXT = ("The death toll from the earthquake in southern Peru rose to 41 on Tuesday, Governor Elena Quispe"
                    + " said. Rescuers in Arequipa were still searching for 12 people who are missing under a collapsed school.\n")
            .repeat(1)
            + "The institute for seismology in Lima measured a magnitude 6.8 earthquake at 5:12 a.m. on Monday.\n"
            + "\"We will not rest until everyone is found,\" Quispe told reporters. The government of President Ana Rojas has set"
            + " aside $40 million, and talks with the World Bank are to begin on 15 June.\n";

    private final Article article = new Article(
            "jmh", "", "Toll rises to 41 after strong earthquake in southern Peru", TEXT, Instant.parse("2025-06-03T12:00:00Z"), "", "en");
    private final Reader reader = new Reader();
    private final NameTagger tagger = new NameTagger();
    private final Enricher enricher = new Enricher();
    private final Document document = reader.read(article);

    @Benchmark
    public Object read() {
        return reader.read(article);
    }

    @Benchmark
    public Object names() {
        return tagger.tag(document);
    }

    @Benchmark
    public Object enrich() {
        return enricher.enrich(article);
    }
}
