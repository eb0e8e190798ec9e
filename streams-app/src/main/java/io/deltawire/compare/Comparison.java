package io.deltawire.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the second of two runs differs from the first.
 *
 * @param sameStories stories of exactly the same articles
 * @param matchedStories stories that have a counterpart, those included
 * @param sharedArticles articles in both runs
 * @param moved articles whose story in the second run is not the counterpart of their story in the first
 * @param matrix articles moved from story to story
 * @param sameChanges changes that both tell alike
 * @param onlyFirst changes of slots that the second tells nothing of at that article
 * @param differ changes of the same slot at the same article that are not alike
 */
public record Comparison(
        int sameStories,
        int matchedStories,
        int sharedArticles,
        List<Moved> moved,
        Matrix matrix,
        int sameChanges,
        List<Told> onlyFirst,
        List<Told> onlySecond,
        List<Pair> differ) {
    private static final int MATRIX = 14;

    private static final int MOST_COLUMNS = 20;

    /** @param expected counterpart of the story in the first run; "" when it has none */
    public record Moved(String article, String first, String second, String expected) {}

    /** Two changes of one slot at one article. */
    public record Pair(Told first, Told second) {}

    /**
     * Articles by story of the first (rows) and second run (columns): the stories that most articles moved between.
     *
     * @param cells articles that are in both
     */
    public record Matrix(List<String> rows, List<String> columns, List<List<Integer>> cells) {}

    /** Compares two runs. */
    public static Comparison of(Run first, Run second) {
        StoryMatch match = StoryMatch.of(first, second);
        List<Moved> moved = new ArrayList<>();
        first.storyOf().forEach((article, story) -> {
            String there = second.storyOf().get(article);
            String expected = match.pairs().getOrDefault(story, "");
            if (there != null && !there.equals(expected)) {
                moved.add(new Moved(article, story, there, expected));
            }
        });
        Map<Told.Statement, Deque<Told>> left = new HashMap<>();
        second.changes()
                .forEach(told -> left.computeIfAbsent(told.statement(), key -> new ArrayDeque<>())
                        .add(told));
        List<Told> unlike = new ArrayList<>();
        int same = 0;
        for (Told told : first.changes()) {
            Deque<Told> alike = left.get(told.statement());
            if (alike == null || alike.isEmpty()) {
                unlike.add(told);
            } else {
                alike.remove();
                same++;
            }
        }
        Map<Told.Slot, Deque<Told>> bySlot = new LinkedHashMap<>();
        second.changes().stream()
                .filter(told -> stillLeft(left, told))
                .forEach(told -> bySlot.computeIfAbsent(told.slot(), key -> new ArrayDeque<>())
                        .add(told));
        List<Told> onlyFirst = new ArrayList<>();
        List<Pair> differ = new ArrayList<>();
        for (Told told : unlike) {
            Deque<Told> counterpart = bySlot.get(told.slot());
            if (counterpart == null || counterpart.isEmpty()) {
                onlyFirst.add(told);
            } else {
                differ.add(new Pair(told, counterpart.remove()));
            }
        }
        List<Told> onlySecond = new ArrayList<>();
        bySlot.values().forEach(onlySecond::addAll);
        onlySecond.sort(Comparator.comparing(Told::at));
        return new Comparison(
                match.same(),
                match.pairs().size(),
                match.shared(),
                moved,
                matrix(first, second, moved),
                same,
                onlyFirst,
                onlySecond,
                differ);
    }

    /** Takes a change out of those that no change of the first run took; by identity, as they may be equal. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean stillLeft(Map<Told.Statement, Deque<Told>> left, Told told) {
        Deque<Told> alike = left.get(told.statement());
        return alike != null && alike.stream().anyMatch(each -> each == told);
    }

    private static Matrix matrix(Run first, Run second, List<Moved> moved) {
        Map<String, Integer> from = new LinkedHashMap<>();
        moved.forEach(each -> from.merge(each.first(), 1, Integer::sum));
        List<String> rows = most(from, MATRIX);
        Map<String, List<String>> members = first.members();
        Map<String, Integer> to = new LinkedHashMap<>();
        Set<String> columnSet = new LinkedHashSet<>();
        for (String row : rows) {
            Map<String, Integer> ofRow = new LinkedHashMap<>();
            for (String article : members.getOrDefault(row, List.of())) {
                String there = second.storyOf().get(article);
                if (there != null) {
                    ofRow.merge(there, 1, Integer::sum);
                    to.merge(there, 1, Integer::sum);
                }
            }
            // No row without a cell: the story that most of its articles are in is always shown.
            most(ofRow, 1).forEach(columnSet::add);
        }
        columnSet.addAll(most(to, MATRIX));
        List<String> columns = columnSet.stream().limit(MOST_COLUMNS).toList();
        List<List<Integer>> cells = new ArrayList<>();
        for (String row : rows) {
            int[] counts = new int[columns.size()];
            for (String article : members.getOrDefault(row, List.of())) {
                int column = columns.indexOf(second.storyOf().getOrDefault(article, ""));
                if (column >= 0) {
                    counts[column]++;
                }
            }
            List<Integer> cell = new ArrayList<>();
            for (int count : counts) {
                cell.add(count);
            }
            cells.add(cell);
        }
        return new Matrix(rows, columns, cells);
    }

    private static List<String> most(Map<String, Integer> counts, int limit) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }
}
