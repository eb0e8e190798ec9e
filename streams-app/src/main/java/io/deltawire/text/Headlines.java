package io.deltawire.text;

/** Tells lines of a body that are set as a headline from paragraphs. */
final class Headlines {
    private static final int MOST_WORDS = 22;

    private Headlines() {}

    /** No end of a sentence, not many words, and begun like a headline: with a capital, a figure or a quotation. */
    static boolean isHeadline(String text, int begin, int end, int tokens) {
        if (tokens > MOST_WORDS || begin >= end) {
            return false;
        }
        int first = text.codePointAt(begin);
        boolean begun = !Character.isLetter(first) || Character.isUpperCase(first) || Character.isTitleCase(first);
        return begun && !Boilerplate.endsSentence(text.substring(begin, end)) && text.charAt(end - 1) != ',';
    }
}
