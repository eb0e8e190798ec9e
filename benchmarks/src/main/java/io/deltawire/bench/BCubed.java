package io.deltawire.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** B-cubed F1 (Bagga and Baldwin 1998) of a grouping against gold, in per cent. */
final class BCubed {
    private BCubed() {}

    static double f1(List<String> found, List<String> gold) {
        Map<String, Integer> foundSizes = new HashMap<>();
        Map<String, Integer> goldSizes = new HashMap<>();
        Map<String, Integer> both = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            foundSizes.merge(found.get(i), 1, Integer::sum);
            goldSizes.merge(gold.get(i), 1, Integer::sum);
            both.merge(found.get(i) + "\n" + gold.get(i), 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        for (int i = 0; i < found.size(); i++) {
            double shared = both.getOrDefault(found.get(i) + "\n" + gold.get(i), 0);
            precision += shared / foundSizes.getOrDefault(found.get(i), 1);
            recall += shared / goldSizes.getOrDefault(gold.get(i), 1);
        }
        return 200 * precision * recall / (precision + recall) / found.size();
    }
}
