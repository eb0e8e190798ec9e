package io.deltawire.story;

/**
 * What sets two groups of articles apart: something that the articles of the one have and those of the other have not, and the other way
 * round. Two halves of one story differ in what each tells besides; two like events differ in what all of an event's articles tell.
 */
final class Distinction {
    /** Latest articles of a story whose details are looked at. */
    private static final int LATEST = 24;

    private Distinction() {}

    /** 0 to 1: by how much more of the one's articles have their most telling detail of a kind than of the other's, the lesser way round. */
    static float by(Facet facet, Story one, Story other) {
        return Math.min(own(facet, one, other), own(facet, other, one));
    }

    private static float own(Facet facet, Story from, Story to) {
        float telling = from.telling[facet.index];
        float others = to.telling[facet.index];
        float most = 0;
        for (int i = Math.max(0, from.indexed.size() - LATEST); i < from.indexed.size(); i++) {
            for (int key : from.indexed.get(i).member.facet(facet)) {
                float here = from.facets.countOf(key) / telling;
                if (here > most) {
                    most = Math.max(most, here - to.facets.countOf(key) / others);
                }
            }
        }
        return most;
    }

    /**
     * The same for words: the mean of so many that tell most, the lesser way round.
     *
     * @param ones articles that {@code one} adds up
     * @param others articles that {@code other} adds up
     */
    static float by(Tally one, int ones, Tally other, int others, int words) {
        float[] here = new float[words];
        float[] there = new float[words];
        int j = 0;
        for (int i = 0; i < one.size(); i++) {
            int key = one.key(i);
            for (; j < other.size() && other.key(j) < key; j++) {
                offer(there, other.count(j) / (float) others);
            }
            float more = one.count(i) / (float) ones;
            if (j < other.size() && other.key(j) == key) {
                more -= other.count(j++) / (float) others;
            }
            offer(here, more);
            offer(there, -more);
        }
        for (; j < other.size(); j++) {
            offer(there, other.count(j) / (float) others);
        }
        return Math.min(sum(here), sum(there)) / words;
    }

    /** Keeps a value among the largest, in descending order. */
    private static void offer(float[] largest, float value) {
        int at = largest.length;
        while (at > 0 && largest[at - 1] < value) {
            at--;
        }
        if (at < largest.length) {
            System.arraycopy(largest, at, largest, at + 1, largest.length - 1 - at);
            largest[at] = value;
        }
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
