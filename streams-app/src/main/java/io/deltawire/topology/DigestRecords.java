package io.deltawire.topology;

import io.deltawire.avro.DigestTerm;
import io.deltawire.story.Digest;
import java.util.List;
import java.util.function.Function;

/** Digests between the engine's form and the topic's. */
final class DigestRecords {
    private DigestRecords() {}

    static io.deltawire.avro.Digest avro(Digest digest) {
        return new io.deltawire.avro.Digest(
                digest.articleId(),
                digest.desk(),
                digest.source(),
                digest.publishedAt(),
                digest.title(),
                map(digest.terms(), t -> new DigestTerm(t.text(), t.inTitle(), t.inLead(), t.inBody())),
                map(digest.entities(), DigestRecords::avro),
                digest.numbers(),
                digest.days(),
                digest.signature(),
                digest.words(),
                map(digest.claims(), ClaimRecords::avro));
    }

    static Digest engine(io.deltawire.avro.Digest digest) {
        return new Digest(
                digest.getArticleId(),
                digest.getDesk(),
                digest.getSource(),
                digest.getPublishedAt(),
                digest.getTitle(),
                map(digest.getTerms(), t -> new Digest.Term(t.getText(), t.getInTitle(), t.getInLead(), t.getInBody())),
                map(digest.getEntities(), DigestRecords::engine),
                List.copyOf(digest.getNumbers()),
                List.copyOf(digest.getDays()),
                List.copyOf(digest.getSignature()),
                digest.getWords(),
                map(digest.getClaims(), ClaimRecords::engine));
    }

    static io.deltawire.avro.EntityWeight avro(Digest.EntityWeight e) {
        return new io.deltawire.avro.EntityWeight(e.id(), e.name(), e.type(), e.inTitle(), e.inLead(), e.mentions());
    }

    private static Digest.EntityWeight engine(io.deltawire.avro.EntityWeight e) {
        return new Digest.EntityWeight(
                e.getId(), e.getName(), e.getType(), e.getInTitle(), e.getInLead(), e.getMentions());
    }

    static <A, B> List<B> map(List<A> list, Function<A, B> each) {
        return list.stream().map(each).toList();
    }
}
