package io.deltawire.story;

import java.util.Arrays;

/**
 * The two groups that texts fall into, by their cosines: those with the least {@link #closeness} that a search finds which begins with every
 * text and the one closest to it, and moves one text at a time while that brings the groups further apart.
 */
final class Parting {
    /** Texts a group has at least. */
    static final int LEAST = 2;

    /** Differences smaller than this are of the order of adding up. */
    private static final double EQUAL = 1e-9;

    private final float[][] cosines;
    /** Sums of each text's cosines with all others, and with those of the second group. */
    private final double[] all;

    private final double[] toSecond;
    private boolean[] second;
    private int inSecond;
    /** Sums of the cosines within the first group, within the second, and across. */
    private double first;

    private double other;
    private double across;

    private Parting(float[][] cosines) {
        this.cosines = cosines;
        int n = cosines.length;
        all = new double[n];
        toSecond = new double[n];
        second = new boolean[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                all[i] += i == j ? 0 : cosines[i][j];
            }
        }
    }

    /**
     * Which texts are of the second group, the first of all texts not; none when there are fewer than two groups need.
     *
     * @param cosines of each text with each, symmetric
     */
    static boolean[] of(float[][] cosines) {
        int n = cosines.length;
        boolean[] best = new boolean[n];
        if (n < 2 * LEAST) {
            return best;
        }
        Parting parting = new Parting(cosines);
        double least = Double.MAX_VALUE;
        for (int seed = 0; seed < n; seed++) {
            double found = parting.search(seed);
            if (found < least - EQUAL) {
                least = found;
                best = parting.second.clone();
            }
        }
        return best[0] ? others(best) : best;
    }

    private static boolean[] others(boolean[] group) {
        boolean[] others = new boolean[group.length];
        for (int i = 0; i < group.length; i++) {
            others[i] = !group[i];
        }
        return others;
    }

    /** Mean cosine across the groups over the geometric mean of the mean cosines within them: 1 when nothing parts them. */
    static double closeness(float[][] cosines, boolean[] second) {
        Parting parting = new Parting(cosines);
        parting.begin(second);
        return parting.closeness();
    }

    private double search(int seed) {
        boolean[] start = new boolean[cosines.length];
        start[seed] = true;
        start[closest(seed)] = true;
        begin(start);
        double closeness = closeness();
        for (int move = better(closeness); move >= 0; move = better(closeness)) {
            move(move);
            closeness = closeness();
        }
        return closeness;
    }

    private int closest(int text) {
        int closest = text == 0 ? 1 : 0;
        for (int i = 0; i < cosines.length; i++) {
            closest = i != text && cosines[text][i] > cosines[text][closest] ? i : closest;
        }
        return closest;
    }

    private void begin(boolean[] start) {
        int n = cosines.length;
        second = new boolean[n];
        Arrays.fill(toSecond, 0);
        inSecond = 0;
        other = 0;
        across = 0;
        first = Arrays.stream(all).sum() / 2;
        for (int i = 0; i < n; i++) {
            if (start[i]) {
                move(i);
            }
        }
    }

    /** The text whose move to the other group lowers the closeness most, -1 when none does. */
    private int better(double closeness) {
        int best = -1;
        double least = closeness - EQUAL;
        for (int i = 0; i < cosines.length; i++) {
            double after = afterMove(i);
            if (after < least) {
                least = after;
                best = i;
            }
        }
        return best;
    }

    private double afterMove(int text) {
        int left = second[text] ? inSecond : cosines.length - inSecond;
        int sign = second[text] ? -1 : 1;
        double to = sign * toSecond[text];
        double from = sign * (all[text] - toSecond[text]);
        return left > LEAST
                ? closeness(first - from, other + to, across + from - to, inSecond + sign)
                : Double.MAX_VALUE;
    }

    private void move(int text) {
        int sign = second[text] ? -1 : 1;
        double to = sign * toSecond[text];
        double from = sign * (all[text] - toSecond[text]);
        first -= from;
        other += to;
        across += from - to;
        inSecond += sign;
        second[text] = !second[text];
        for (int i = 0; i < cosines.length; i++) {
            toSecond[i] += i == text ? 0 : sign * cosines[i][text];
        }
    }

    private double closeness() {
        return closeness(first, other, across, inSecond);
    }

    private double closeness(double inFirst, double inOther, double between, double seconds) {
        double firsts = cosines.length - seconds;
        double within = StrictMath.sqrt(Math.max(0, inFirst / (firsts * (firsts - 1) / 2))
                * Math.max(0, inOther / (seconds * (seconds - 1) / 2)));
        return within <= EQUAL ? Double.MAX_VALUE : between / (firsts * seconds) / within;
    }
}
