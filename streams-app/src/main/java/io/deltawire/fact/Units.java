package io.deltawire.fact;

import io.deltawire.text.MoneyNames;

/** How the units of two figures stand to each other; outlets put one figure in different ones. */
enum Units {
    SAME,
    /** Euros and euros a share, degrees and degrees Celsius, the dollars of two countries. */
    AKIN,
    /** One of them has none: "raised to 58" of a turnout in per cent. */
    BARE,
    OTHER;

    static Units of(String one, String other) {
        if (one.equals(other)) {
            return SAME;
        }
        if (one.isEmpty() || other.isEmpty()) {
            return BARE;
        }
        String mine = whole(one);
        String theirs = whole(other);
        boolean degrees = (mine.equals("degree") && degrees(theirs)) || (theirs.equals("degree") && degrees(mine));
        return mine.equals(theirs) || degrees || MoneyNames.shared(mine, theirs) ? AKIN : OTHER;
    }

    /** Whether figures of the two can be one. */
    static boolean meet(String one, String other) {
        Units units = of(one, other);
        return units == SAME || units == AKIN;
    }

    private static boolean degrees(String unit) {
        return unit.equals("C") || unit.equals("F");
    }

    /** "EUR" of "EUR/share". */
    private static String whole(String unit) {
        int slash = unit.indexOf('/');
        return slash < 0 ? unit : unit.substring(0, slash);
    }
}
