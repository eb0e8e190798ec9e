package io.deltawire.fact;

import io.deltawire.claim.Kind;
import io.deltawire.text.Hedge;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change as one line of English. */
final class Rendering {
    /** Counted words that add nothing to the name of the figure. */
    private static final Set<String> GENERIC = Set.of("people", "person", "persons", "others", "dead", "date", "place");

    private Rendering() {}

    static String line(Change.Type type, Slot slot, @Nullable Standing before, @Nullable Standing after) {
        String topic = topic(slot);
        String from = before == null ? "" : value(slot, before);
        String to = after == null ? "" : value(slot, after);
        String sentence = switch (type) {
            case REPORTED -> topic + ": " + to;
            case CORROBORATED -> topic + ": " + to + " confirmed";
            case REVISED -> topic + " revised from " + from + " to " + to;
            case DISPUTED -> topic + " disputed: " + from + " against " + to;
            case SETTLED -> topic + " settled: " + to + (from.isEmpty() ? "" : ", not " + from);
            case RETRACTED -> topic + ": " + from + " withdrawn" + (to.isEmpty() ? "" : ", " + to + " stands");
        };
        int sources = after == null ? 0 : after.backings().size();
        return sources == 0 ? sentence : sentence + " — " + sources + (sources == 1 ? " source" : " sources");
    }

    private static String topic(Slot slot) {
        String subject = slot.subject();
        String rest = slot.attribute();
        return switch (slot.kind()) {
            case QUANTITY ->
                upper(joined(Measures.shared().label(Measures.shared().classOf(subject)), rest));
            case SCHEDULE ->
                upper(joined(
                        (slot.bucket().contains("|field=place")
                                        ? "place of "
                                        : slot.bucket().contains("|field=deadline") ? "deadline for " : "date of ")
                                + subject,
                        rest));
            case POSITION -> rest.isEmpty() ? subject : subject + " on " + rest;
            case OFFICE -> upper(rest.isEmpty() ? subject : subject + " of " + rest);
            case STATUS -> upper(slot.condition() && !rest.isEmpty() ? rest : joined(subject, rest));
            case STATEMENT -> upper(joined(subject, rest));
        };
    }

    /** "Death toll" and "in Marvenia earthquake"; "Death toll" and "Russian troops" become "Death toll (Russian troops)". */
    private static String joined(String head, String rest) {
        String known = head.toLowerCase(Locale.ROOT);
        String more = rest.toLowerCase(Locale.ROOT);
        if (rest.isEmpty() || known.contains(more) || more.contains(known) || GENERIC.contains(more)) {
            return head;
        }
        String first = rest.split(" ", 2)[0];
        boolean follows = switch (first) {
            case "in", "at", "of", "on", "near", "from", "by", "with", "for", "between", "off" -> true;
            default -> false;
        };
        return follows ? head + " " + rest : head + " (" + rest + ")";
    }

    private static String value(Slot slot, Standing standing) {
        if (slot.kind() != Kind.QUANTITY) {
            return standing.value();
        }
        String figure = grouped(standing.value());
        String withUnit = standing.unit().isEmpty()
                ? figure
                : standing.unit().equals("%") ? figure + "%" : figure + " " + standing.unit();
        return hedge(standing.hedge()) + withUnit;
    }

    private static String hedge(Hedge hedge) {
        return switch (hedge) {
            case EXACT -> "";
            case AT_LEAST -> "at least ";
            case AT_MOST -> "up to ";
            case ABOUT -> "about ";
        };
    }

    private static String grouped(String canonical) {
        if (canonical.indexOf('-') <= 0) {
            return figure(canonical);
        }
        StringBuilder text = new StringBuilder();
        for (String number : canonical.split("(?<=\\d)-", 2)) {
            text.append(text.length() == 0 ? "" : "–").append(figure(number));
        }
        return text.toString();
    }

    /** Most values are counts or no numbers at all: neither needs the formatter, or an exception to find out. */
    private static String figure(String number) {
        if (number.isEmpty() || "+-.0123456789".indexOf(number.charAt(0)) < 0) {
            return number;
        }
        if (number.charAt(0) != '0' && number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return inThrees(number);
        }
        try {
            return String.format(Locale.ROOT, "%,f", new BigDecimal(number)).replaceFirst("\\.?0+$", "");
        } catch (NumberFormatException e) {
            return number;
        }
    }

    private static String inThrees(String digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    private static String upper(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
