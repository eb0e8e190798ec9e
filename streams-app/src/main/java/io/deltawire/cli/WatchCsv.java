package io.deltawire.cli;

import io.deltawire.avro.FactChange;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryUpdate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/**
 * Records as lines of a table (RFC 4180), the same columns for all three topics. A cell of text that a spreadsheet would take for a
 * formula gets an apostrophe before it.
 */
final class WatchCsv {
    private static final List<String> COLUMNS = List.of(
            "at",
            "type",
            "story_id",
            "id",
            "article_id",
            "kind",
            "subject",
            "attribute",
            "unit",
            "before",
            "after",
            "before_sources",
            "after_sources",
            "speaker",
            "sentence",
            "confidence",
            "text");
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private WatchCsv() {}

    static String head() {
        return String.join(",", COLUMNS);
    }

    static String of(SpecificRecord value) {
        if (value instanceof FactChange change) {
            var claim = change.getEvidence();
            return row(
                    change.getAt(),
                    change.getType(),
                    change.getStoryId(),
                    change.getId(),
                    change.getArticleId(),
                    change.getKind(),
                    change.getSubject(),
                    change.getAttribute(),
                    change.getUnit(),
                    change.getBefore(),
                    change.getAfter(),
                    String.join("; ", change.getBeforeSources()),
                    String.join("; ", change.getAfterSources()),
                    claim == null ? "" : claim.getSpeaker(),
                    claim == null ? "" : claim.getSentence(),
                    change.getConfidence(),
                    change.getText());
        }
        if (value instanceof StoryUpdate update) {
            return row(
                    update.getAt(),
                    update.getType(),
                    update.getStoryId(),
                    update.getId(),
                    update.getArticleId(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    update.getOtherStoryId(),
                    "",
                    update.getSource(),
                    "",
                    "",
                    "",
                    update.getTitle());
        }
        if (value instanceof Story story) {
            return row(
                    story.getUpdatedAt(),
                    story.getState(),
                    story.getId(),
                    "",
                    story.getLeadArticleId(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    story.getRedirect(),
                    "",
                    String.join("; ", story.getOutlets()),
                    "",
                    "",
                    "",
                    story.getTitle());
        }
        return row(Objects.toString(value));
    }

    private static String row(Object... cells) {
        return List.of(cells).stream().map(WatchCsv::cell).collect(Collectors.joining(","));
    }

    static String cell(Object value) {
        String text = WatchText.printable(value.toString());
        if (FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches()) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\\n\\r].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
