package io.deltawire.serve;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Query parameters, checked; what is wrong is told by an {@link IllegalArgumentException} that names it. */
record Params(Context ctx) {
    static final int LONGEST = 500;
    static final int LARGEST_PAGE = 200;
    private static final int USUAL_PAGE = 50;

    /** @param known the parameters there are; any other is a mistake of the caller that should not go unseen */
    static Params of(Context ctx, Set<String> known) {
        for (String name : ctx.queryParamMap().keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("there is no parameter '" + clip(name) + "'; there are "
                        + known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        return new Params(ctx);
    }

    /** "" when it is not there. */
    String text(String name) {
        List<String> values = ctx.queryParams(name);
        if (values.size() > 1) {
            throw new IllegalArgumentException(name + " may be given once");
        }
        String value = values.isEmpty() ? "" : values.get(0).strip();
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(name + " may have " + LONGEST + " characters at most");
        }
        return value;
    }

    /** Names of an enum, several divided by commas. */
    Set<String> names(String name, List<String> known) {
        Set<String> names = new LinkedHashSet<>();
        for (String each : text(name).split(",")) {
            String upper = each.strip().toUpperCase(Locale.ROOT);
            if (!upper.isEmpty()) {
                if (!known.contains(upper)) {
                    throw new IllegalArgumentException(
                            name + " is '" + clip(each) + "'; it may be " + String.join(", ", known));
                }
                names.add(upper);
            }
        }
        return names;
    }

    String name(String name, List<String> known) {
        Set<String> names = names(name, known);
        if (names.size() > 1) {
            throw new IllegalArgumentException(name + " may be one of " + String.join(", ", known));
        }
        return names.isEmpty() ? "" : names.iterator().next();
    }

    Set<String> ids(String name) {
        return Arrays.stream(text(name).split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean truth(String name) {
        String value = text(name);
        if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(name + " is '" + clip(value) + "'; it may be true or false");
        }
        return value.equals("true");
    }

    int whole(String name, int otherwise, int least, int most) {
        String value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw new IllegalArgumentException(name + " is '" + clip(value) + "'; it may be " + least + " to " + most);
    }

    /** 0 to 1; 0 when it is not given. */
    double share(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            return 0;
        }
        try {
            double number = Double.parseDouble(value);
            if (number >= 0 && number <= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw new IllegalArgumentException(name + " is '" + clip(value) + "'; it may be 0 to 1, 0.8 say");
    }

    int limit() {
        return whole("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    }

    Optional<Instant> time(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    value.length() == 10
                            ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : Instant.parse(value));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    name + " is '" + clip(value) + "'; it may be a time, 2025-05-11T06:00:00Z, or a day, 2025-05-11",
                    e);
        }
    }

    private static String clip(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
