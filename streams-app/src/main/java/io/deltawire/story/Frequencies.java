package io.deltawire.story;

/**
 * In how many stories a key occurs: a background table and the live stories together. Counting stories and not articles keeps the
 * words of a story that everyone prints from looking common.
 */
final class Frequencies {
    /** Logarithms of n + 0.5. */
    private static final double[] LOGARITHMS = logarithms(1 << 14);

    private final Background background;
    /** Background and live stories together: a text asks for some hundred. */
    private final IntTable counts;

    private int stories;
    private double logStories;

    Frequencies(Background background) {
        this.background = background;
        counts = background.table();
        logStories = logOfStories();
    }

    private static double[] logarithms(int size) {
        double[] logarithms = new double[size];
        for (int n = 0; n < size; n++) {
            // StrictMath gives the same bits on every machine, which a replay needs.
            logarithms[n] = StrictMath.log(n + 0.5);
        }
        return logarithms;
    }

    private double logOfStories() {
        return StrictMath.log(1.0 + background.stories() + stories);
    }

    /** Natural logarithm of stories over stories with the key, never below 0. */
    float rarity(int key) {
        return rarityOf(counts.get(key));
    }

    /** Rarity of the first so many keys. The table is far larger than a cache: asked one after the other, looks into it overlap. */
    float[] rarities(int[] keys, int size) {
        int[] with = new int[size];
        for (int i = 0; i < size; i++) {
            with[i] = counts.get(keys[i]);
        }
        float[] rarities = new float[size];
        for (int i = 0; i < size; i++) {
            rarities[i] = rarityOf(with[i]);
        }
        return rarities;
    }

    private float rarityOf(int with) {
        double log = with < LOGARITHMS.length ? LOGARITHMS[with] : StrictMath.log(with + 0.5);
        return (float) Math.max(0, logStories - log);
    }

    void addKey(int key) {
        counts.add(key, 1);
    }

    void removeKey(int key) {
        counts.add(key, -1);
    }

    void addStory() {
        stories++;
        logStories = logOfStories();
    }

    void removeStory() {
        stories--;
        logStories = logOfStories();
    }
}
