package io.deltawire.evaluate;

import java.util.ArrayList;
import java.util.List;

/** How often shifts of each confidence prove true. */
public final class Reliability {
    private static final double[] EDGES = {0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01};

    private Reliability() {}

    /** One line for each band of confidence: count, mean confidence, share true; the last is the mean gap weighted by count. */
    public static List<String> table(List<ChangeScore.Judged> judged) {
        List<String> lines = new ArrayList<>();
        double gap = 0;
        for (int i = 0; i + 1 < EDGES.length; i++) {
            double low = EDGES[i];
            double high = EDGES[i + 1];
            List<ChangeScore.Judged> band = judged.stream()
                    .filter(one -> one.told().confidence() >= low && one.told().confidence() < high)
                    .toList();
            if (band.isEmpty()) {
                continue;
            }
            double mean = band.stream()
                    .mapToDouble(one -> one.told().confidence())
                    .average()
                    .orElse(0);
            double right = band.stream()
                    .mapToDouble(one -> one.right() ? 1 : 0)
                    .average()
                    .orElse(0);
            gap += Math.abs(mean - right) * band.size();
            lines.add("confidence %.1f–%.1f: %3d shifts, mean %.2f, true %.2f"
                    .formatted(low, Math.min(1, high), band.size(), mean, right));
        }
        lines.add("expected calibration error %.3f".formatted(gap / Math.max(1, judged.size())));
        return lines;
    }
}
