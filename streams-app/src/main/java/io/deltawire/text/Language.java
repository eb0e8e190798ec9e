package io.deltawire.text;

import java.util.List;

/**
 * What differs from language to language in reading a text. A second language is one class and its word lists; texts in
 * a language without a class are read with {@link AnyLanguage}. Implementations are thread-safe and have no state.
 */
interface Language {
    /** ISO 639-1 code. */
    String code();

    /** How a word with a full stop behind it is to be read. */
    Abbreviation abbreviation(String word);

    /** Whether a word in lower case is one that often begins a sentence: "the", "police". */
    boolean beginsSentences(String lower);

    /** Where a clitic that is a token of its own begins ("don't" → 2, "Putin's" → 5), or -1. */
    int clitic(CharSequence text, int begin, int end);

    /** Parts of speech (Penn Treebank) of a sentence's words, "" for each where there is no tagger. */
    List<String> partsOfSpeech(WordForm[] words);

    /** Base form in lower case. */
    String lemma(String lower, String pos);

    /** Whether a full stop belongs to the word before it, and whether it may end a sentence all the same. */
    enum Abbreviation {
        /** No abbreviation: the full stop is a token of its own. */
        NONE,
        /** "Mr.", "Gov.": a name follows, the sentence goes on. */
        INSIDE,
        /** "Inc.", "p.m.": ends the sentence if a likely sentence begins behind it. */
        MAYBE,
        /** "No.", "Sat.": only with a number behind it. */
        NUMBER
    }
}
