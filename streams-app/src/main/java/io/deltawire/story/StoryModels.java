package io.deltawire.story;

/**
 * What STORY has learnt.
 *
 * @param match probability that an article belongs to a story, over {@link MatchFeatures#NAMES}
 * @param merge probability that two stories are one, over {@link MergeFeatures#NAMES}
 * @param split probability that the two groups a story's articles fall into are one story, over {@link MergeFeatures#NAMES}
 */
public record StoryModels(Background background, TreeModel match, TreeModel merge, TreeModel split) {
    /** The models that are shipped; {@code train-stories} makes them. */
    public static StoryModels shipped() {
        return new StoryModels(
                Background.shipped(),
                TreeModel.read("/story/match.model", MatchFeatures.NAMES),
                TreeModel.read("/story/merge.model", MergeFeatures.NAMES),
                TreeModel.read("/story/split.model", MergeFeatures.NAMES));
    }
}
