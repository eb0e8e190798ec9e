package io.deltawire.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Runs side by side, each also against the first.
 *
 * @param times begins of the spans that {@link Side#opened} and {@link Side#changed} count by
 * @param pairs the first run against each of the others, in their order
 */
public record Report(List<Side> runs, List<Instant> times, List<Against> pairs) {
    private static final int SPANS = 60;

    /** Examples of each kind that a report shows; all are counted. */
    private static final int MOST = 400;

    /**
     * One run.
     *
     * @param config settings that decide what comes out
     * @param figures by name, in the order to show them
     * @param scores against gold, in percent; empty without gold
     * @param opened stories opened by span of time
     * @param changed changes of facts by span of time
     */
    public record Side(
            String name,
            String runId,
            Map<String, String> config,
            Map<String, Integer> figures,
            Map<String, Double> scores,
            List<Integer> opened,
            List<Integer> changed) {}

    /**
     * The first run against another.
     *
     * @param figures by name, in the order to show them
     * @param titles of the stories that are named
     */
    public record Against(
            String name,
            Map<String, Integer> figures,
            List<Comparison.Moved> moved,
            Comparison.Matrix matrix,
            List<Told> onlyFirst,
            List<Told> onlySecond,
            List<Comparison.Pair> differ,
            Map<String, String> titles) {}

    /** @param runs two or more; names that are the same get numbers */
    public static Report of(List<Run> runs, Optional<Gold> gold) {
        List<Instant> times = times(runs);
        List<Side> sides = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Run run : runs) {
            String name = run.name();
            for (int n = 2; !names.add(name); n++) {
                name = run.name() + "-" + n;
            }
            sides.add(side(run, name, times, gold));
        }
        List<Against> pairs = new ArrayList<>();
        for (int i = 1; i < runs.size(); i++) {
            pairs.add(against(runs.get(0), runs.get(i), sides.get(i).name()));
        }
        return new Report(sides, times, pairs);
    }

    private static List<Instant> times(List<Run> runs) {
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        for (Run run : runs) {
            for (Instant at : run.opened().values()) {
                first = at.isBefore(first) ? at : first;
                last = at.isAfter(last) ? at : last;
            }
            for (Told told : run.changes()) {
                first = told.at().isBefore(first) ? told.at() : first;
                last = told.at().isAfter(last) ? told.at() : last;
            }
        }
        List<Instant> times = new ArrayList<>();
        if (!first.isAfter(last)) {
            long span = Math.max(1, (last.toEpochMilli() - first.toEpochMilli()) / SPANS + 1);
            for (long at = first.toEpochMilli(); at <= last.toEpochMilli(); at += span) {
                times.add(Instant.ofEpochMilli(at));
            }
        }
        return times;
    }

    private static int span(List<Instant> times, Instant at) {
        int span = 0;
        while (span + 1 < times.size() && !times.get(span + 1).isAfter(at)) {
            span++;
        }
        return span;
    }

    private static Side side(Run run, String name, List<Instant> times, Optional<Gold> gold) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        figures.put("articles", run.storyOf().size());
        figures.put("stories", run.members().size());
        run.events().forEach((type, count) -> figures.put("stories " + type, count));
        figures.put("changes", run.changes().size());
        Map<String, Integer> types = new TreeMap<>();
        Map<String, Integer> kinds = new TreeMap<>();
        run.changes().forEach(told -> {
            types.merge("changes " + told.type(), 1, Integer::sum);
            kinds.merge("of " + told.kind(), 1, Integer::sum);
        });
        figures.putAll(types);
        figures.putAll(kinds);
        int[] opened = new int[times.size()];
        run.opened().values().forEach(at -> opened[span(times, at)]++);
        int[] changed = new int[times.size()];
        run.changes().forEach(told -> changed[span(times, told.at())]++);
        Map<String, String> config = new TreeMap<>();
        JsonNode set = run.manifest().path("config");
        set.properties()
                .forEach(field -> config.put(field.getKey(), field.getValue().asText()));
        return new Side(
                name,
                run.manifest().path("run_id").asText(),
                config,
                figures,
                gold.map(known -> known.scores(run)).orElse(Map.of()),
                IntStream.of(opened).boxed().toList(),
                IntStream.of(changed).boxed().toList());
    }

    private static Against against(Run first, Run second, String name) {
        Comparison comparison = Comparison.of(first, second);
        Map<String, Integer> figures = new LinkedHashMap<>();
        figures.put("articles in both", comparison.sharedArticles());
        figures.put("stories matched", comparison.matchedStories());
        figures.put("of the same articles", comparison.sameStories());
        figures.put("articles moved", comparison.moved().size());
        figures.put("changes alike", comparison.sameChanges());
        figures.put("changes only in the first", comparison.onlyFirst().size());
        figures.put("changes only in the second", comparison.onlySecond().size());
        figures.put("changes that differ", comparison.differ().size());
        List<Comparison.Moved> moved = head(comparison.moved());
        Map<String, String> titles = new TreeMap<>();
        moved.forEach(each -> {
            titles.put(each.first(), first.title(each.first()));
            titles.put(each.second(), second.title(each.second()));
            titles.putIfAbsent(each.expected(), second.title(each.expected()));
        });
        comparison.matrix().rows().forEach(story -> titles.put(story, first.title(story)));
        comparison.matrix().columns().forEach(story -> titles.putIfAbsent(story, second.title(story)));
        return new Against(
                name,
                figures,
                moved,
                comparison.matrix(),
                head(comparison.onlyFirst()),
                head(comparison.onlySecond()),
                head(comparison.differ()),
                titles);
    }

    private static <T> List<T> head(List<T> all) {
        return all.size() <= MOST ? all : List.copyOf(all.subList(0, MOST));
    }
}
