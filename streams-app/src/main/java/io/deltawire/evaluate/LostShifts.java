package io.deltawire.evaluate;

import io.deltawire.claim.Claim;
import io.deltawire.evaluate.ScenarioGold.Shift;
import io.deltawire.fact.FactView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where missed shifts were lost: in reading, in telling which fact is which, or in deciding. */
public final class LostShifts {
    private enum Where {
        AFTER_UNREAD("the new value was not read"),
        BEFORE_UNREAD("the old value was not read"),
        APART("both were read, as two facts"),
        UNDECIDED("both were read as one fact, which did not shift so");

        private final String says;

        Where(String says) {
            this.says = says;
        }
    }

    private final Map<Where, Integer> counts = new EnumMap<>(Where.class);
    private final List<String> lines = new ArrayList<>();

    private LostShifts() {}

    public static LostShifts of(List<ScenarioGold> scenarios, List<Shift> missed, ScenarioRun.Outcome outcome) {
        Map<String, ScenarioGold> scenarioOf = new HashMap<>();
        scenarios.forEach(scenario -> scenario.articles().forEach(article -> scenarioOf.put(article, scenario)));
        LostShifts lost = new LostShifts();
        for (Shift shift : missed) {
            ScenarioGold scenario = scenarioOf.get(shift.article());
            if (scenario != null) {
                Where where = where(shift, scenario, outcome);
                lost.counts.merge(where, 1, Integer::sum);
                lost.lines.add("lost %s %s %s -> %s: %s"
                        .formatted(
                                shift.article(), shift.kind(), text(shift.before()), text(shift.after()), where.says));
            }
        }
        return lost;
    }

    /** One line a shift, then one a reason. */
    public List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        counts.forEach((where, count) -> all.add("%4d %s".formatted(count, where.says)));
        return all;
    }

    private static Where where(Shift shift, ScenarioGold scenario, ScenarioRun.Outcome outcome) {
        if (!states(outcome, shift.article(), shift.kind(), shift.after())) {
            return Where.AFTER_UNREAD;
        }
        boolean before = scenario.articles().stream()
                .takeWhile(article -> !article.equals(shift.article()))
                .anyMatch(article -> states(outcome, article, shift.kind(), shift.before()));
        if (!before) {
            return Where.BEFORE_UNREAD;
        }
        boolean together = outcome.facts().getOrDefault(scenario.name(), List.of()).stream()
                .anyMatch(fact -> fact.kind().name().equals(shift.kind())
                        && holds(fact, shift.before())
                        && holds(fact, shift.after()));
        return together ? Where.UNDECIDED : Where.APART;
    }

    private static boolean states(ScenarioRun.Outcome outcome, String article, String kind, Optional<Pattern> pattern) {
        return outcome.claims().getOrDefault(article, List.<Claim>of()).stream()
                .anyMatch(claim -> claim.kind().name().equals(kind) && finds(pattern, claim.value()));
    }

    private static boolean holds(FactView fact, Optional<Pattern> pattern) {
        return fact.positions().stream().anyMatch(position -> finds(pattern, position.value()));
    }

    private static boolean finds(Optional<Pattern> pattern, String value) {
        return pattern.map(any -> any.matcher(value).find()).orElse(true);
    }

    private static String text(Optional<Pattern> pattern) {
        return pattern.map(Pattern::pattern).orElse("any");
    }
}
