package io.deltawire.cli;

import io.deltawire.avro.ChangeType;
import io.deltawire.avro.FactChange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * A record as a line for whoever watches: on a terminal with the value before and after in colour and cut to its width; into a pipe the
 * plain line of {@link WatchText}, whole.
 *
 * @param width columns; 0 for no limit
 */
record WatchLine(Ansi ansi, int width) {
    private static final int LEAST_SLOT = 12;
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    String of(SpecificRecord value) {
        String plain = WatchText.printable(WatchText.of(value));
        if (!ansi.enabled()) {
            return plain;
        }
        if (value instanceof FactChange change) {
            return painted(change);
        }
        return width == 0 ? plain : cut(plain, width);
    }

    private String painted(FactChange change) {
        String head =
                WatchText.printable("%s %-12s %s  ".formatted(change.getAt(), change.getType(), change.getStoryId()));
        String slot = WatchText.printable(
                change.getSubject() + (change.getAttribute().isEmpty() ? "" : ", " + change.getAttribute()) + ": ");
        String unit = change.getUnit().isEmpty() ? "" : " " + change.getUnit();
        String before = change.getBefore().isEmpty() || change.getBefore().equals(change.getAfter())
                ? ""
                : WatchText.printable(change.getBefore() + unit);
        String after = WatchText.printable(change.getAfter() + unit);
        String arrow = before.isEmpty() ? "" : change.getType() == ChangeType.DISPUTED ? " ↔ " : " → ";
        String sources = WatchText.printable("  (" + String.join(", ", change.getAfterSources()) + ")");
        int room = width == 0 ? Integer.MAX_VALUE : Math.max(20, width - head.length());
        // The values are what one looks for; the slot gives way to them, down to a few letters.
        int values = before.length() + arrow.length() + after.length();
        String shownSlot = cut(slot, Math.max(Math.min(room, LEAST_SLOT), room - values));
        room -= shownSlot.length();
        String shownBefore = cut(before, (room - arrow.length()) / 2);
        room -= shownBefore.length() + arrow.length();
        String shownAfter = cut(after, room);
        room -= shownAfter.length();
        boolean disputed = change.getType() == ChangeType.DISPUTED;
        return paint(head, Style.faint)
                + shownSlot
                + paint(shownBefore, disputed ? Style.fg_yellow : Style.fg_red)
                + arrow
                + paint(shownAfter, disputed ? Style.fg_yellow : Style.fg_green, Style.bold)
                + paint(cut(sources, room), Style.faint);
    }

    /** Not by picocli's markup, which the text of others could hold. */
    private static String paint(String text, IStyle... styles) {
        return text.isEmpty() ? "" : Style.on(styles) + text + Style.off(styles);
    }

    /** At most so many characters, with … for what is left out; never half of one. */
    static String cut(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        if (room < 2) {
            return "";
        }
        int end = 0;
        for (Matcher characters = CHARACTER.matcher(text); characters.find() && characters.end() < room; ) {
            end = characters.end();
        }
        return text.substring(0, end) + "…";
    }
}
