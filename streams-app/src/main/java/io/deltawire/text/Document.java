package io.deltawire.text;

import java.time.Instant;
import java.util.List;

/**
 * An article after reading: clean text with sentences and tokens. All offsets of all later stages point into
 * {@link #text()}, which is the title (if any), a line break, and the body's paragraphs, one a line.
 *
 * @param articleId id of the article
 * @param source outlet name or host; empty when unknown
 * @param publishedAt event time; relative dates are resolved against it where the text has no dateline of another day
 * @param lang ISO 639-1 language found
 * @param text clean text
 * @param bodyBegin offset at which the body begins; 0 when there is no title
 * @param slug base forms of the words in its web address, see {@link Slug}
 */
public record Document(
        String articleId,
        String source,
        Instant publishedAt,
        String lang,
        String text,
        int bodyBegin,
        List<Sentence> sentences,
        List<Token> tokens,
        List<String> slug) {

    /** The title, or "" when the article has none. */
    public String title() {
        return bodyBegin == 0 ? "" : text.substring(0, bodyBegin - 1);
    }

    public String textOf(Sentence sentence) {
        return text.substring(sentence.begin(), sentence.end());
    }
}
