package io.deltawire.text;

import java.util.Objects;

/** A word, number or punctuation mark. Immutable. */
public final class Token {
    private final int begin;
    private final int end;
    private final WordForm word;
    private final WordForm base;
    private final String text;
    private final String lower;
    private final String lemma;
    private final String pos;

    /**
     * @param begin offset of the first char in the clean text
     * @param end offset after the last char
     * @param word what stands there
     * @param base its base form in lower case; where unknown, of the word as it stands
     * @param pos see {@link #pos}
     */
    public Token(int begin, int end, WordForm word, WordForm base, String pos) {
        this(begin, end, word, base, base.text(), pos);
    }

    Token(int begin, int end, WordForm word, WordForm base, String lemma, String pos) {
        this.begin = begin;
        this.end = end;
        this.word = word;
        this.base = base;
        this.text = word.text();
        this.lower = word.lower();
        this.lemma = lemma;
        this.pos = pos;
    }

    /** Offset of the first char in the clean text. */
    public int begin() {
        return begin;
    }

    /** Offset after the last char. */
    public int end() {
        return end;
    }

    /** The word as it stands. */
    public WordForm word() {
        return word;
    }

    /** The base form. */
    public WordForm base() {
        return base;
    }

    /** Surface form, {@code clean text.substring(begin, end)}. */
    public String text() {
        return text;
    }

    /** Lower-cased surface form. */
    public String lower() {
        return lower;
    }

    /** Base form in lower case ("killed" → "kill"); equal to {@link #lower} where unknown. */
    public String lemma() {
        return lemma;
    }

    /** Penn Treebank part of speech ("NNP", "VBD"); "" in languages without a tagger. */
    public String pos() {
        return pos;
    }

    /** The same at another place. */
    Token at(int newBegin, int newEnd) {
        return new Token(newBegin, newEnd, word, base, lemma, pos);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Token token
                && begin == token.begin
                && end == token.end
                && text.equals(token.text)
                && lemma.equals(token.lemma)
                && pos.equals(token.pos);
    }

    @Override
    public int hashCode() {
        return Objects.hash(begin, end, text, lemma, pos);
    }

    @Override
    public String toString() {
        return text + "/" + pos + " (" + lemma + ", " + begin + " to " + end + ")";
    }
}
