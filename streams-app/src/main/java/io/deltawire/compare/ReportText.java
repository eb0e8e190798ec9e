package io.deltawire.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** A report in lines for a terminal. */
public final class ReportText {
    private static final int EXAMPLES = 5;
    private static final int NAME = 30;
    private static final int LEAST_COLUMN = 12;

    private ReportText() {}

    /** One table of all runs, then each against the first. */
    public static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>(table(report));
        String first = report.runs().get(0).name();
        for (Report.Against pair : report.pairs()) {
            lines.add("");
            lines.add(first + " → " + pair.name());
            pair.figures().forEach((name, count) -> lines.add(String.format(Locale.ROOT, "  %-28s %,d", name, count)));
            pair.differ().stream().limit(EXAMPLES).forEach(each -> {
                lines.add("  differs at " + each.first().article() + ": " + what(each.first()) + "  |  "
                        + what(each.second()));
            });
            pair.onlyFirst().stream()
                    .limit(EXAMPLES)
                    .forEach(told -> lines.add("  only in " + first + ": " + what(told)));
            pair.onlySecond().stream()
                    .limit(EXAMPLES)
                    .forEach(told -> lines.add("  only in " + pair.name() + ": " + what(told)));
        }
        return lines;
    }

    /** One row a figure, one column a run. */
    public static List<String> table(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add(row("", report, Report.Side::name));
        lines.add(row("run", report, Report.Side::runId));
        Set<String> scores = new LinkedHashSet<>();
        Set<String> figures = new LinkedHashSet<>();
        report.runs().forEach(run -> {
            scores.addAll(run.scores().keySet());
            figures.addAll(run.figures().keySet());
        });
        for (String score : scores) {
            lines.add(row(score, report, run -> {
                Double value = run.scores().get(score);
                return value == null ? "" : String.format(Locale.ROOT, "%.1f", value);
            }));
        }
        for (String figure : figures) {
            lines.add(row(
                    figure,
                    report,
                    run -> String.format(Locale.ROOT, "%,d", run.figures().getOrDefault(figure, 0))));
        }
        return lines;
    }

    private static String row(String name, Report report, Function<Report.Side, String> cell) {
        StringBuilder row = new StringBuilder(String.format("%-" + NAME + "s", name));
        for (Report.Side run : report.runs()) {
            int width = Math.max(LEAST_COLUMN, run.name().length());
            row.append("  ").append(String.format("%" + width + "s", cell.apply(run)));
        }
        return row.toString().stripTrailing();
    }

    private static String what(Told told) {
        boolean moved = !told.before().isEmpty() && !told.before().equals(told.after());
        String about = told.attribute().isEmpty() ? told.subject() : told.subject() + ", " + told.attribute();
        return told.type() + " " + about + ": " + (moved ? told.before() + " → " : "") + told.after();
    }
}
