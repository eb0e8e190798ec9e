package io.deltawire.text;

import java.util.ArrayList;
import java.util.List;

/** Drops runs of headlines under one another: menus and lists of other articles. A single one is a sub-heading and stays. */
final class LinkLists {
    private static final int LONGEST_RUN = 3;
    private static final int LONGEST_LAST_RUN = 1;
    private static final int LEAST_PROSE = 3;

    private LinkLists() {}

    static List<Line> drop(List<Line> lines) {
        boolean[] heading = new boolean[lines.size()];
        int prose = 0;
        for (int i = 0; i < heading.length; i++) {
            heading[i] = isHeading(lines.get(i));
            prose += heading[i] ? 0 : 1;
        }
        if (prose < LEAST_PROSE) {
            return lines;
        }
        List<Line> kept = new ArrayList<>(lines.size());
        int run = 0;
        for (int i = 0; i < heading.length; i++) {
            if (heading[i]) {
                run++;
            } else {
                if (run <= LONGEST_RUN) {
                    kept.addAll(lines.subList(i - run, i));
                }
                run = 0;
                kept.add(lines.get(i));
            }
        }
        if (run <= LONGEST_LAST_RUN) {
            kept.addAll(lines.subList(heading.length - run, heading.length));
        }
        return kept;
    }

    private static boolean isHeading(Line line) {
        String text = line.text();
        return "•-–—*·".indexOf(text.charAt(0)) < 0
                && Headlines.isHeadline(text, 0, text.length(), Boilerplate.words(line.key()));
    }
}
