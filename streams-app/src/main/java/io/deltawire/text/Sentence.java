package io.deltawire.text;

/**
 * A sentence of the clean text.
 *
 * @param index position in {@link Document#sentences()}
 * @param begin offset of the first char in the clean text
 * @param end offset after the last char
 * @param firstToken index of the first token in {@link Document#tokens()}
 * @param endToken index after the last token
 * @param paragraph number of the paragraph, from 0; the title, when there is one, is paragraph 0
 * @param headline the title, or a line of the body set as a headline (sub-heading)
 */
public record Sentence(int index, int begin, int end, int firstToken, int endToken, int paragraph, boolean headline) {}
