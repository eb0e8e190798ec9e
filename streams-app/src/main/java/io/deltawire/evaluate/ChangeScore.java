package io.deltawire.evaluate;

import io.deltawire.evaluate.ScenarioGold.Shift;
import io.deltawire.evaluate.ScenarioGold.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Recall and precision of shifts (REVISED, DISPUTED, SETTLED): each gold shift takes the first change that fits it and is not
 * taken; shifts that nobody took are false unless acceptable.
 */
public final class ChangeScore {
    private static final String TOTAL = "all";

    private final Map<String, int[]> byKind = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Shift> missed = new ArrayList<>();
    private final List<Judged> judged = new ArrayList<>();
    private int traps;
    private int copies;

    /**
     * A shift that came out, and whether it is true.
     *
     * @param at its place among all changes
     */
    public record Judged(int at, Told told, boolean right) {}

    private enum Count {
        GOLD,
        FOUND,
        EMITTED,
        TRUE
    }

    private ChangeScore() {}

    /** @param told all changes of the articles, in order */
    public static ChangeScore of(List<ScenarioGold> scenarios, List<Told> told) {
        ChangeScore score = new ChangeScore();
        Set<Integer> taken = score.take(scenarios, told);
        List<Shift> acceptable = scenarios.stream()
                .flatMap(scenario -> scenario.acceptable().stream())
                .toList();
        Map<String, ScenarioGold> of = new HashMap<>();
        scenarios.forEach(scenario -> scenario.articles().forEach(article -> of.put(article, scenario)));
        for (int i = 0; i < told.size(); i++) {
            Told one = told.get(i);
            ScenarioGold scenario = of.get(one.article());
            if (one.shift()) {
                boolean spare = !taken.contains(i) && acceptable.stream().anyMatch(shift -> shift.fits(one));
                if (!spare) {
                    score.emitted(i, one, taken.contains(i));
                }
                score.traps += scenario != null
                                && scenario.never().stream()
                                        .anyMatch(never ->
                                                never.matcher(one.after()).find())
                        ? 1
                        : 0;
            }
            if (scenario != null && one.type().equals("FACT_CORROBORATED") && one.afterSources() <= 2) {
                score.copies += (int) scenario.copies().stream()
                        .filter(pair -> pair.get(1).equals(one.article()))
                        .count();
            }
        }
        return score;
    }

    private Set<Integer> take(List<ScenarioGold> scenarios, List<Told> told) {
        Set<Integer> taken = new HashSet<>();
        for (ScenarioGold scenario : scenarios) {
            for (Shift shift : scenario.gold()) {
                count(shift.kind(), Count.GOLD);
                int found = -1;
                for (int i = 0; i < told.size() && found < 0; i++) {
                    found = !taken.contains(i) && shift.fits(told.get(i)) ? i : -1;
                }
                if (found < 0) {
                    missed.add(shift);
                    lines.add("missed %s %s %s -> %s"
                            .formatted(shift.article(), shift.kind(), shift.before(), shift.after()));
                } else {
                    taken.add(found);
                    count(shift.kind(), Count.FOUND);
                }
            }
        }
        return taken;
    }

    private void emitted(int at, Told one, boolean right) {
        judged.add(new Judged(at, one, right));
        count(one.kind(), Count.EMITTED);
        if (right) {
            count(one.kind(), Count.TRUE);
        } else {
            lines.add("false %s %s %s %s: %s -> %s"
                    .formatted(one.article(), one.type(), one.kind(), one.subject(), one.before(), one.after()));
        }
    }

    private void count(String kind, Count count) {
        for (String key : List.of(kind, TOTAL)) {
            byKind.computeIfAbsent(key, any -> new int[Count.values().length])[index(count)]++;
        }
    }

    private static int index(Count count) {
        return List.of(Count.values()).indexOf(count);
    }

    private int get(String kind, Count count) {
        return byKind.getOrDefault(kind, new int[Count.values().length])[index(count)];
    }

    /** Share of gold shifts found, in per cent. */
    public double recall() {
        return 100.0 * get(TOTAL, Count.FOUND) / Math.max(1, get(TOTAL, Count.GOLD));
    }

    /** Share of emitted shifts that are true, in per cent. */
    public double precision() {
        return 100.0 * get(TOTAL, Count.TRUE) / Math.max(1, get(TOTAL, Count.EMITTED));
    }

    public int traps() {
        return traps;
    }

    /** Copies that were counted as a second source. */
    public int copies() {
        return copies;
    }

    /** Gold shifts that did not come out, in order. */
    public List<Shift> missed() {
        return List.copyOf(missed);
    }

    /** Every emitted shift with its truth, in order. */
    public List<Judged> judged() {
        return List.copyOf(judged);
    }

    /** What was missed or false, one line each. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** One line for each kind, the last for all. */
    public List<String> table() {
        List<String> table = new ArrayList<>();
        byKind.forEach((kind, counts) -> {
            if (!kind.equals(TOTAL)) {
                table.add(row(kind));
            }
        });
        table.add(row(TOTAL));
        return table;
    }

    private String row(String kind) {
        return "%-10s found %d/%d, true of emitted %d/%d"
                .formatted(
                        kind,
                        get(kind, Count.FOUND),
                        get(kind, Count.GOLD),
                        get(kind, Count.TRUE),
                        get(kind, Count.EMITTED));
    }
}
