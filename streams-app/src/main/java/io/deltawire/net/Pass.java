package io.deltawire.net;

import static io.deltawire.net.Layout.HIDDEN;
import static io.deltawire.net.Layout.POOLED;
import static io.deltawire.net.Layout.ROLE;
import static io.deltawire.net.Layout.WIDTH;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What a {@link SentenceNet} works out about one mark of a sentence, kept for what follows. Not thread-safe. */
final class Pass {
    /** What comes out of the first layer, a token after the other. */
    final float[] out;

    final float[] attention;

    /** The token with the largest value, by value; only when training. */
    final int[] top = new int[WIDTH];

    final float[] pooled = new float[POOLED];
    final float[] pooledBy = new float[POOLED];
    final float[] hidden = new float[HIDDEN];
    final double[] p;
    final int[] places;
    final int[] owners;
    int own;

    private final Layout at;

    // Where what every token or value asks for stands: the layout reckons it up from the beginning each time.
    private final int firstPlace;
    private final int firstOwner;
    private final int firstLast;

    /** @param longest tokens of the longest sentence it is run on */
    Pass(Layout at, int longest) {
        this.at = at;
        out = new float[longest * WIDTH];
        attention = new float[longest];
        places = new int[longest];
        owners = new int[longest];
        p = new double[at.classes()];
        firstPlace = at.place(0);
        firstOwner = at.owner(0);
        firstLast = at.last(0);
    }

    /**
     * Fills everything above.
     *
     * @param sums the first layer without what depends on the mark
     * @param named as of {@link MarkedSentence#named}, the same for all marks
     * @param chance leaves out values at random, when training
     */
    void run(
            float[] w,
            MarkedSentence sentence,
            int mark,
            float[] sums,
            int[] named,
            @Nullable SplittableRandom chance,
            float drop) {
        int n = sentence.size();
        float scale = 1 / (1 - drop);
        own = 0;
        sentence.owners(mark, named, owners);
        MarkedSentence.Mark asked = sentence.marks().get(mark);
        for (int t = 0; t < n; t++) {
            places[t] = asked.place(t);
            own += owners[t] == 1 ? 1 : 0;
            first(t * WIDTH, sums, w, firstPlace + places[t] * WIDTH, firstOwner + owners[t] * WIDTH);
        }
        pool(w, n, asked.role());
        Arrays.fill(pooledBy, 1);
        if (chance != null) {
            findTop(n);
            for (int i = 0; i < POOLED; i++) {
                pooledBy[i] = chance.nextDouble() >= drop ? scale : 0;
                pooled[i] *= pooledBy[i];
            }
        }
        System.arraycopy(w, at.hiddenBias(), hidden, 0, HIDDEN);
        int rows = at.hidden(0);
        for (int i = 0; i < POOLED; i++) {
            add(hidden, 0, pooled[i], w, rows + i * HIDDEN, HIDDEN);
        }
        for (int i = 0; i < HIDDEN; i++) {
            boolean left = hidden[i] > 0 && (chance == null || chance.nextDouble() >= drop);
            hidden[i] = left ? (chance == null ? hidden[i] : hidden[i] * scale) : 0;
        }
        last(w);
    }

    private void first(int token, float[] sums, float[] w, int place, int owner) {
        for (int j = 0; j < WIDTH; j++) {
            float sum = sums[token + j] + w[place + j] + w[owner + j];
            // What is above 0, as Math.max tells it to the bit, but so that the compiler works on eight at a time.
            out[token + j] = (sum + Math.abs(sum)) * 0.5f;
        }
    }

    private void pool(float[] w, int n, int role) {
        Arrays.fill(pooled, 0);
        for (int t = 0; t < n; t++) {
            for (int j = 0; j < WIDTH; j++) {
                pooled[j] = Math.max(pooled[j], out[t * WIDTH + j]); // none is below 0
            }
        }
        float most = Float.NEGATIVE_INFINITY;
        int weights = at.attention();
        for (int t = 0; t < n; t++) {
            attention[t] = dot(out, t * WIDTH, w, weights, WIDTH);
            most = Math.max(most, attention[t]);
        }
        float sum = 0;
        for (int t = 0; t < n; t++) {
            attention[t] = (float) StrictMath.exp(attention[t] - most);
            sum += attention[t];
        }
        for (int t = 0; t < n; t++) {
            attention[t] /= sum;
            add(pooled, WIDTH, attention[t], out, t * WIDTH, WIDTH);
            if (owners[t] == 1) {
                add(pooled, 2 * WIDTH, 1f / own, out, t * WIDTH, WIDTH);
            }
        }
        System.arraycopy(w, at.role(role), pooled, 3 * WIDTH, ROLE);
    }

    private void findTop(int n) {
        for (int j = 0; j < WIDTH; j++) {
            top[j] = 0;
            for (int t = 1; t < n; t++) {
                top[j] = out[t * WIDTH + j] > out[top[j] * WIDTH + j] ? t : top[j];
            }
        }
    }

    private void last(float[] w) {
        int bias = at.lastBias();
        for (int c = 0; c < p.length; c++) {
            p[c] = w[bias + c];
        }
        for (int i = 0; i < HIDDEN; i++) {
            double value = hidden[i];
            int row = firstLast + i * p.length;
            for (int c = 0; c < p.length && value != 0; c++) {
                p[c] += value * w[row + c];
            }
        }
        double most = Double.NEGATIVE_INFINITY;
        for (double score : p) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            p[c] = StrictMath.exp(p[c] - most);
            sum += p[c];
        }
        for (int c = 0; c < p.length; c++) {
            p[c] /= sum;
        }
    }

    /** Adds a row times a number. */
    static void add(float[] to, int toAt, float by, float[] row, int rowAt, int length) {
        if (by == 0) {
            return;
        }
        for (int j = 0; j < length; j++) {
            to[toAt + j] += by * row[rowAt + j];
        }
    }

    static float dot(float[] one, int oneAt, float[] other, int otherAt, int length) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int j = 0; j < length; j += 4) {
            a += one[oneAt + j] * other[otherAt + j];
            b += one[oneAt + j + 1] * other[otherAt + j + 1];
            c += one[oneAt + j + 2] * other[otherAt + j + 2];
            d += one[oneAt + j + 3] * other[otherAt + j + 3];
        }
        return a + b + (c + d);
    }
}
