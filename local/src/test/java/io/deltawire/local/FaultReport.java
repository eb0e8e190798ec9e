package io.deltawire.local;

import io.deltawire.topology.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came out beside what should have.
 *
 * @param expected records of the oracle
 * @param found records on the topics
 * @param lost records of the oracle that are not there
 * @param extra records that are there and not the oracle's, those that came twice among them
 * @param disordered keys whose records are all there, in another order
 * @param examples the first differences, for people
 */
record FaultReport(int expected, int found, int lost, int extra, int disordered, List<String> examples) {
    private static final int EXAMPLES = 5;

    static FaultReport compare(Records expected, Records found) {
        int lost = 0;
        int extra = 0;
        int disordered = 0;
        List<String> examples = new ArrayList<>();
        Map<String, List<String>> should = expected.byTopicAndKey();
        Map<String, List<String>> is = found.byTopicAndKey();
        TreeMap<String, List<String>> keys = new TreeMap<>(should);
        is.forEach(keys::putIfAbsent);
        for (String key : keys.keySet()) {
            List<String> missing = new ArrayList<>(should.getOrDefault(key, List.of()));
            List<String> more = new ArrayList<>();
            for (String record : is.getOrDefault(key, List.of())) {
                if (!missing.remove(record)) {
                    more.add(record);
                }
            }
            lost += missing.size();
            extra += more.size();
            boolean sameRecords = missing.isEmpty() && more.isEmpty();
            boolean otherOrder =
                    sameRecords && !should.getOrDefault(key, List.of()).equals(is.get(key));
            disordered += otherOrder ? 1 : 0;
            if ((!sameRecords || otherOrder) && examples.size() < EXAMPLES) {
                examples.add(key + ": lost " + cut(missing) + ", extra " + cut(more));
            }
        }
        return new FaultReport(expected.size(), found.size(), lost, extra, disordered, examples);
    }

    int differences() {
        return lost + extra + disordered;
    }

    private static String cut(List<String> records) {
        String text = records.toString();
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
