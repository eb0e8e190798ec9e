package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import io.deltawire.story.TreeModel;

/**
 * The trained judge: boosted trees over {@link PairFeatures}, {@link TurnFeatures} and {@link ShiftSigns}, and what words add to what they say of
 * pairs, and of doubtful figures what {@link PairReader} makes of their sentences. {@code deltawire train-shifts} makes the resources.
 */
public final class ShiftModel implements ShiftJudge {
    private static final double LEAST_OF_SHIFTS = 0.08;
    private static final double LEAST_OF_TURNS = 0.1;

    /** Log-odds of the trees below which words are not asked: what they add would make no difference. */
    private static final double LEAST_TOLD = -2.5;

    /**
     * By how much positions and states shift oftener in the stories learnt from, many of which were written for them, than in news; log-odds. While it
     * learns, a judge says what holds there.
     */
    private static final double DENSER = StrictMath.log(1.5);

    /** A figure's sentences are read where neither yes nor no is less likely than this. */
    static final double LEAST_DOUBTFUL = 0.22;

    /** The same where one of the two nouns is listed; where both are, killed and injured, trees do as well, and plain news is full of them. */
    private static final double LEAST_DOUBTFUL_LISTED = 0.34;

    /** How much what the sentences say counts beside the rest. */
    private static final double READ = 0.7;

    /** Loads the resources when they are first needed. */
    private static final class Shipped {
        static final ShiftModel MODEL = new ShiftModel(
                TreeModel.read("/io/deltawire/fact/shifts.model", PairFeatures.NAMES),
                TreeModel.read("/io/deltawire/fact/contests.model", PairFeatures.NAMES),
                TreeModel.read("/io/deltawire/fact/turns.model", TurnFeatures.NAMES),
                TreeModel.read("/io/deltawire/fact/proofs.model", ShiftSigns.NAMES),
                new Words(
                        WordOdds.read("/io/deltawire/fact/shifts.words.gz"),
                        WordOdds.read("/io/deltawire/fact/turns.words.gz")),
                DENSER,
                true);
    }

    /** What words add to the trees of the same name. */
    public record Words(WordOdds ofShifts, WordOdds ofTurns) {
        /** Of words that say nothing. */
        public static Words none() {
            return new Words(WordOdds.none(), WordOdds.none());
        }
    }

    private final TreeModel shifts;
    private final TreeModel contests;
    private final TreeModel turns;
    private final TreeModel proofs;
    private final Words words;
    private final double denser;
    /** Whether the sentences of a doubtful pair of figures are read. */
    private final boolean reads;

    /** A judge of stories like those learnt from. */
    public ShiftModel(TreeModel shifts, TreeModel contests, TreeModel turns, TreeModel proofs, Words words) {
        this(shifts, contests, turns, proofs, words, 0, false);
    }

    private ShiftModel(
            TreeModel shifts,
            TreeModel contests,
            TreeModel turns,
            TreeModel proofs,
            Words words,
            double denser,
            boolean reads) {
        this.shifts = shifts;
        this.contests = contests;
        this.turns = turns;
        this.proofs = proofs;
        this.words = words;
        this.denser = denser;
        this.reads = reads;
    }

    public static ShiftModel shipped() {
        return Shipped.MODEL;
    }

    /** The same trees beside other words. */
    public ShiftModel with(Words others) {
        return new ShiftModel(shifts, contests, turns, proofs, others, denser, reads);
    }

    @Override
    public double shifts(FigurePair pair) {
        double odds = shiftOdds(pair.features());
        return chance(odds < LEAST_TOLD ? odds : odds + words.ofShifts().of(pair.words()));
    }

    @Override
    public double read(FigurePair pair, double chance) {
        double listed = pair.feature("listed");
        double least = listed == 0 ? LEAST_DOUBTFUL : LEAST_DOUBTFUL_LISTED;
        if (!reads || listed == 2 || Math.min(chance, 1 - chance) < least) {
            return chance;
        }
        PairSentences.Pair told = pair.told();
        PairReader reader = told == null ? null : PairReader.shipped();
        return reader == null || told == null ? chance : chance(logOdds(chance) + READ * reader.odds(told));
    }

    /** Log-odds that the trees alone give a figure; negative infinity for what is given up. */
    public double shiftOdds(float[] features) {
        return shifts.logOddsIfLikely(features);
    }

    /** The same with what words add. */
    public double shiftOdds(float[] features, int[] told) {
        double trees = shiftOdds(features);
        return trees < LEAST_TOLD ? trees : trees + words.ofShifts().of(told.clone());
    }

    @Override
    public double contests(FigurePair pair) {
        return contests.probability(pair.features());
    }

    @Override
    public double turns(TurnPair pair) {
        double odds = turnOdds(pair.features());
        double said = odds < LEAST_TOLD ? 0 : words.ofTurns().of(pair.words());
        Kind kind = pair.claim().kind();
        double rarer = kind == Kind.STATUS || kind == Kind.POSITION ? denser : 0;
        return chance(odds + (supposed(pair.claim()) ? Math.min(0, said) : said) - rarer);
    }

    /** "Should Russia refuse": a position that nobody takes here, for which words made to tell of one that is taken must not speak. */
    private static boolean supposed(Claim claim) {
        return claim.kind() == Kind.POSITION
                && (claim.modality() == Modality.POSSIBLE || claim.cues().contains(Claim.Cue.HISTORY));
    }

    /**
     * Log-odds that the trees alone give what is no figure. Of what the slot alone would take for a shift it matters how unlikely it is, so that is
     * never given up.
     */
    public double turnOdds(float[] features) {
        return TurnPair.ownSlot(features) ? turns.logOdds(features) : turns.logOddsIfLikely(features);
    }

    @Override
    public double proves(float[] signs) {
        return proofs.probability(signs);
    }

    /** Log-odds of a figure's shift below which it makes no difference how unlikely it is: {@link FigureMatch} asks for more than words add. */
    public static double leastOfShifts() {
        return logOdds(LEAST_OF_SHIFTS);
    }

    /** The same of what is no figure and not the claim's by its slot; {@link TurnMatch} asks for more. */
    public static double leastOfTurns() {
        return logOdds(LEAST_OF_TURNS);
    }

    private static double logOdds(double chance) {
        return StrictMath.log(chance / (1 - chance));
    }

    private static double chance(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
