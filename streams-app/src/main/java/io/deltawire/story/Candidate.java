package io.deltawire.story;

/**
 * A story an article may belong to.
 *
 * @param features in the order of {@link MatchFeatures#NAMES}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; arrays keep it small and quick
record Candidate(Story story, float[] features) {}
