package io.deltawire.text;

import java.util.ArrayList;
import java.util.List;

/** Tokens of single English sentences, tokenised by others or not: marked-up sets come so. */
public final class Tokens {
    private Tokens() {}

    /** The words of one sentence as tokens with part of speech and base form; offsets as if joined by single spaces. */
    public static List<Token> of(List<String> words) {
        Language english = Languages.of("en");
        WordForm[] forms = words.stream().map(word -> WordForm.of(form(word))).toArray(WordForm[]::new);
        List<String> tags = english.partsOfSpeech(forms);
        List<Token> tokens = new ArrayList<>(forms.length);
        int begin = 0;
        for (int i = 0; i < forms.length; i++) {
            int end = begin + forms[i].text().length();
            tokens.add(forms[i].at(begin, end, english, tags.get(i)));
            begin = end + 1;
        }
        return List.copyOf(tokens);
    }

    /** The tokens of a clean sentence of one line, with their offsets in it. */
    public static List<Token> of(String sentence) {
        Offsets offsets = new Tokenizer(Languages.of("en")).tokenize(sentence, 0, sentence.length());
        List<String> words = new ArrayList<>();
        for (int i = 0; i < offsets.size(); i++) {
            words.add(sentence.substring(offsets.begin(i), offsets.end(i)));
        }
        List<Token> tokens = of(words);
        List<Token> placed = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            placed.add(tokens.get(i).at(offsets.begin(i), offsets.end(i)));
        }
        return List.copyOf(placed);
    }

    private static String form(String word) {
        String mended = Repair.mend(word);
        return switch (word) {
            case "''" -> "”";
            case "\"" -> "“";
            case "" -> "_";
            default -> mended.isEmpty() || mended.indexOf(' ') >= 0 || mended.indexOf('\n') >= 0 ? word : mended;
        };
    }
}
