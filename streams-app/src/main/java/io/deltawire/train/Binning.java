package io.deltawire.train;

import java.util.Arrays;
import java.util.List;

/** Features cut into at most 64 bins at their quantiles; the upper edge of a bin is the threshold that divides it off. */
final class Binning {
    static final int BINS = 64;

    final byte[][] bins;
    final float[][] edges;
    final int rows;

    Binning(List<float[]> x) {
        rows = x.size();
        int features = x.get(0).length;
        bins = new byte[features][rows];
        edges = new float[features][];
        float[] column = new float[rows];
        for (int f = 0; f < features; f++) {
            for (int i = 0; i < rows; i++) {
                column[i] = x.get(i)[f];
            }
            edges[f] = edges(column.clone());
            for (int i = 0; i < rows; i++) {
                int at = Arrays.binarySearch(edges[f], column[i]);
                bins[f][i] = (byte) (at < 0 ? -at - 1 : at);
            }
        }
    }

    private static float[] edges(float[] values) {
        Arrays.sort(values);
        float[] edges = new float[BINS - 1];
        int count = 0;
        for (int b = 1; b < BINS; b++) {
            int at = (int) ((long) b * values.length / BINS);
            float below = values[Math.max(0, at - 1)];
            if (below < values[values.length - 1] && (count == 0 || below > edges[count - 1])) {
                edges[count++] = below;
            }
        }
        return Arrays.copyOf(edges, count);
    }
}
