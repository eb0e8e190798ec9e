package io.deltawire.bench;

import io.deltawire.article.SourceArticle;
import io.deltawire.entity.NameSpan;
import java.util.List;

/**
 * Other software that does a part of what deltawire does, to be measured beside it. Found by {@link java.util.ServiceLoader}; the
 * ones we know are in the Maven profile {@code peers} and never in a default build.
 */
public interface Peer {
    /** Name and version, for the table. */
    String name();

    /** Reads texts one by one, as ENRICH does. */
    interface Reading extends Peer {
        /** @return names found, so that no work can be left out */
        int read(SourceArticle article);
    }

    /** Finds names, as ENRICH's tagger does. */
    interface Naming extends Peer {
        /**
         * @param words of one sentence
         * @return persons, organisations and places among them
         */
        List<NameSpan> names(List<String> words);
    }

    /** Groups articles into stories in one pass, as STORY does. */
    interface Grouping extends Peer {
        /** @return for each article in order, the story it was put into when it came */
        List<String> group(List<SourceArticle> articles);
    }
}
