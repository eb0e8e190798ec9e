package io.deltawire.bench;

import java.util.Arrays;
import java.util.Collection;

/** Values of one figure over the rounds of a run. */
record Spread(double least, double median, double most, int rounds) {
    static Spread of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no round was measured");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, Arrays.stream(sorted).max().orElseThrow(), sorted.length);
    }
}
