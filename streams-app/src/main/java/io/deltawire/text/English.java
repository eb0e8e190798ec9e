package io.deltawire.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** English. */
final class English implements Language {
    private static final String CLITIC_LETTERS = "sSmMdD";

    private final Map<String, Abbreviation> abbreviations = new HashMap<>();
    private final Set<String> starters = WordList.words("en/sentence-starters.txt");
    private final PosTagger tagger = PosTagger.english();
    private final Lemmatizer lemmatizer = new Lemmatizer();

    English() {
        WordList.pairs("en/abbreviations.txt")
                .forEach((word, kind) -> abbreviations.put(word, Abbreviation.valueOf(kind)));
    }

    @Override
    public String code() {
        return "en";
    }

    @Override
    public Abbreviation abbreviation(String word) {
        return abbreviations.getOrDefault(word, Abbreviation.NONE);
    }

    @Override
    public boolean beginsSentences(String lower) {
        return starters.contains(lower);
    }

    @Override
    public int clitic(CharSequence text, int begin, int end) {
        int length = end - begin;
        if (length == 6 && equalsLower(text, begin, "cannot")) {
            return 3;
        }
        if (length > 3 && equalsLower(text, end - 3, "n't")) {
            return length - 3;
        }
        if (length > 2 && text.charAt(end - 2) == '\'' && CLITIC_LETTERS.indexOf(text.charAt(end - 1)) >= 0) {
            return length - 2;
        }
        boolean verb = length > 3
                && (equalsLower(text, end - 3, "'re")
                        || equalsLower(text, end - 3, "'ve")
                        || equalsLower(text, end - 3, "'ll"));
        return verb ? length - 3 : -1;
    }

    private static boolean equalsLower(CharSequence text, int from, String lower) {
        for (int i = 0; i < lower.length(); i++) {
            if (Character.toLowerCase(text.charAt(from + i)) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<String> partsOfSpeech(WordForm[] words) {
        return tagger.tag(words);
    }

    @Override
    public String lemma(String lower, String pos) {
        return lemmatizer.lemma(lower, pos);
    }
}
