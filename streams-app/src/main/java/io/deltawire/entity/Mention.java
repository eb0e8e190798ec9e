package io.deltawire.entity;

/**
 * One place in the text that speaks of an entity.
 *
 * @param entityId the entity meant
 * @param firstToken index of the first token, titles and honorifics excluded
 * @param endToken index after the last token
 * @param begin offset in the clean text
 * @param end offset after the last char
 * @param form how it is spoken of
 */
public record Mention(String entityId, int firstToken, int endToken, int begin, int end, Form form) {
    public enum Form {
        NAME,
        /** "Ukrainian" for Ukraine. */
        DEMONYM,
        /** "he", "they", resolved within the text. */
        PRONOUN,
        /** "the Ukrainian president", "the company", resolved within the text. */
        NOMINAL
    }
}
