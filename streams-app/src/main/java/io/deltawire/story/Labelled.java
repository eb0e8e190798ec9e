package io.deltawire.story;

/**
 * A row a model learns from.
 *
 * @param articleId article that asks
 * @param group gold story the asking article is of; rows of a group stay together in cross-validation
 * @param match whether it was right to join or merge
 * @param weight how much the answer matters
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; arrays keep it small and quick
public record Labelled(String articleId, String group, float[] features, boolean match, double weight) {}
