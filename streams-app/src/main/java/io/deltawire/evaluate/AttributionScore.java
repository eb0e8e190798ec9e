package io.deltawire.evaluate;

import io.deltawire.entity.Attribution;
import io.deltawire.evaluate.GoldAttributions.Gold;
import io.deltawire.evaluate.GoldAttributions.Item;
import io.deltawire.evaluate.GoldAttributions.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Compares attributions with gold ones. A span matches partially when it shares a character with a gold span, exactly when both
 * ends agree up to quotation marks and commas. Gold attributions without a source do not count for sources.
 */
public final class AttributionScore {
    private final Tally sourcePartial = new Tally();
    private final Tally sourceExact = new Tally();
    private final Tally cuePartial = new Tally();
    private final Tally cueExact = new Tally();
    private final Tally both = new Tally();
    private final List<String> errors = new ArrayList<>();

    /** Counts of one measure. */
    static final class Tally {
        private int found;
        private int foundRight;
        private int wanted;
        private int wantedFound;

        double precision() {
            return found == 0 ? 0 : 100.0 * foundRight / found;
        }

        double recall() {
            return wanted == 0 ? 0 : 100.0 * wantedFound / wanted;
        }

        double f1() {
            double sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }

        @Override
        public String toString() {
            return "P %.1f R %.1f F1 %.1f".formatted(precision(), recall(), f1());
        }
    }

    /** Adds one article. */
    public void add(Item item, List<Attribution> found) {
        List<Attribution> named = found.stream()
                .filter(one -> one.sourceEnd() > one.sourceBegin())
                .toList();
        List<Gold> sourced =
                item.golds().stream().filter(gold -> !gold.source().isEmpty()).toList();
        String text = item.document().text();
        count(sourcePartial, sourced, named, Gold::source, AttributionScore::source, false, text);
        count(sourceExact, sourced, named, Gold::source, AttributionScore::source, true, text);
        count(cuePartial, item.golds(), named, Gold::cue, AttributionScore::cue, false, text);
        count(cueExact, item.golds(), named, Gold::cue, AttributionScore::cue, true, text);
        for (Attribution one : named) {
            both.found++;
            boolean right = sourced.stream().anyMatch(gold -> agrees(gold, one));
            both.foundRight += right ? 1 : 0;
            if (!right) {
                errors.add("false " + sample(text, source(one), cue(one)));
            }
        }
        for (Gold gold : sourced) {
            both.wanted++;
            boolean right = named.stream().anyMatch(one -> agrees(gold, one));
            both.wantedFound += right ? 1 : 0;
            if (!right && !gold.cue().isEmpty()) {
                errors.add("missed "
                        + sample(text, gold.source().get(0), gold.cue().get(0)));
            }
        }
    }

    private static boolean agrees(Gold gold, Attribution one) {
        return matches(gold.source(), source(one), false, "") && matches(gold.cue(), cue(one), false, "");
    }

    private static void count(
            Tally tally,
            List<Gold> golds,
            List<Attribution> found,
            Function<Gold, List<Span>> wanted,
            Function<Attribution, Span> given,
            boolean exact,
            String text) {
        for (Attribution one : found) {
            tally.found++;
            boolean right = golds.stream().anyMatch(gold -> matches(wanted.apply(gold), given.apply(one), exact, text));
            tally.foundRight += right ? 1 : 0;
        }
        for (Gold gold : golds) {
            if (wanted.apply(gold).isEmpty()) {
                continue;
            }
            tally.wanted++;
            boolean right = found.stream().anyMatch(one -> matches(wanted.apply(gold), given.apply(one), exact, text));
            tally.wantedFound += right ? 1 : 0;
        }
    }

    private static boolean matches(List<Span> gold, Span given, boolean exact, String text) {
        for (Span span : gold) {
            boolean same =
                    exact ? bare(span, text).equals(bare(given, text)) : span.overlaps(given.begin(), given.end());
            if (same) {
                return true;
            }
        }
        return false;
    }

    /** Without marks at either end. */
    private static Span bare(Span span, String text) {
        int begin = span.begin();
        int end = span.end();
        while (begin < end && !Character.isLetterOrDigit(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return new Span(begin, end);
    }

    private static Span source(Attribution one) {
        return new Span(one.sourceBegin(), one.sourceEnd());
    }

    private static Span cue(Attribution one) {
        return new Span(one.cueBegin(), one.cueEnd());
    }

    private static String sample(String text, Span source, Span cue) {
        int begin = Math.max(0, Math.min(source.begin(), cue.begin()) - 30);
        int end = Math.min(text.length(), Math.max(source.end(), cue.end()) + 40);
        return "[" + text.substring(source.begin(), source.end()) + "] [" + text.substring(cue.begin(), cue.end())
                + "] …" + text.substring(begin, end).replace('\n', ' ') + "…";
    }

    public double sourceF1() {
        return sourcePartial.f1();
    }

    /** The table that {@code evaluate attribution} prints. */
    public List<String> table() {
        return List.of(
                "source, partial       " + sourcePartial,
                "source, exact         " + sourceExact,
                "cue, partial          " + cuePartial,
                "cue, exact            " + cueExact,
                "source and cue, part. " + both);
    }

    public List<String> errors() {
        return List.copyOf(errors);
    }
}
