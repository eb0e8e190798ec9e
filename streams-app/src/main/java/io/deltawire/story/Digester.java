package io.deltawire.story;

import io.deltawire.claim.Claim;
import io.deltawire.entity.Entities;
import io.deltawire.text.Document;
import io.deltawire.text.Values;
import java.util.List;
import java.util.TreeMap;

/** Makes the digest of a document. Thread-safe, no state. */
public final class Digester {
    /** @param desk stream the article is clustered in */
    public Digest digest(String desk, Document document, Entities entities, Values values, List<Claim> claims) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        document.tokens().forEach(token -> counts.merge(token.lemma(), 1, Integer::sum));
        List<Digest.Term> terms = counts.entrySet().stream()
                .map(entry -> new Digest.Term(entry.getKey(), 0, 0, entry.getValue()))
                .toList();
        return new Digest(
                document.articleId(),
                desk,
                document.source(),
                document.publishedAt(),
                document.title(),
                terms,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                document.tokens().size(),
                claims);
    }
}
