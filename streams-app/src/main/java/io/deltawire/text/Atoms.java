package io.deltawire.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Tokens cut further at hyphens, signs and where digits meet letters, so that "$4.2bn", "34-year-old" and "COVID-19" read the
 * same whatever the tokenizer made of them. Letters with inner dots lose them ("p.m." is "pm", "U.S." is "us").
 */
final class Atoms {
    enum Kind {
        WORD,
        DIGITS,
        SIGN
    }

    /** What a word of letters alone may begin: a calendar expression, a clock time, a number. */
    static final int DAY = 1;

    static final int CLOCK = 2;
    static final int NUMBER = 4;

    /** Of other atoms nothing is known beforehand. */
    private static final int ANY = DAY | CLOCK | NUMBER;

    private final Document document;
    private final WordNotes<Integer> beginnings;
    private String[] lower;
    private int[] begin;
    private int[] end;
    private int[] token;
    private Kind[] kind;
    private int[] mayBegin;
    private int size;
    private final int[] sentenceOfToken;

    /** @param beginnings what a word may begin, of the above */
    Atoms(Document document, WordNotes<Integer> beginnings) {
        this.document = document;
        this.beginnings = beginnings;
        List<Token> tokens = document.tokens();
        int room = tokens.size() + tokens.size() / 8 + 64;
        lower = new String[room];
        begin = new int[room];
        end = new int[room];
        token = new int[room];
        kind = new Kind[room];
        mayBegin = new int[room];
        sentenceOfToken = new int[tokens.size()];
        for (Sentence sentence : document.sentences()) {
            Arrays.fill(
                    sentenceOfToken,
                    Math.max(0, sentence.firstToken()),
                    Math.min(tokens.size(), sentence.endToken()),
                    sentence.index());
        }
        for (int t = 0; t < tokens.size(); t++) {
            cut(tokens.get(t), t);
        }
    }

    int size() {
        return size;
    }

    /** Lower-cased text, "" outside the document. */
    String at(int i) {
        return i >= 0 && i < size ? lower[i] : "";
    }

    boolean is(int i, String word) {
        return i >= 0 && i < size && lower[i].equals(word);
    }

    /** Whether an atom may begin any of these: where not, which is so of most words, no reader need be asked. */
    boolean mayBegin(int i, int any) {
        return (mayBegin[i] & any) != 0;
    }

    boolean isDigits(int i) {
        return i >= 0 && i < size && kind[i] == Kind.DIGITS;
    }

    boolean isWord(int i) {
        return i >= 0 && i < size && kind[i] == Kind.WORD;
    }

    boolean isHyphen(int i) {
        return i >= 0 && i < size && isDash(lower[i]);
    }

    /** No white space between this atom and the one before. */
    boolean glued(int i) {
        return i > 0 && i < size && begin[i] == end[i - 1];
    }

    boolean isCapital(int i) {
        return isWord(i) && Character.isUpperCase(document.text().charAt(begin[i]));
    }

    boolean sameSentence(int i, int j) {
        return i >= 0 && j >= 0 && i < size && j < size && sentenceOfToken[token[i]] == sentenceOfToken[token[j]];
    }

    boolean startsSentence(int i) {
        return i == 0 || !sameSentence(i - 1, i);
    }

    boolean inHeadline(int i) {
        return document.sentences().get(sentenceOfToken[token[i]]).headline();
    }

    int token(int i) {
        return token[i];
    }

    /** Part of speech of the token an atom lies in; "" when unknown. */
    String pos(int i) {
        return i >= 0 && i < size ? document.tokens().get(token[i]).pos() : "";
    }

    int length(int i) {
        return end[i] - begin[i];
    }

    private static boolean isDash(String text) {
        return text.length() == 1 && "-–—‐‑−".indexOf(text.charAt(0)) >= 0;
    }

    private void cut(Token whole, int index) {
        if (whole.word().isLetters()) {
            add(whole.lower(), whole.begin(), whole.end(), index, Kind.WORD, beginnings.of(whole.word()));
            return;
        }
        String text = whole.text();
        int from = 0;
        while (from < text.length()) {
            char c = text.charAt(from);
            int to = from + 1;
            if (Character.isDigit(c)) {
                to = endOfDigits(text, from);
                add(plainDigits(text, from, to), whole.begin() + from, whole.begin() + to, index, Kind.DIGITS, ANY);
            } else if (Character.isLetter(c) || isInner(text, from)) {
                to = endOfWord(text, from);
                String word = text.substring(from, to).toLowerCase(Locale.ROOT);
                String plain = word.indexOf('.') < 0 ? word : word.replace(".", "");
                add(plain, whole.begin() + from, whole.begin() + to, index, Kind.WORD, ANY);
            } else if (!Character.isWhitespace(c)) {
                add(String.valueOf(c), whole.begin() + from, whole.begin() + to, index, Kind.SIGN, ANY);
            }
            from = to;
        }
    }

    /** An apostrophe or dot that begins a token such as "'s" counts as part of the word that follows. */
    private static boolean isInner(String text, int k) {
        return (text.charAt(k) == '\'' || text.charAt(k) == '’')
                && k + 1 < text.length()
                && Character.isLetter(text.charAt(k + 1));
    }

    private static int endOfWord(String text, int from) {
        int k = from + 1;
        while (k < text.length()) {
            char c = text.charAt(k);
            boolean joins = (c == '\'' || c == '’' || c == '.')
                    && (c == '.' || (k + 1 < text.length() && Character.isLetter(text.charAt(k + 1))));
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
            if (!Character.isLetter(c) && !joins && !mark && !Character.isSurrogate(c)) {
                break;
            }
            k++;
        }
        return k;
    }

    private static int endOfDigits(String text, int from) {
        int k = from + 1;
        while (k < text.length()) {
            char c = text.charAt(k);
            boolean inner = (c == '.' || c == ',') && k + 1 < text.length() && Character.isDigit(text.charAt(k + 1));
            if (!Character.isDigit(c) && !inner) {
                break;
            }
            k++;
        }
        return k;
    }

    /** Digits of any script as ASCII. */
    private static String plainDigits(String text, int from, int to) {
        StringBuilder plain = new StringBuilder(to - from);
        for (int k = from; k < to; k++) {
            char c = text.charAt(k);
            int digit = Character.digit(c, 10);
            plain.append(digit >= 0 ? (char) ('0' + digit) : c);
        }
        return plain.toString();
    }

    private void add(String text, int from, int to, int index, Kind what, int begins) {
        if (size == lower.length) {
            int larger = size * 2;
            lower = Arrays.copyOf(lower, larger);
            begin = Arrays.copyOf(begin, larger);
            end = Arrays.copyOf(end, larger);
            token = Arrays.copyOf(token, larger);
            kind = Arrays.copyOf(kind, larger);
            mayBegin = Arrays.copyOf(mayBegin, larger);
        }
        lower[size] = text;
        begin[size] = from;
        end[size] = to;
        token[size] = index;
        mayBegin[size] = begins;
        kind[size++] = what;
    }
}
