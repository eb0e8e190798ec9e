package io.deltawire.entity;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How likely a pair of cue and source is an attribution: a logistic model over hashed features. Weights are learnt by
 * {@code train-cues}; they ship as a resource (gzip of: threshold, count, then hash and weight in thousandths), and no text
 * with them.
 */
public final class CueModel {
    private static final String RESOURCE = "en/cue-model.gz";

    private static final int KNOWN_BITS = 1 << 17;

    /** Key and bits of the weight by slot, side by side so that a look-up touches one cache line; 0 where there is none. */
    private final int[] table;

    /** Bits by hash, set for what has a weight: most features have none, which this tells without a look at the table. */
    private final long[] known = new long[KNOWN_BITS / Long.SIZE];

    private final int mask;
    private final double threshold;

    /**
     * @param learnt weight of each feature hash
     * @param threshold log-odds from which a pair is taken
     */
    public CueModel(Map<Integer, Double> learnt, double threshold) {
        int slots = Integer.highestOneBit(Math.max(8, learnt.size() * 3)) * 2;
        table = new int[2 * slots];
        mask = slots - 1;
        this.threshold = threshold;
        learnt.forEach((hash, weight) -> {
            int slot = hash & mask;
            while (weight(slot) != 0) {
                slot = (slot + 1) & mask;
            }
            known[bit(hash) >> 6] |= 1L << bit(hash);
            table[2 * slot] = hash;
            table[2 * slot + 1] = Float.floatToIntBits(weight.floatValue());
        });
    }

    /** From the upper bits of a hash, as slots are from the lower. */
    private static int bit(int hash) {
        return hash >>> 15;
    }

    private float weight(int slot) {
        return Float.intBitsToFloat(table[2 * slot + 1]);
    }

    /** The model that ships with deltawire for English; without it nothing is taken for an attribution. */
    public static CueModel english() {
        try (InputStream raw = CueModel.class.getResourceAsStream(RESOURCE)) {
            if (raw == null) {
                throw new IllegalStateException("no resource " + RESOURCE);
            }
            return read(raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CueModel read(InputStream raw) throws IOException {
        DataInputStream in = new DataInputStream(new GZIPInputStream(raw));
        double threshold = in.readFloat();
        int count = in.readInt();
        Map<Integer, Double> weights = new TreeMap<>();
        for (int k = 0; k < count; k++) {
            int hash = in.readInt();
            weights.put(hash, in.readShort() / 1000.0);
        }
        return new CueModel(weights, threshold);
    }

    /**
     * Writes a model in the form of the resource.
     *
     * @throws IOException when the stream fails
     */
    public static void write(Map<Integer, Double> learnt, double threshold, OutputStream out) throws IOException {
        Map<Integer, Short> rounded = new TreeMap<>();
        learnt.forEach((hash, weight) -> {
            long thousandths = Math.round(Math.max(-32, Math.min(32, weight)) * 1000);
            if (thousandths != 0) {
                rounded.put(hash, (short) thousandths);
            }
        });
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out))) {
            data.writeFloat((float) threshold);
            data.writeInt(rounded.size());
            for (Map.Entry<Integer, Short> entry : rounded.entrySet()) {
                data.writeInt(entry.getKey());
                data.writeShort(entry.getValue());
            }
        }
    }

    /** Log-odds that a candidate is an attribution. */
    public double score(CueCandidate candidate) {
        double sum = 0;
        for (int hash : candidate.features()) {
            if ((known[bit(hash) >> 6] >>> bit(hash) & 1) == 0) {
                continue;
            }
            int slot = hash & mask;
            while (weight(slot) != 0) {
                if (table[2 * slot] == hash) {
                    sum += weight(slot);
                    break;
                }
                slot = (slot + 1) & mask;
            }
        }
        return sum;
    }

    boolean accepts(double score) {
        return score >= threshold;
    }
}
