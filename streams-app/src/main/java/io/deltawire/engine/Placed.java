package io.deltawire.engine;

import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import io.deltawire.story.StoryView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What STORY hands to FACT: an article with its place, or stories that time has closed.
 *
 * @param digest the article; null when only time has passed
 * @param placement where it is and what that did; for time alone, the closes with empty ids
 * @param touched pictures of every story that the events speak of, as they stand after all of them
 * @param forgotten stories that STORY has dropped from its state for good
 * @param refused why STORY failed on the article; empty when it did not
 */
public record Placed(
        String desk,
        Instant effective,
        @Nullable Digest digest,
        Placement placement,
        List<StoryView> touched,
        List<String> forgotten,
        String refused) {}
