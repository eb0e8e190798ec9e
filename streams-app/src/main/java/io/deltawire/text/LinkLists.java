package io.deltawire.text;

import java.util.ArrayList;
import java.util.List;

/** Drops runs of headlines under one another: menus and lists of other articles. A single one is a sub-heading and stays. */
final class LinkLists {
    private static final int LONGEST_RUN = 3;
    private static final int LONGEST_LAST_RUN = 1;
    private static final int LEAST_PROSE = 3;

    private LinkLists() {}

    static List<String> drop(List<String> lines) {
        long prose = lines.stream().filter(line -> !isHeading(line)).count();
        if (prose < LEAST_PROSE) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.size());
        List<String> run = new ArrayList<>();
        for (String line : lines) {
            if (isHeading(line)) {
                run.add(line);
            } else {
                if (run.size() <= LONGEST_RUN) {
                    kept.addAll(run);
                }
                run.clear();
                kept.add(line);
            }
        }
        if (run.size() <= LONGEST_LAST_RUN) {
            kept.addAll(run);
        }
        return kept;
    }

    private static boolean isHeading(String line) {
        return "•-–—*·".indexOf(line.charAt(0)) < 0
                && Headlines.isHeadline(line, 0, line.length(), Boilerplate.words(Boilerplate.key(line)));
    }
}
