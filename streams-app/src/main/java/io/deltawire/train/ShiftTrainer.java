package io.deltawire.train;

import io.deltawire.claim.Kind;
import io.deltawire.evaluate.ChangeScore;
import io.deltawire.evaluate.ScenarioGold;
import io.deltawire.evaluate.ScenarioGold.Shift;
import io.deltawire.evaluate.ScenarioGold.Told;
import io.deltawire.evaluate.ScenarioRun;
import io.deltawire.fact.FigurePair;
import io.deltawire.fact.PairFeatures;
import io.deltawire.fact.ShiftJudge;
import io.deltawire.fact.ShiftModel;
import io.deltawire.fact.ShiftSigns;
import io.deltawire.fact.TurnFeatures;
import io.deltawire.fact.TurnPair;
import io.deltawire.story.Digest;
import io.deltawire.story.TreeModel;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Learns which figure of an article is the new value of which figure of its story, from short stories with gold shifts. The engine is
 * driven by an oracle that knows the gold, so that each article meets the facts as they should stand.
 */
final class ShiftTrainer {
    private static final int ROUNDS = 500;
    private static final int DEPTH = 6;
    private static final int MODELS = 3;
    private static final int PROOF_ROUNDS = 240;
    private static final int PROOF_DEPTH = 3;

    /** Kinds of which two shifts of one article hardly have the same values. */
    private static final Set<String> TELLING = Set.of("SCHEDULE", "OFFICE");

    /** Other stories that each story is mixed with. */
    private static final int PARTNERS = 2;

    private final List<float[]> rows = new ArrayList<>();
    private final List<Boolean> shifts = new ArrayList<>();
    private final List<int[]> words = new ArrayList<>();
    /** The pairs themselves, for how they are told. */
    private final List<FigurePair> pairs = new ArrayList<>();

    /** Of the shifts those that are a dispute in every reading, or in none. */
    private final List<float[]> rivalRows = new ArrayList<>();

    private final List<Boolean> rivals = new ArrayList<>();
    /** The same for what is no figure. */
    private final List<float[]> turnRows = new ArrayList<>();

    private final List<Boolean> turns = new ArrayList<>();
    private final List<int[]> turnWords = new ArrayList<>();

    private final List<float[]> proofRows = new ArrayList<>();
    private final List<Boolean> proofs = new ArrayList<>();

    private final Teaching teaching;

    /** What a folder's stories teach. */
    enum Teaching {
        /** Their gold lists every shift. */
        ALL,
        /** It leaves out states that changed: that one is no shift is not learnt from it. */
        FEW_STATES,
        /** All but figures. */
        TURNS
    }

    ShiftTrainer(Teaching teaching) {
        this.teaching = teaching;
    }

    /** The pairs that several have gathered, in their order. */
    static ShiftTrainer of(List<ShiftTrainer> others) {
        ShiftTrainer all = new ShiftTrainer(Teaching.ALL);
        for (ShiftTrainer other : others) {
            all.rows.addAll(other.rows);
            all.shifts.addAll(other.shifts);
            all.words.addAll(other.words);
            all.pairs.addAll(other.pairs);
            all.rivalRows.addAll(other.rivalRows);
            all.rivals.addAll(other.rivals);
            all.turnRows.addAll(other.turnRows);
            all.turns.addAll(other.turns);
            all.turnWords.addAll(other.turnWords);
        }
        return all;
    }

    /**
     * Runs the stories and keeps every pair that the engine asks about.
     *
     * @param digests their articles in order of time
     * @return what comes out where every pair is told right
     */
    ScenarioRun.Outcome gather(List<Digest> digests, List<ScenarioGold> scenarios) {
        return ScenarioRun.told(digests, scenarios, new Oracle(scenarios, true));
    }

    /**
     * The same stories two by two as one, each with the next and with the one after that: what a short story is too short to show, figures
     * of the same unit and size that have nothing to do with each other. Only what is no shift is kept: that figures meet which belong
     * together is commoner in these stories than in news as it is.
     */
    void gatherMixed(List<Digest> digests, List<ScenarioGold> scenarios) {
        for (int i = 0; i < PARTNERS * scenarios.size(); i++) {
            int number = i / PARTNERS;
            ScenarioGold one = scenarios.get(number);
            ScenarioGold other = scenarios.get((number + 1 + i % PARTNERS) % scenarios.size());
            List<Digest> first = of(one, digests);
            List<Digest> second = of(other, digests);
            if (first.isEmpty() || second.isEmpty()) {
                continue;
            }
            Instant start = first.get(0).publishedAt().plus(Duration.ofMinutes(30));
            Duration by = Duration.between(second.get(0).publishedAt(), start);
            List<Digest> both = Stream.concat(
                            first.stream(),
                            second.stream()
                                    .map(digest ->
                                            digest.at(digest.publishedAt().plus(by))))
                    .sorted(Comparator.comparing(Digest::publishedAt).thenComparing(Digest::articleId))
                    .toList();
            ScenarioRun.told(both, List.of(joined(one, other)), new Oracle(List.of(one, other), false));
        }
    }

    /**
     * Runs the stories by a judge that has not learnt from them. Keeps what it said of every shift, and whether that is true, and the pairs
     * that it was asked about: where it has missed a shift, later articles meet facts that an oracle never leaves behind.
     */
    void gatherJudged(ShiftModel judge, List<Digest> digests, List<ScenarioGold> scenarios) {
        Witness witness = new Witness(judge, new Oracle(scenarios, true));
        List<Told> told = ScenarioRun.told(digests, scenarios, witness).told();
        int[] shiftsBefore = new int[told.size()];
        for (int i = 1; i < shiftsBefore.length; i++) {
            shiftsBefore[i] = shiftsBefore[i - 1] + (told.get(i - 1).shift() ? 1 : 0);
        }
        for (ChangeScore.Judged one : ChangeScore.of(scenarios, told).judged()) {
            proofRows.add(witness.signs.get(shiftsBefore[one.at()]));
            proofs.add(one.right());
        }
    }

    /** Takes over what another has heard of shifts by {@link #gatherJudged}. */
    void addProofs(ShiftTrainer other) {
        proofRows.addAll(other.proofRows);
        proofs.addAll(other.proofs);
    }

    private static List<Digest> of(ScenarioGold scenario, List<Digest> digests) {
        Set<String> articles = Set.copyOf(scenario.articles());
        return digests.stream()
                .filter(digest -> articles.contains(digest.articleId()))
                .toList();
    }

    private static ScenarioGold joined(ScenarioGold one, ScenarioGold other) {
        return new ScenarioGold(
                one.name(),
                joined(one.articles(), other.articles()),
                joined(one.gold(), other.gold()),
                joined(one.acceptable(), other.acceptable()),
                List.of(),
                joined(one.copies(), other.copies()));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    int rows() {
        return rows.size();
    }

    /** Shifts heard by {@link #gatherJudged}. */
    int judged() {
        return proofs.size();
    }

    long proven() {
        return proofs.stream().filter(proof -> proof).count();
    }

    long shifts() {
        return shifts.stream().filter(shift -> shift).count();
    }

    TreeModel shifts(long seed) {
        return fit(rows, shifts, PairFeatures.NAMES, seed).givingUp(rows, ShiftModel.leastOfShifts());
    }

    TreeModel contests(long seed) {
        return fit(rivalRows, rivals, PairFeatures.NAMES, seed);
    }

    TreeModel turns(long seed) {
        return fit(turnRows, turns, TurnFeatures.NAMES, seed).givingUp(turnRows, ShiftModel.leastOfTurns());
    }

    /** How often a shift proves true, from {@link #gatherJudged}. */
    TreeModel proofs(long seed) {
        int[] directions = new int[ShiftSigns.NAMES.size()];
        directions[ShiftSigns.NAMES.indexOf("chance")] = 1;
        return boosting(PROOF_ROUNDS, PROOF_DEPTH, seed)
                .bag(MODELS, proofRows, labels(proofs), ones(proofs), directions);
    }

    /** A judge of trees alone. */
    ShiftModel trees(long seed) {
        return new ShiftModel(shifts(seed), contests(seed), turns(seed), proofs(seed), ShiftModel.Words.none());
    }

    /**
     * The figures of which both sentences are known, one a line: 1 for a shift, the stranger's log-odds, and {@link FigurePair#sentences}.
     *
     * @param stranger has not learnt from these pairs
     */
    void write(ShiftModel stranger, Writer target) throws IOException {
        for (int i = 0; i < rows.size(); i++) {
            String told = pairs.get(i).sentences();
            if (!told.isEmpty()) {
                double odds = stranger.shiftOdds(rows.get(i), words.get(i));
                target.write(String.format(Locale.ROOT, "%d\t%.2f\t%s%n", shifts.get(i) ? 1 : 0, odds, told));
            }
        }
    }

    /** @param stranger has not learnt from these pairs */
    WordTrainer shiftWords(ShiftModel stranger) {
        return words(rows, shifts, words, stranger::shiftOdds, row -> 0);
    }

    /** @param stranger has not learnt from these pairs */
    WordTrainer turnWords(ShiftModel stranger) {
        return words(turnRows, turns, turnWords, stranger::turnOdds, ShiftTrainer::kind);
    }

    /** States, days, positions or offices, 0 to 3. */
    private static int kind(float[] turn) {
        int kind = 0;
        for (String name : List.of("schedule", "position", "office")) {
            kind += 1;
            if (turn[TurnFeatures.NAMES.indexOf(name)] == 1) {
                return kind;
            }
        }
        return 0;
    }

    private static WordTrainer words(
            List<float[]> rows,
            List<Boolean> labels,
            List<int[]> words,
            ToDoubleFunction<float[]> trees,
            ToIntFunction<float[]> kind) {
        double[] odds = rows.parallelStream().mapToDouble(trees).toArray();
        WordTrainer trainer = new WordTrainer();
        for (int i = 0; i < odds.length; i++) {
            if (odds[i] != Double.NEGATIVE_INFINITY) {
                trainer.add(words.get(i), labels.get(i), odds[i], kind.applyAsInt(rows.get(i)));
            }
        }
        return trainer;
    }

    private static TreeModel fit(List<float[]> x, List<Boolean> labels, List<String> names, long seed) {
        return boosting(ROUNDS, DEPTH, seed).bag(MODELS, x, labels(labels), ones(labels), new int[names.size()]);
    }

    private static Boosting boosting(int rounds, int depth, long seed) {
        return new Boosting(rounds, depth, 0.05, 2, 1, 0.35, 0.6, seed);
    }

    private static boolean[] labels(List<Boolean> labels) {
        boolean[] y = new boolean[labels.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = labels.get(i);
        }
        return y;
    }

    private static double[] ones(List<Boolean> labels) {
        double[] weights = new double[labels.size()];
        Arrays.fill(weights, 1);
        return weights;
    }

    /** A judge that writes down what it is asked of shifts, and shows an oracle what it is asked of pairs. */
    private static final class Witness implements ShiftJudge {
        private final ShiftModel judge;
        private final ShiftJudge oracle;
        private final List<float[]> signs = new ArrayList<>();

        Witness(ShiftModel judge, ShiftJudge oracle) {
            this.judge = judge;
            this.oracle = oracle;
        }

        @Override
        public double shifts(FigurePair pair) {
            oracle.shifts(pair);
            return judge.shifts(pair);
        }

        @Override
        public double contests(FigurePair pair) {
            return judge.contests(pair);
        }

        @Override
        public double turns(TurnPair pair) {
            oracle.turns(pair);
            return judge.turns(pair);
        }

        @Override
        public double proves(float[] asked) {
            signs.add(asked);
            return Double.NaN;
        }
    }

    /** Says yes to gold shifts and no to all else; acceptable ones teach nothing. */
    private final class Oracle implements ShiftJudge {
        private final Map<String, List<Shift>> gold = new HashMap<>();
        private final Map<String, List<Shift>> acceptable = new HashMap<>();
        /** By article: the shifts of its story's other articles. */
        private final Map<String, List<Shift>> elsewhere = new HashMap<>();

        private final boolean keepsShifts;

        Oracle(List<ScenarioGold> scenarios, boolean keepsShifts) {
            this.keepsShifts = keepsShifts;
            for (ScenarioGold scenario : scenarios) {
                scenario.gold().forEach(shift -> keep(gold, shift));
                scenario.acceptable().forEach(shift -> keep(acceptable, shift));
                for (String article : scenario.articles()) {
                    scenario.gold().stream()
                            .filter(shift -> !shift.article().equals(article))
                            .forEach(shift -> elsewhere
                                    .computeIfAbsent(article, any -> new ArrayList<>())
                                    .add(shift));
                }
            }
        }

        private static void keep(Map<String, List<Shift>> shifts, Shift shift) {
            shifts.computeIfAbsent(shift.article(), article -> new ArrayList<>())
                    .add(shift);
        }

        @Override
        public double shifts(FigurePair pair) {
            Shift found = among(gold, pair);
            boolean teaches = found == null ? !doubtful(pair) && (keepsShifts || !toll(pair)) : keepsShifts;
            boolean figures = teaching != Teaching.TURNS;
            if (figures && teaches) {
                rows.add(pair.features());
                shifts.add(found != null);
                words.add(pair.words());
                pairs.add(pair);
            }
            if (figures && found != null && disputes(found) != moves(found)) {
                rivalRows.add(pair.features());
                rivals.add(disputes(found));
            }
            return found == null ? 0 : 1;
        }

        /** What is acceptable, or was to be found in an article before and was not. */
        private boolean doubtful(FigurePair pair) {
            return among(acceptable, pair) != null || among(elsewhere, pair) != null;
        }

        /** Two counts of one listed class, of dead or hurt: a story has one, and that two stories in one have two teaches wrong. */
        private static boolean toll(FigurePair pair) {
            return pair.feature("noun") == 3 && pair.feature("listed") == 2 && pair.feature("vague") == 0;
        }

        @Override
        public double contests(FigurePair pair) {
            Shift found = among(gold, pair);
            return found != null && disputes(found) && !moves(found) ? 1 : 0;
        }

        @Override
        public double turns(TurnPair pair) {
            Shift found = null;
            boolean doubtful = among(acceptable, pair) != null || among(elsewhere, pair) != null;
            for (Shift shift : gold.getOrDefault(pair.claim().articleId(), List.of())) {
                boolean values =
                        shift.kind().equals(pair.claim().kind().name()) && shift.says(pair.before(), pair.after());
                if (values && (TELLING.contains(shift.kind()) || tells(shift.what(), pair.about()))) {
                    found = shift;
                }
                doubtful |= values;
            }
            boolean listed = teaching != Teaching.FEW_STATES || pair.claim().kind() != Kind.STATUS;
            if (found == null ? !doubtful && listed : keepsShifts) {
                turnRows.add(pair.features());
                turns.add(found != null);
                turnWords.add(pair.words());
            }
            return found != null ? 1 : doubtful ? Double.NaN : 0;
        }

        @Override
        public double proves(float[] signs) {
            return Double.NaN;
        }

        private static boolean tells(String what, Set<String> about) {
            for (String word : what.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                if (word.length() > 3 && about.contains(word)) {
                    return true;
                }
            }
            return false;
        }

        private static @Nullable Shift among(Map<String, List<Shift>> shifts, TurnPair pair) {
            return shifts.getOrDefault(pair.claim().articleId(), List.of()).stream()
                    .filter(shift ->
                            shift.kind().equals(pair.claim().kind().name()) && shift.says(pair.before(), pair.after()))
                    .findFirst()
                    .orElse(null);
        }

        private static boolean disputes(Shift shift) {
            return shift.types().contains("FACT_DISPUTED");
        }

        private static boolean moves(Shift shift) {
            return shift.types().contains("FACT_REVISED") || shift.types().contains("FACT_SETTLED");
        }

        private static @Nullable Shift among(Map<String, List<Shift>> shifts, FigurePair pair) {
            return shifts.getOrDefault(pair.claim().articleId(), List.of()).stream()
                    .filter(shift -> shift.kind().equals("QUANTITY")
                            && shift.says(pair.before(), pair.claim().value()))
                    .findFirst()
                    .orElse(null);
        }
    }
}
