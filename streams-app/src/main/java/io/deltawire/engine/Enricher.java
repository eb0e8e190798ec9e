package io.deltawire.engine;

import io.deltawire.claim.Claim;
import io.deltawire.claim.ClaimExtractor;
import io.deltawire.entity.Attribution;
import io.deltawire.entity.Attributor;
import io.deltawire.entity.Catalog;
import io.deltawire.entity.Entities;
import io.deltawire.entity.Linker;
import io.deltawire.entity.NameTagger;
import io.deltawire.story.Digest;
import io.deltawire.story.Digester;
import io.deltawire.text.Article;
import io.deltawire.text.Document;
import io.deltawire.text.Reader;
import io.deltawire.text.ValueFinder;
import io.deltawire.text.Values;
import java.util.List;
import java.util.function.Supplier;

/** ENRICH: all that is read from one article by itself. Thread-safe. */
public final class Enricher {
    private final Reader reader = new Reader();
    private final NameTagger nameTagger = new NameTagger();
    private final Linker linker;
    private final ValueFinder valueFinder = new ValueFinder();
    private final Attributor attributor = new Attributor();
    private final ClaimExtractor claimExtractor = new ClaimExtractor();
    private final Digester digester = new Digester();

    /** Links names against the catalog that ships with deltawire. */
    public Enricher() {
        this(Catalog::builtIn);
    }

    /** @param catalog asked once for each article; entries added at run time are applied by the article's time */
    public Enricher(Supplier<Catalog> catalog) {
        linker = new Linker(catalog);
    }

    public Enriched enrich(Article article) {
        Document document = reader.read(article);
        Entities entities = linker.link(document, nameTagger.tag(document));
        Values values = valueFinder.find(document);
        List<Attribution> attributions = attributor.attribute(document, entities);
        List<Claim> claims = claimExtractor.extract(document, entities, values, attributions);
        Digest digest = digester.digest(document.lang(), document, entities, values, claims);
        return new Enriched(document, entities, values, attributions, claims, digest);
    }
}
