package io.deltawire.claim;

import io.deltawire.net.MarkedSentence;
import io.deltawire.net.SentenceNet;
import io.deltawire.text.LinearModel;
import io.deltawire.text.Sentence;
import io.deltawire.text.WordForm;
import io.deltawire.text.WordNotes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * What position a sentence tells and whose: linear models over {@link StanceFeatures}, learnt by {@code train-stances} from snippets
 * written for it. Thread-safe.
 */
public final class StanceModel {
    public static final String SCREEN_FILE = "screen.model.gz";
    public static final String STANCES_FILE = "stances.model.gz";
    public static final String HOLDERS_FILE = "holders.model.gz";
    public static final String NET_FILE = "stances.net.gz";

    /** Steps of a weight to one of log-odds. */
    public static final double SCALE = 32;

    /** What a sentence may tell; the first is nothing. */
    public static final List<String> STANCES = List.of(
            "none", "accepts", "rejects", "undecided", "conditional", "proposes", "demands", "denies", "admits");

    /** Likelihood by its words alone from which a sentence is looked at in full; two positions of a hundred are lost by it. */
    private static final double OPEN = 0.4;

    /** The same as by how many steps the one label is ahead of the other. */
    private static final double OPEN_STEPS = SCALE * StrictMath.log(OPEN / (1 - OPEN));

    /** As many as a {@link LinearModel} adds up at a time. */
    private static final int BATCH = 250;

    /** Likelihood by its features from which a sentence is put to the network. */
    private static final double FAINT = 0.6;

    /** Sureness below which nobody asks further. */
    private static final double WEAK = 0.25;

    /** What the network's reading weighs. */
    private static final double NET = 0.5;

    private final LinearModel screen;
    private final LinearModel stances;
    private final LinearModel holders;
    private final SentenceNet net;
    private final Lexicon lists = Lexicon.load("stances");
    private final WordNotes<WordSums> words = new WordNotes<>(WordNotes.Place.STANCE_WORD, this::wordSums);
    private final WordNotes<BaseSums> bases = new WordNotes<>(WordNotes.Place.STANCE_BASE, this::baseSums);

    /**
     * A word with the sums of what its features weigh.
     *
     * @param count how many they are
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record WordSums(StanceWords.Word word, int count, long[] sums) {}

    /**
     * What the features of a base form weigh.
     *
     * @param count how many they are
     * @param sums plain, negated, and what is added behind a negation, one after the other
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record BaseSums(int count, long[] sums) {}

    /**
     * @param screen whether a sentence's words alone leave it open that it takes a position, with labels no and yes
     * @param holders with labels no and yes
     * @param net what a sentence tells of each holder
     */
    public StanceModel(LinearModel screen, LinearModel stances, LinearModel holders, SentenceNet net) {
        this.screen = screen;
        this.stances = stances;
        this.holders = holders;
        this.net = net;
    }

    /**
     * What a sentence is taken to tell.
     *
     * @param stance by {@link #STANCES}
     * @param sure probability, 0 to 1
     */
    public record Guess(int stance, double sure) {
        String value() {
            return STANCES.get(stance);
        }
    }

    private static final Guess NOTHING = new Guess(0, 0);

    /** By itself, since training asks for it too, when the other models may be of an older make. */
    private static final class Screen {
        static final LinearModel MODEL = load(SCREEN_FILE);
    }

    private static final class English {
        static final StanceModel MODEL =
                new StanceModel(Screen.MODEL, load(STANCES_FILE), load(HOLDERS_FILE), loadNet());
    }

    /** The model that ships with deltawire. */
    public static StanceModel english() {
        return English.MODEL;
    }

    /** Whether a sentence with these words may take a position. */
    public boolean mayTake(int[] words) {
        return probabilities(screen, words)[1] >= OPEN;
    }

    /** Whether a sentence may take a position, by its words alone, as {@link #english} has it. */
    static boolean mayTake(Reading reading, Sentence sentence) {
        long[] marks = reading.marks();
        int ahead = 0;
        for (int t = sentence.firstToken(); t < sentence.endToken(); t++) {
            ahead += Marks.steps(marks[t]);
        }
        return ahead >= OPEN_STEPS;
    }

    /** By how many steps a base form speaks for a position, so that a sentence may take one: as weights are of 8 bits, these are of 9. */
    static int steps(String lemma) {
        LinearModel screen = Screen.MODEL;
        int[] screened = new int[screen.labels().size()];
        screen.add(StanceWords.screened(lemma), screened);
        return screened[1] - screened[0];
    }

    /** Whether a sentence is likely enough to take a position, by its features, for the network to be asked whose. */
    static boolean mayTell(double[] said) {
        return 1 - said[0] >= FAINT;
    }

    /** What a sentence most likely tells of each holder that is wanted, and nothing of the others, where {@link #mayTell}. */
    List<Guess> read(
            double[] said,
            StanceFeatures features,
            Reading reading,
            Frames frames,
            List<StanceHolder> holders,
            Predicate<StanceHolder> wanted) {
        return guesses(
                said,
                StanceMarks.of(reading, frames, holders),
                i -> wanted.test(holders.get(i)),
                (i, stance) -> features.of(holders.get(i), i, stance));
    }

    /** What a sentence most likely tells of each holder. */
    public List<Guess> read(StanceSightings.Said sentence) {
        double[] said = said(sentence.features());
        return mayTell(said)
                ? guesses(
                        said,
                        sentence.marked(),
                        i -> true,
                        (i, stance) -> sentence.holders().get(i).features().get(stance))
                : List.of();
    }

    /** Probability of each stance, whoever takes it. */
    double[] said(StanceFeatures features, Frames frames) {
        Sums sums = new Sums();
        features.of(frames, sums);
        return probabilities(sums.scores());
    }

    /** Probability of each stance, whoever takes it. */
    public double[] said(int[] features) {
        return probabilities(stances, features);
    }

    /** Features of a holder, by its place and the stance. */
    private interface OfHolder {
        int[] features(int holder, int stance);
    }

    /** The mean of what the words tell, with whose it is likely to be, and of what the network reads. */
    private List<Guess> guesses(double[] said, MarkedSentence marked, IntPredicate wanted, OfHolder holder) {
        double[][] read = net.read(marked, wanted);
        List<Guess> all = new ArrayList<>(read.length);
        for (int i = 0; i < read.length; i++) {
            if (!wanted.test(i)) {
                all.add(NOTHING);
                continue;
            }
            int best = 1;
            for (int stance = 2; stance < said.length; stance++) {
                best = mean(said[stance], read[i][stance]) > mean(said[best], read[i][best]) ? stance : best;
            }
            all.add(guess(said[best], read[i][best], best, i, holder));
        }
        return all;
    }

    private Guess guess(double said, double read, int stance, int i, OfHolder holder) {
        if (mean(said, read) < WEAK) {
            return NOTHING; // and whose it is can only make it weaker
        }
        double whose = probabilities(holders, holder.features(i, stance))[1];
        return new Guess(stance, mean(said * whose, read));
    }

    private static double mean(double ofLines, double ofNet) {
        return (1 - NET) * ofLines + NET * ofNet;
    }

    /** Writes the models. */
    public void save(OutputStream screenTo, OutputStream stancesTo, OutputStream holdersTo, OutputStream netTo)
            throws IOException {
        screen.save(screenTo);
        stances.save(stancesTo);
        holders.save(holdersTo);
        net.save(netTo);
    }

    /** Probability of each label. */
    public static double[] probabilities(LinearModel model, int[] features) {
        int[] scores = new int[model.labels().size()];
        for (int from = 0; from < features.length; from += BATCH) {
            int[] batch = Arrays.copyOfRange(features, from, Math.min(features.length, from + BATCH));
            model.add(batch, batch.length, scores);
        }
        return probabilities(scores);
    }

    private static double[] probabilities(int[] scores) {
        double most = Arrays.stream(scores).max().orElse(0);
        double[] p = Arrays.stream(scores)
                .mapToDouble(score -> StrictMath.exp((score - most) / SCALE))
                .toArray();
        double sum = Arrays.stream(p).sum();
        for (int c = 0; c < p.length; c++) {
            p[c] /= sum;
        }
        return p;
    }

    private WordSums wordSums(WordForm form) {
        StanceWords.Word word = StanceWords.Word.of(form.lower());
        return new WordSums(word, word.keys().length, stances.sums(word.keys().clone(), word.keys().length));
    }

    private BaseSums baseSums(WordForm base) {
        String lemma = base.text();
        int[] plain = StanceWords.lemma(lists, lemma, false);
        int n = plain.length;
        int[] keys = Arrays.copyOf(plain, 2 * n + 1);
        System.arraycopy(StanceWords.lemma(lists, lemma, true), 0, keys, n, n);
        keys[2 * n] = StanceWords.negated(lemma);
        return new BaseSums(n, stances.sums(keys, n, 2 * n, 2 * n + 1));
    }

    /** Adds up what the features of a sentence weigh. */
    private final class Sums implements StanceSink {
        private final int lanes = stances.lanes();
        private final long[] sums = new long[lanes];
        private final int[] scores = new int[STANCES.size()];
        private final int[] keys = new int[BATCH];
        private int waiting;
        private int added;

        @Override
        public void key(int key) {
            if (waiting == BATCH) {
                look();
            }
            keys[waiting++] = key;
        }

        @Override
        public StanceWords.Word word(WordForm word) {
            WordSums known = words.of(word);
            add(known.sums, 0, known.count);
            return known.word;
        }

        @Override
        public void lemma(WordForm base, boolean behind, boolean negated) {
            BaseSums known = bases.of(base);
            add(known.sums, negated ? lanes : 0, known.count);
            if (behind) {
                add(known.sums, 2 * lanes, 1);
            }
        }

        private void add(long[] more, int from, int features) {
            if (added + features > BATCH) {
                flush();
            }
            added += features;
            for (int lane = 0; lane < lanes; lane++) {
                sums[lane] += more[from + lane];
            }
        }

        private void look() {
            stances.add(keys, waiting, scores);
            waiting = 0;
        }

        private void flush() {
            stances.addScores(sums, scores);
            Arrays.fill(sums, 0);
            added = 0;
        }

        int[] scores() {
            look();
            flush();
            return scores;
        }
    }

    private static LinearModel load(String name) {
        try (InputStream in = StanceModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return LinearModel.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SentenceNet loadNet() {
        try (InputStream in = StanceModel.class.getResourceAsStream(NET_FILE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + NET_FILE);
            }
            return SentenceNet.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
