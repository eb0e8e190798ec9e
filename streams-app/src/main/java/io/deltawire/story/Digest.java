package io.deltawire.story;

import io.deltawire.claim.Claim;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What STORY and FACT need of an article: the record that ENRICH sends to the desk.
 *
 * @param articleId id of the article
 * @param desk stream it is clustered in
 * @param source outlet; "" when unknown
 * @param publishedAt event time
 * @param title headline, "" when none
 * @param terms content terms of title, lead and body with their counts; words that the web address has of a headline are the title's
 * @param entities linked entities by weight
 * @param numbers key numbers with their context ("34-year-old", "killed=5"), normalised
 * @param days days mentioned
 * @param signature near-duplicate signature (MinHash) of the body; empty when too short to tell
 * @param words length of the clean text in words
 * @param claims what it states, for FACT
 */
public record Digest(
        String articleId,
        String desk,
        String source,
        Instant publishedAt,
        String title,
        List<Term> terms,
        List<EntityWeight> entities,
        List<String> numbers,
        List<LocalDate> days,
        List<Integer> signature,
        int words,
        List<Claim> claims) {

    /** The same article at another desk. */
    public Digest atDesk(String name) {
        return with(name, publishedAt, claims);
    }

    /** The same article, published at another time. */
    public Digest at(Instant time) {
        return with(desk, time, claims);
    }

    private Digest with(String atDesk, Instant time, List<Claim> stating) {
        return new Digest(
                articleId, atDesk, source, time, title, terms, entities, numbers, days, signature, words, stating);
    }

    /** A normalised content word with its counts. */
    public record Term(String text, int inTitle, int inLead, int inBody) {}

    /**
     * An entity of the article.
     *
     * @param type name of the {@code EntityType}
     * @param inTitle mentioned in the title
     * @param inLead mentioned in the first sentences
     * @param mentions number of mentions
     */
    public record EntityWeight(String id, String name, String type, boolean inTitle, boolean inLead, int mentions) {}
}
