package io.deltawire.local;

import io.deltawire.avro.ChangeType;
import io.deltawire.avro.ClaimKind;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.FactPicture;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.avro.UpdateType;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/**
 * Prints what happens to stories, one change a line under the title of its story, the sentence that a shift rests on below it.
 * Times are UTC. Not thread-safe.
 */
final class Screen {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Map<ChangeType, String> STYLES = Map.of(
            ChangeType.REPORTED, "",
            ChangeType.CORROBORATED, "fg(green)",
            ChangeType.REVISED, "bold,fg(yellow)",
            ChangeType.DISPUTED, "bold,fg(red)",
            ChangeType.SETTLED, "bold,fg(green)",
            ChangeType.RETRACTED, "bold,fg(magenta)");

    private final PrintWriter out;
    private final Ansi ansi;
    private final int width;
    private final Map<String, String> titles = new HashMap<>();
    private final Map<ChangeType, Integer> counts = new EnumMap<>(ChangeType.class);
    private String under = "";

    /** @param width columns that a line may have */
    Screen(PrintWriter out, Ansi ansi, int width) {
        this.out = out;
        this.ansi = ansi;
        this.width = width;
    }

    /** Prints what happened to a story itself. */
    void show(StoryUpdate update) {
        titles.put(update.getStoryId(), update.getTitle());
        heading(update.getStoryId());
        String copy = update.getDuplicateOf().isEmpty() ? "" : ", same text as " + update.getDuplicateOf();
        String what = switch (update.getType()) {
            case MERGED, SPLIT, REOPENED -> storyLine(update);
            case OPENED, GREW -> "article " + update.getArticleId() + " of " + update.getSource() + copy;
            default -> "";
        };
        line(update.getAt(), update.getType() == UpdateType.OPENED ? "bold" : "faint", update.getType(), what);
        out.flush();
    }

    /** Prints a change of a fact. */
    void show(FactChange change) {
        counts.merge(change.getType(), 1, Integer::sum);
        heading(change.getStoryId());
        line(change.getAt(), STYLES.getOrDefault(change.getType(), ""), change.getType(), slot(change));
        if (change.getType() != ChangeType.REPORTED && change.getEvidence() != null) {
            String sentence = PlainLine.of(change.getEvidence().getSentence(), width - 28);
            out.println(" ".repeat(26) + styled("faint", "“" + sentence + "”"));
        }
        out.flush();
    }

    /** Prints the stories as they stand, and how many changes of each type went by. */
    void summary(Collection<Story> stories) {
        out.println();
        out.println(styled("bold", stories.size() + (stories.size() == 1 ? " story" : " stories")));
        for (Story story : stories) {
            out.println("  " + PlainLine.of(story.getTitle(), width - 4));
            long disputed =
                    story.getFacts().stream().filter(FactPicture::getDisputed).count();
            out.println(styled(
                    "faint",
                    "    " + story.getArticleCount() + " articles, " + story.getIndependentSources()
                            + " independent sources, " + story.getFacts().size() + " facts, " + disputed + " disputed, "
                            + story.getState().name().toLowerCase(Locale.ROOT)));
        }
        out.println(counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", ")));
        out.flush();
    }

    private void heading(String storyId) {
        if (!storyId.equals(under)) {
            under = storyId;
            String title = PlainLine.of(titles.getOrDefault(storyId, ""), width - storyId.length() - 6);
            out.println();
            out.println(styled("bold", "■ " + title) + "  " + styled("faint", PlainLine.of(storyId)));
        }
    }

    private void line(Instant at, String style, Enum<?> type, String what) {
        String name = String.format(Locale.ROOT, "%-12s", type);
        out.println("  " + styled("faint", TIME.format(at)) + "  " + styled(style, name) + "  "
                + PlainLine.of(what, width - 28));
    }

    private static String slot(FactChange change) {
        String slot = change.getSubject() + (change.getAttribute().isEmpty() ? "" : ", " + change.getAttribute());
        String after = quoted(change, change.getAfter());
        String before = quoted(change, change.getBefore());
        String value = switch (change.getType()) {
            case REVISED, SETTLED -> before.isEmpty() ? after : before + " → " + after;
            case DISPUTED -> before + " ↔ " + after;
            case RETRACTED -> (before.isEmpty() ? after : before) + " withdrawn";
            default -> after;
        };
        return slot + ": " + value + " (" + sources(change.getAfterSources(), change.getBeforeSources()) + ")";
    }

    private static String quoted(FactChange change, String value) {
        String unit = change.getUnit().isEmpty() ? "" : " " + change.getUnit();
        boolean quotation = change.getKind() == ClaimKind.STATEMENT && !value.isEmpty();
        return quotation ? "“" + value + "”" : value.isEmpty() ? "" : value + unit;
    }

    private static String sources(List<String> after, List<String> before) {
        return String.join(", ", after.isEmpty() ? before : after);
    }

    private static String storyLine(StoryUpdate update) {
        String other = update.getOtherStoryId();
        return (other.isEmpty() ? "" : other + " ") + update.getMoved().size() + " articles moved";
    }

    private String styled(String style, String text) {
        if (style.isEmpty() || !ansi.enabled()) {
            return text;
        }
        // Not Ansi.apply: it would read markup in the text.
        Ansi.IStyle[] styles = Ansi.Style.parse(style);
        return Ansi.Style.on(styles) + text + Ansi.Style.off(styles);
    }
}
