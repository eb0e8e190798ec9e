package io.deltawire.text;

import io.deltawire.text.CalendarWords.Role;
import io.deltawire.text.CalendarWords.Word;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads clock times: "7:30 p.m.", "14:00", "0730 GMT", "10 o'clock", "noon". */
final class ClockReader {
    private static final Set<String> ZONES = Set.of(
            "gmt", "utc", "est", "edt", "et", "pst", "pdt", "pt", "cst", "cdt", "ct", "mst", "mdt", "bst", "cet",
            "cest", "ist", "local", "eastern", "pacific", "central");

    /** @param time "HH:mm", "" when the atoms are a clock time that does not exist */
    record Clock(int end, String time) {}

    private final CalendarWords words;

    ClockReader(CalendarWords words) {
        this.words = words;
    }

    /** The clock time that begins at {@code i}, or null. */
    @Nullable
    Clock at(Atoms atoms, int i) {
        Word named = words.word(atoms.at(i), Role.CLOCK);
        if (named != null) {
            return new Clock(i + 1, named.value());
        }
        if (!atoms.isDigits(i)) {
            return null;
        }
        String text = atoms.at(i);
        int next = i + 1;
        int hour = number(text);
        int minute = 0;
        int dot = text.indexOf('.');
        boolean minutes = false;
        if (dot > 0 && text.length() - dot == 3 && dot <= 2) {
            hour = number(text.substring(0, dot));
            minute = number(text.substring(dot + 1));
        } else if (atoms.is(next, ":")
                && atoms.glued(next)
                && atoms.glued(next + 1)
                && atoms.isDigits(next + 1)
                && atoms.at(next + 1).length() == 2) {
            minute = number(atoms.at(next + 1));
            next += 2;
            minutes = true;
            if (atoms.is(next, ":") && atoms.glued(next + 1) && atoms.isDigits(next + 1)) {
                next += 2;
            }
        }
        // Tokenizers differ: "p.m." may come as one word or as four pieces.
        boolean pieces = atoms.is(next + 1, ".") && atoms.is(next + 2, "m") && atoms.glued(next + 2);
        Word half = words.word(pieces ? atoms.at(next) + "m" : atoms.at(next), Role.HALF);
        next += pieces ? 2 : 0;
        if (half != null && atoms.sameSentence(i, next) && hour <= 12) {
            int end = next + 1;
            return zoned(atoms, end, clock(hour % 12 + half.number(), minute));
        }
        if (atoms.is(next, "o'clock") || atoms.is(next, "o’clock")) {
            return new Clock(next + 1, clock(hour, 0));
        }
        if (minutes) {
            return zoned(atoms, next, clock(hour, minute));
        }
        if (text.length() == 4 && hour <= 2400 && isZone(atoms, next) && !atoms.is(next, "local")) {
            return zoned(atoms, next, clock(hour / 100, hour % 100));
        }
        return dot > 0 && isZone(atoms, next) ? zoned(atoms, next, clock(hour, minute)) : null;
    }

    private static Clock zoned(Atoms atoms, int next, String time) {
        int end = next;
        while (isZone(atoms, end)) {
            end++;
        }
        end += end > next && (atoms.is(end, "time") || atoms.is(end, "standard")) ? 1 : 0;
        return new Clock(end, time);
    }

    private static boolean isZone(Atoms atoms, int i) {
        return ZONES.contains(atoms.at(i)) && atoms.sameSentence(i - 1, i);
    }

    private static String clock(int hour, int minute) {
        if (hour < 0 || hour > 24 || minute < 0 || minute > 59) {
            return "";
        }
        return (hour % 24 < 10 ? "0" : "") + hour % 24 + (minute < 10 ? ":0" : ":") + minute;
    }

    /** Small plain number, or -1. */
    static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 4) {
            return -1;
        }
        int value = 0;
        for (int k = 0; k < digits.length(); k++) {
            char c = digits.charAt(k);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }
}
