package io.deltawire.claim;

import io.deltawire.text.LinearModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What position a sentence tells and whose: linear models over {@link StanceFeatures}, learnt by {@code train-stances} from snippets
 * written for it. Thread-safe.
 */
public final class StanceModel {
    public static final String SCREEN_FILE = "screen.model.gz";
    public static final String STANCES_FILE = "stances.model.gz";
    public static final String HOLDERS_FILE = "holders.model.gz";

    /** Steps of a weight to one of log-odds. */
    public static final double SCALE = 32;

    /** What a sentence may tell; the first is nothing. */
    public static final List<String> STANCES = List.of(
            "none", "accepts", "rejects", "undecided", "conditional", "proposes", "demands", "denies", "admits");

    /** Likelihood by its words alone from which a sentence is looked at in full; two positions of a hundred are lost by it. */
    private static final double OPEN = 0.4;

    /** As many as a {@link LinearModel} adds up at a time. */
    private static final int BATCH = 250;

    private final LinearModel screen;
    private final LinearModel stances;
    private final LinearModel holders;

    /**
     * @param screen whether a sentence's words alone leave it open that it takes a position, with labels no and yes
     * @param holders with labels no and yes
     */
    public StanceModel(LinearModel screen, LinearModel stances, LinearModel holders) {
        this.screen = screen;
        this.stances = stances;
        this.holders = holders;
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

    private static final class English {
        static final StanceModel MODEL = new StanceModel(load(SCREEN_FILE), load(STANCES_FILE), load(HOLDERS_FILE));
    }

    /** The model that ships with deltawire. */
    public static StanceModel english() {
        return English.MODEL;
    }

    /** Whether a sentence with these words may take a position. */
    public boolean mayTake(int[] words) {
        return probabilities(screen, words)[1] >= OPEN;
    }

    /** What a sentence most likely tells. */
    public Guess stance(int[] features) {
        double[] p = probabilities(stances, features);
        int best = 0;
        for (int c = 1; c < p.length; c++) {
            best = p[c] > p[best] ? c : best;
        }
        return new Guess(best, p[best]);
    }

    /** Probability that a sentence takes a position. */
    public double sure(StanceSightings.Said said, int stance) {
        return probabilities(stances, said.features())[stance];
    }

    /** Which of a sentence's holders takes it most likely; -1 for none. */
    public int holder(List<StanceSightings.Seen> seen, int stance) {
        return likeliest(seen.size(), i -> seen.get(i).features().get(stance));
    }

    @Nullable
    StanceHolder holder(StanceFeatures features, List<StanceHolder> all, int stance) {
        int best = likeliest(all.size(), i -> features.of(all.get(i), i, stance));
        return best < 0 ? null : all.get(best);
    }

    private int likeliest(int count, IntFunction<int[]> features) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < count; i++) {
            double p = probabilities(holders, features.apply(i))[1];
            if (p > most) {
                most = p;
                best = i;
            }
        }
        return best;
    }

    /** Writes the models. */
    public void save(OutputStream screenTo, OutputStream stancesTo, OutputStream holdersTo) throws IOException {
        screen.save(screenTo);
        stances.save(stancesTo);
        holders.save(holdersTo);
    }

    private static double[] probabilities(LinearModel model, int[] features) {
        int[] scores = new int[model.labels().size()];
        for (int from = 0; from < features.length; from += BATCH) {
            int[] batch = Arrays.copyOfRange(features, from, Math.min(features.length, from + BATCH));
            model.add(batch, batch.length, scores);
        }
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
}
