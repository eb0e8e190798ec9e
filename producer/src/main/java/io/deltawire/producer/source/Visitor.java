package io.deltawire.producer.source;

import io.deltawire.article.BadArticleException;
import io.deltawire.article.SourceArticle;

/** Is shown every article of a source. */
public interface Visitor {
    /**
     * An article.
     *
     * @param place where the source finds it again
     */
    void article(long place, SourceArticle article);

    /**
     * An input that is no article.
     *
     * @param where file and line
     */
    void bad(String where, BadArticleException why);
}
