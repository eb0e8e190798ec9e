package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an article's other figures tell of what one of them was before: "62, seventeen more than on Saturday" was 45, "300 beds have been
 * struck off, which leaves 850" was 1,150. Serves one article.
 */
final class Differences {
    /** A figure told in the same sentence, in the next or the last one that has figures, or elsewhere in the article. */
    private static final int HERE = 3;

    private static final int NEAR = 2;
    private static final int ELSEWHERE = 1;

    /** What may be left out where a figure is told again: "47 billion instead of the 95". */
    private static final double[] SCALES = {1, 1e3, 1e6, 1e9};

    private static final double STEPS = 1e4;

    /** "Doubled" may be said of 1.95 times as much. */
    private static final double ROUNDED = 0.06;

    private record Factor(Pattern words, double times) {
        static Factor of(String words, double times) {
            return new Factor(Pattern.compile("(?i)\\b(?:" + words + ")"), times);
        }
    }

    private static final List<Factor> FACTORS = List.of(
            Factor.of("doubl|twice|twofold", 2),
            Factor.of("half\\b|halv", 0.5),
            Factor.of("tripl|treble|three times|threefold", 3),
            Factor.of("quadrupl|four times|fourfold", 4),
            Factor.of("(?:a|one) third", 1 / 3.0),
            Factor.of("(?:a|one) third|two[- ]thirds", 2 / 3.0),
            Factor.of("(?:a|one) third", 4 / 3.0),
            Factor.of("(?:a|one) quarter", 0.25),
            Factor.of("(?:a|one) quarter|three[- ]quarters", 0.75),
            Factor.of("(?:a|one) quarter", 1.25),
            Factor.of("by half|and a half|half as (?:much|many) again", 1.5),
            Factor.of("tenfold|ten times", 10));

    /** A sentence without any of these tells no factor. */
    private static final List<String> STEMS = List.of(
            "doubl", "twice", "twofold", "hal", "tripl", "treble", "times", "fold", "third", "quarter", "quadrupl");

    private static final double[] NONE = {};

    private static final Comparator<Claim> ORDER =
            Comparator.comparingInt(Claim::begin).thenComparing(Claim::id);

    /** Sentences with figures, numbered in the order of the text. */
    private final Map<String, Integer> sentences = new LinkedHashMap<>();

    private final Map<Integer, Set<Long>> figures = new HashMap<>();
    /** In order. */
    private final long[] everywhere;

    private final Map<Claim, Integer> all = new HashMap<>();
    private final Map<String, double[]> factors = new HashMap<>();

    /** @param told all claims of the article */
    Differences(List<Claim> told) {
        List<Claim> inOrder = new ArrayList<>();
        for (Claim claim : told) {
            if (claim.kind() == Kind.QUANTITY) {
                inOrder.add(claim);
            }
        }
        inOrder.sort(ORDER);
        for (Claim claim : inOrder) {
            int sentence = sentences.computeIfAbsent(claim.sentence(), any -> sentences.size());
            add(sentence, claim.value());
            add(sentence, Recollection.was(claim));
        }
        long[] all = new long[2 * inOrder.size()];
        int size = 0;
        for (Set<Long> ofSentence : figures.values()) {
            for (long figure : ofSentence) {
                all[size++] = figure;
            }
        }
        everywhere = Arrays.copyOf(all, size);
        Arrays.sort(everywhere);
    }

    private void add(int sentence, String figure) {
        double number = Figures.number(figure);
        if (!Double.isNaN(number)) {
            figures.computeIfAbsent(sentence, any -> new HashSet<>()).add(steps(number));
        }
    }

    /** How near to a figure the article tells by how much it differs from an older one; 0 when it does not. */
    int between(Claim claim, double was) {
        double now = Figures.number(claim.value());
        long difference = steps(Math.abs(now - was));
        boolean other = difference != 0 && difference != steps(now) && difference != steps(was);
        return other ? nearness(claim, difference) : 0;
    }

    /** How near to a figure the article tells another that differs by it from an older one: the figure is by how much; 0 when it does not. */
    int is(Claim claim, double was) {
        double by = Figures.number(claim.value());
        return Math.max(other(claim, was + by), other(claim, was - by));
    }

    private int other(Claim claim, double now) {
        boolean other = steps(now) != 0 && steps(now) != steps(Figures.number(claim.value()));
        return other ? nearness(claim, steps(now)) : 0;
    }

    /** Of how many figures of the story the article tells, near the figure, by how much it differs from them. */
    int all(Claim claim, Collection<Fact> facts) {
        return all.computeIfAbsent(claim, any -> count(claim, facts));
    }

    private int count(Claim claim, Collection<Fact> facts) {
        int count = 0;
        for (Fact fact : facts) {
            count += between(claim, fact.number()) >= NEAR ? 1 : 0;
        }
        return count;
    }

    /** How near to a figure the article tells an older one, whatever its unit: "47 billion instead of the 95"; 0 when it does not. */
    int recalled(Claim claim, double was) {
        long now = steps(Figures.number(claim.value()));
        int nearest = 0;
        for (double scale : SCALES) {
            long older = steps(was / scale);
            if (older != now && (scale == 1 || Math.abs(was) >= scale)) {
                nearest = Math.max(nearest, nearness(claim, older));
            }
        }
        return nearest;
    }

    /** Whether a figure's sentence tells by what factor it differs from an older one, "has doubled to 2.4 per cent": 1; another factor, -1; none, 0. */
    int times(Claim claim, double was) {
        double[] told = factors.computeIfAbsent(claim.sentence(), Differences::factors);
        double ratio = Figures.number(claim.value()) / was;
        for (double factor : told) {
            if (Math.abs(ratio / factor - 1) < ROUNDED) {
                return 1;
            }
        }
        return told.length == 0 ? 0 : -1;
    }

    private static double[] factors(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        if (STEMS.stream().noneMatch(lower::contains)) {
            return NONE;
        }
        return FACTORS.stream()
                .filter(factor -> factor.words.matcher(sentence).find())
                .mapToDouble(Factor::times)
                .toArray();
    }

    private int nearness(Claim claim, long figure) {
        if (Arrays.binarySearch(everywhere, figure) < 0) {
            return 0;
        }
        Integer sentence = sentences.get(claim.sentence());
        if (sentence == null) {
            return ELSEWHERE;
        }
        return tells(sentence, figure)
                ? HERE
                : tells(sentence - 1, figure) || tells(sentence + 1, figure) ? NEAR : ELSEWHERE;
    }

    private boolean tells(int sentence, long figure) {
        return figures.getOrDefault(sentence, Set.of()).contains(figure);
    }

    private static long steps(double number) {
        return Math.round(number * STEPS);
    }
}
