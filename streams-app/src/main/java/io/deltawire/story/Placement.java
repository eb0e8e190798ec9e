package io.deltawire.story;

import java.util.List;

/**
 * Where STORY put an article, and what that did to the stories.
 *
 * @param storyId story the article is in after all events
 * @param duplicateOf article id of the first text of its near-duplicate group, "" when it is the first
 * @param sourceKey independent source it counts as: its duplicate group's first outlet, or its outlet's family
 * @param late its own time is before its effective time
 * @param events in order; merges and splits tell FACT which facts move
 */
public record Placement(String storyId, String duplicateOf, String sourceKey, boolean late, List<StoryEvent> events) {}
