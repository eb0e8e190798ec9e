package io.deltawire.story;

/**
 * In how many stories a key occurs: a background table and the live stories together. Counting stories and not articles keeps the
 * words of a story that everyone prints from looking common.
 */
final class Frequencies {
    private final Background background;
    private final IntTable live = new IntTable(1 << 12);
    private int stories;

    Frequencies(Background background) {
        this.background = background;
    }

    /** Natural logarithm of stories over stories with the key, never below 0. */
    float rarity(int key) {
        double of = 1 + background.stories() + stories;
        double with = 0.5 + background.count(key) + live.get(key);
        // StrictMath gives the same bits on every machine, which a replay needs.
        return with >= of ? 0 : (float) StrictMath.log(of / with);
    }

    int live(int key) {
        return live.get(key);
    }

    void addKey(int key) {
        live.add(key, 1);
    }

    void removeKey(int key) {
        live.add(key, -1);
    }

    void addStory() {
        stories++;
    }

    void removeStory() {
        stories--;
    }
}
