package io.deltawire.entity;

import io.deltawire.text.Document;
import io.deltawire.text.Sentence;
import io.deltawire.text.Token;
import java.util.List;

/** What is said, given the cue and the source of a sentence. */
final class Contents {
    /** Offsets in the clean text. */
    record Span(int begin, int end, boolean direct) {}

    private final List<Token> tokens;
    private final List<Sentence> sentences;
    private final Sentence sentence;
    private final boolean[] quoted;

    Contents(Document document, Sentence sentence, boolean[] quoted) {
        tokens = document.tokens();
        sentences = document.sentences();
        this.sentence = sentence;
        this.quoted = quoted;
    }

    Span of(CueCandidate candidate) {
        int first = sentence.firstToken();
        int last = lastWord();
        int sayBegin = Math.min(candidate.cueFirst(), candidate.sourceFirst());
        int sayEnd = Math.max(candidate.cueEnd(), candidate.sourceEnd());
        boolean behind = candidate.inverted() || sayEnd >= last || endsAfter(sayEnd, last);
        boolean according = tokens.get(candidate.cueHead()).lower().equals("according");
        if (according) {
            behind = sayBegin > first + 1;
        }
        if (behind && sayBegin > first) {
            return before(first, sayBegin);
        }
        int begin = Math.max(according ? sayEnd : candidate.cueEnd(), 0);
        begin = skip(begin, last);
        if (begin >= last && sentence.index() + 1 < sentences.size()) {
            return nextQuote();
        }
        return span(Math.min(begin, Math.max(first, last - 1)), last);
    }

    /** Only a time or an addressee stands between "he said" and the full stop. */
    private boolean endsAfter(int sayEnd, int last) {
        boolean closed = sayEnd < last && tokens.get(sayEnd).text().equals(".");
        int rest = last - sayEnd;
        String next = sayEnd < last ? tokens.get(sayEnd).lower() : "";
        boolean time =
                rest <= 3 && (tokens.get(last - 1).pos().startsWith("NNP") || next.equals("on") || next.equals("in"));
        return closed || time;
    }

    private Span before(int first, int sayBegin) {
        int end = sayBegin;
        while (end - 1 > first && tokens.get(end - 1).text().equals(",")) {
            end--;
        }
        int begin = first;
        // The quotation may have begun in an earlier sentence of the paragraph.
        if (quoted[first] && first > 0) {
            while (begin > 0 && quoted[begin - 1] && !isOpen(begin)) {
                begin--;
            }
        }
        return span(begin, end);
    }

    private boolean isOpen(int t) {
        return tokens.get(t).text().equals("“");
    }

    private Span nextQuote() {
        Sentence next = sentences.get(sentence.index() + 1);
        int end = next.endToken();
        if (quoted[next.firstToken()]) {
            while (end < tokens.size() && quoted[end] && !isOpen(end)) {
                end++;
            }
        }
        return span(next.firstToken(), end);
    }

    /** Over the addressee ("told reporters that") and a day to where the content begins. */
    private int skip(int from, int last) {
        int limit = Math.min(last, from + 12);
        for (int t = from; t < limit; t++) {
            String lower = tokens.get(t).lower();
            if (lower.equals("that") || lower.equals("“") || lower.equals("\"") || lower.equals(":")) {
                return lower.equals(":") && t + 1 < last ? t + 1 : t;
            }
            if (tokens.get(t).pos().startsWith("VB") || tokens.get(t).pos().equals("MD") || quoted[t]) {
                break;
            }
        }
        int t = from;
        while (t < last
                && (tokens.get(t).text().equals(",") || tokens.get(t).text().equals(":"))) {
            t++;
        }
        return t;
    }

    /** Token after the last word of the sentence: a closing full stop is left out unless it stands in a quotation. */
    private int lastWord() {
        int last = sentence.endToken();
        while (last - 1 > sentence.firstToken() && tokens.get(last - 1).text().equals(".") && !quoted[last - 1]) {
            last--;
        }
        return last;
    }

    private Span span(int begin, int end) {
        int stop = Math.max(begin + 1, end);
        boolean direct = quoted[begin] && quoted[Math.min(stop, tokens.size()) - 1];
        return new Span(tokens.get(begin).begin(), tokens.get(stop - 1).end(), direct);
    }
}
