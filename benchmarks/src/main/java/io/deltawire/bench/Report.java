package io.deltawire.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of one benchmark, gathered over its rounds; printed as a table and written as JSON. */
final class Report {
    private final String name;
    private final Map<String, Object> conditions = new LinkedHashMap<>();
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    private record Figure(String unit, @Nullable Double goal, boolean least, List<Double> values) {}

    Report(String name) {
        this.name = name;
    }

    /** Something that holds for all rounds. */
    void condition(String what, Object value) {
        conditions.put(what, value);
    }

    /** One more value of a figure. */
    void add(String figure, String unit, double value) {
        figures.computeIfAbsent(figure, f -> new Figure(unit, null, true, new ArrayList<>()))
                .values()
                .add(value);
    }

    /** One more value of a figure that should be {@code goal} at least, or at most; a goal of 0 is none. */
    void add(String figure, String unit, double value, boolean atLeast, double goal) {
        figures.computeIfAbsent(figure, f -> new Figure(unit, goal, atLeast, new ArrayList<>()))
                .values()
                .add(value);
    }

    /** The median of a figure. */
    double median(String figure) {
        Figure found = figures.get(figure);
        if (found == null) {
            throw new IllegalArgumentException("not measured: " + figure);
        }
        return Spread.of(found.values()).median();
    }

    void print(PrintWriter out) {
        out.println(name);
        conditions.forEach((what, value) -> out.printf("  %-22s %s%n", what, value));
        out.printf("%n  %-46s %12s %12s %12s  %-14s %s%n", "", "median", "least", "most", "unit", "goal");
        figures.forEach((figure, values) -> {
            Spread spread = Spread.of(values.values());
            out.printf(
                    "  %-46s %12s %12s %12s  %-14s %s%n",
                    figure,
                    number(spread.median()),
                    number(spread.least()),
                    number(spread.most()),
                    values.unit(),
                    goal(values, spread.median()));
        });
        out.flush();
    }

    private static String goal(Figure figure, double median) {
        Double goal = figure.goal();
        if (goal == null || goal == 0) {
            return "";
        }
        boolean met = figure.least() ? median >= goal : median <= goal;
        return (figure.least() ? "≥ " : "≤ ") + number(goal) + (met ? " met" : " MISSED");
    }

    private static String number(double value) {
        double size = Math.abs(value);
        String form =
                size >= 1_000 ? "%,.0f" : size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, form, value);
    }

    void write(Path file) throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("benchmark", name);
        tree.put("conditions", conditions);
        Map<String, Object> all = new LinkedHashMap<>();
        figures.forEach((figure, values) -> {
            Spread spread = Spread.of(values.values());
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("unit", values.unit());
            one.put("median", spread.median());
            one.put("least", spread.least());
            one.put("most", spread.most());
            one.put("values", values.values());
            if (values.goal() != null) {
                one.put(values.least() ? "goal_at_least" : "goal_at_most", values.goal());
            }
            all.put(figure, one);
        });
        tree.put("figures", all);
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), tree);
    }
}
