package io.deltawire.text;

import java.util.Collections;
import java.util.List;

/** A language we have no word lists for: sentences by punctuation, tokens without part of speech or lemma. */
record AnyLanguage(String code) implements Language {
    @Override
    public Abbreviation abbreviation(String word) {
        return Abbreviation.NONE;
    }

    @Override
    public boolean beginsSentences(String lower) {
        return false;
    }

    @Override
    public int clitic(CharSequence text, int begin, int end) {
        return -1;
    }

    @Override
    public List<String> partsOfSpeech(WordForm[] words) {
        return Collections.nCopies(words.length, "");
    }

    @Override
    public String lemma(String lower, String pos) {
        return lower;
    }
}
