package io.deltawire.text;

/**
 * A word, number or punctuation mark.
 *
 * @param begin offset of the first char in the clean text
 * @param end offset after the last char
 * @param text surface form, {@code clean text.substring(begin, end)}
 * @param lower lower-cased surface form
 * @param lemma base form in lower case ("killed" → "kill"); equal to {@code lower} where unknown
 * @param pos Penn Treebank part of speech ("NNP", "VBD"); "" in languages without a tagger
 */
public record Token(int begin, int end, String text, String lower, String lemma, String pos) {}
