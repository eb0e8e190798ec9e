package io.deltawire.text;

import java.util.Locale;

/**
 * Finds where sentences end in a line of tokens: at full stops, question and exclamation marks with the quotes and brackets
 * that close behind them, but not behind abbreviations, initials and a quotation that the sentence goes on after.
 */
final class SentenceSplitter {
    /** A longer run without an end is cut, at a comma or dash where there is one, so that no later stage meets more. */
    static final int LONGEST = 150;

    private static final int LATEST_COMMA = 100;

    private final Language language;

    SentenceSplitter(Language language) {
        this.language = language;
    }

    /** Index after the last token of the sentence that begins at token {@code first}. */
    int end(String text, Offsets tokens, int first) {
        int comma = -1;
        for (int i = first; i < tokens.size(); i++) {
            int length = i - first + 1;
            if (length >= LONGEST) {
                return comma > 0 ? comma : i + 1;
            }
            char c = text.charAt(tokens.end(i) - 1);
            if (length > LATEST_COMMA && (c == ',' || c == ';' || c == '—' || c == '|')) {
                comma = i + 1;
            }
            if (isStop(c)) {
                int after = afterClosers(text, tokens, i + 1);
                if (after >= tokens.size() || endsHere(text, tokens, i, after)) {
                    return after;
                }
            }
        }
        return tokens.size();
    }

    private static boolean isStop(char c) {
        return ".?!…。！？؟।".indexOf(c) >= 0;
    }

    private static int afterClosers(String text, Offsets tokens, int from) {
        int i = from;
        while (i < tokens.size()
                && tokens.begin(i) == tokens.end(i - 1)
                && tokens.end(i) - tokens.begin(i) == 1
                && "\"'”’)]»".indexOf(text.charAt(tokens.begin(i))) >= 0) {
            i++;
        }
        return i;
    }

    private boolean endsHere(String text, Offsets tokens, int stop, int next) {
        String word = text.substring(tokens.begin(next), tokens.end(next));
        boolean wide = "。！？".indexOf(text.charAt(tokens.end(stop) - 1)) >= 0;
        if (tokens.begin(next) == tokens.end(next - 1) && !wide) {
            return false;
        }
        char first = word.charAt(0);
        if (Character.isLowerCase(first) || ",;:)]”–—-/|".indexOf(first) >= 0) {
            return false;
        }
        int length = tokens.end(stop) - tokens.begin(stop);
        if (length > 1 && Character.isLetter(text.charAt(tokens.begin(stop)))) {
            return endsAtAbbreviation(text, tokens, stop, next, word);
        }
        return true;
    }

    private boolean endsAtAbbreviation(String text, Offsets tokens, int stop, int next, String word) {
        int begin = tokens.begin(stop);
        int end = tokens.end(stop) - 1;
        Language.Abbreviation kind = language.abbreviation(text.substring(begin, end));
        boolean initial = end - begin == 1;
        if (kind == Language.Abbreviation.INSIDE || kind == Language.Abbreviation.NUMBER || initial) {
            return false;
        }
        if (next > stop + 1 || word.equals("“") || word.equals("\"")) {
            return true;
        }
        return Character.isUpperCase(word.charAt(0)) && language.beginsSentences(word.toLowerCase(Locale.ROOT));
    }
}
