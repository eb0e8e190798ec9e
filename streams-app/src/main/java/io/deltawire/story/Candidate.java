package io.deltawire.story;

/**
 * A story an article may belong to.
 *
 * @param features in the order of {@link MatchFeatures#NAMES}
 */
record Candidate(Story story, float[] features) {}
