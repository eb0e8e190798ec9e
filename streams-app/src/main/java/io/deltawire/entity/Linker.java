package io.deltawire.entity;

import io.deltawire.text.Document;
import java.util.List;
import java.util.function.Supplier;

/**
 * Gives every name one identity: across spellings in the text, and across texts by the catalog as it was at the article's time.
 * Names that the catalog lacks get an id from type and normal name, so that the same name in two texts is one. Thread-safe.
 */
public final class Linker {
    /** Names beyond this many in one text are left out: bounds the work on hostile input. */
    private static final int MOST_NAMES = 5_000;

    private final Supplier<Catalog> catalog;

    /** Links against the catalog that ships with deltawire. */
    public Linker() {
        this(Catalog::builtIn);
    }

    /** @param catalog asked once for each document, so that entries added at run time are seen */
    public Linker(Supplier<Catalog> catalog) {
        this.catalog = catalog;
    }

    /** @param names spans of the tagger, in text order */
    public Entities link(Document document, List<NameSpan> names) {
        List<NameSpan> bounded = names.size() > MOST_NAMES ? names.subList(0, MOST_NAMES) : names;
        Catalog snapshot = catalog.get().at(document.publishedAt());
        LinkingPass pass = new LinkingPass(document, snapshot.index());
        pass.names(bounded);
        if (document.lang().equals("en")) {
            new Anaphora(document, pass).resolve();
        }
        return pass.entities();
    }
}
