package io.deltawire.producer.source;

import io.deltawire.article.BadArticleException;
import io.deltawire.article.SourceArticle;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was shown. */
final class Recorded implements Visitor {
    final List<SourceArticle> articles = new ArrayList<>();
    final List<Long> places = new ArrayList<>();
    final List<String> bad = new ArrayList<>();

    @Override
    public void article(long place, SourceArticle article) {
        places.add(place);
        articles.add(article);
    }

    @Override
    public void bad(String where, BadArticleException why) {
        bad.add(where + " " + why.reason());
    }

    List<String> ids() {
        return articles.stream().map(SourceArticle::id).toList();
    }
}
