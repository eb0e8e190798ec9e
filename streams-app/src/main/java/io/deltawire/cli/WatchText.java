package io.deltawire.cli;

import io.deltawire.avro.FactChange;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryUpdate;
import org.apache.avro.specific.SpecificRecord;

/** Records as one line of text. */
final class WatchText {
    private WatchText() {}

    static String of(SpecificRecord value) {
        if (value instanceof FactChange change) {
            return "%s FACT_%s %s: %s"
                    .formatted(change.getAt(), change.getType(), change.getStoryId(), change.getText());
        }
        if (value instanceof StoryUpdate update) {
            String other = update.getOtherStoryId().isEmpty() ? "" : " / " + update.getOtherStoryId();
            String article = update.getArticleId().isEmpty() ? "" : " by " + update.getArticleId();
            return "%s STORY_%s %s%s%s: %s"
                    .formatted(
                            update.getAt(), update.getType(), update.getStoryId(), other, article, update.getTitle());
        }
        if (value instanceof Story story) {
            return "%s %s %s: %s (%d articles, %d sources, %d facts)"
                    .formatted(
                            story.getUpdatedAt(),
                            story.getState(),
                            story.getId(),
                            story.getTitle(),
                            story.getArticleCount(),
                            story.getIndependentSources(),
                            story.getFacts().size());
        }
        return value.toString();
    }

    /** Without what could steer a terminal: control and format characters become spaces. */
    static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
