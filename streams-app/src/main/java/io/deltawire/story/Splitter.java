package io.deltawire.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Decides whether a story proves to be two: its articles are parted into the two groups that hang together best, and the merge
 * model is asked whether it would bring the two together. Only a clear no parts them; to come together again they need the merge
 * model's clear yes.
 */
final class Splitter {
    /** Sizes at which a story is looked at: an early mistake shows with a few articles, a large story is past mending. */
    static final Set<Integer> SIZES = Set.of(4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 20, 24);

    private static final int LEAST = 2;
    private static final int ROUNDS = 8;

    /** Groups whose articles are this much as close across as within are one story: the model is not asked. */
    private static final float AS_CLOSE = 0.8f;

    private final MergeFeatures features;
    private final TreeModel model;
    private final double splitAt;

    Splitter(MergeFeatures features, TreeModel model, double splitAt) {
        this.features = features;
        this.model = model;
        this.splitAt = splitAt;
    }

    /** Entries that should leave, the smaller group or else the one that began later; empty when the story is one. */
    List<Entry> leaving(Story story) {
        if (splitAt <= 0 || !SIZES.contains(story.size()) || story.indexed.size() < story.size()) {
            return List.of();
        }
        List<List<Entry>> parts = parts(story.indexed);
        if (parts.isEmpty() || model.probability(features.apart(story, parts.get(0), parts.get(1))) > splitAt) {
            return List.of();
        }
        List<Entry> one = parts.get(0);
        List<Entry> other = parts.get(1);
        return one.size() < other.size() ? one : other;
    }

    /** The two groups that articles fall into, in their order; empty when one is too small to be a story or they share a text. */
    static List<List<Entry>> parts(List<Entry> entries) {
        float[][] cosines = cosines(entries);
        boolean[] second = parted(cosines);
        List<Entry> one = part(entries, second, false);
        List<Entry> other = part(entries, second, true);
        boolean together = one.size() < LEAST
                || other.size() < LEAST
                || closeness(cosines, second) >= AS_CLOSE
                || oneText(one, other);
        return together ? List.of() : List.of(one, other);
    }

    private static float[][] cosines(List<Entry> entries) {
        int n = entries.size();
        float[][] cosines = new float[n][n];
        TermTable table = new TermTable();
        for (int i = 0; i < n; i++) {
            table.load(entries.get(i).member.terms());
            for (int j = 0; j < i; j++) {
                cosines[i][j] = table.cosine(entries.get(j).member.terms());
                cosines[j][i] = cosines[i][j];
            }
        }
        return cosines;
    }

    /** Mean cosine across two groups over mean cosine within them. */
    private static float closeness(float[][] cosines, boolean[] second) {
        double across = 0;
        double within = 0;
        int pairsAcross = 0;
        int pairsWithin = 0;
        for (int i = 0; i < second.length; i++) {
            for (int j = 0; j < i; j++) {
                if (second[i] == second[j]) {
                    within += cosines[i][j];
                    pairsWithin++;
                } else {
                    across += cosines[i][j];
                    pairsAcross++;
                }
            }
        }
        return within == 0 ? 1 : (float) (across * pairsWithin / (within * pairsAcross));
    }

    /** Two groups by mean cosine, beginning with the first article and the one least like it. */
    private static boolean[] parted(float[][] cosines) {
        int n = cosines.length;
        int farthest = 1;
        for (int i = 1; i < n; i++) {
            farthest = cosines[i][0] < cosines[farthest][0] ? i : farthest;
        }
        boolean[] second = new boolean[n];
        for (int i = 0; i < n; i++) {
            second[i] = i == farthest || (i > 0 && cosines[i][farthest] > cosines[i][0]);
        }
        for (int round = 0; round < ROUNDS; round++) {
            boolean[] next = new boolean[n];
            boolean moved = false;
            for (int i = 0; i < n; i++) {
                next[i] = mean(cosines[i], second, i, true) > mean(cosines[i], second, i, false);
                moved |= next[i] != second[i];
            }
            if (!moved) {
                break;
            }
            second = next;
        }
        return second;
    }

    private static float mean(float[] cosines, boolean[] second, int self, boolean group) {
        float sum = 0;
        int count = 0;
        for (int i = 0; i < cosines.length; i++) {
            if (i != self && second[i] == group) {
                sum += cosines[i];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static List<Entry> part(List<Entry> entries, boolean[] second, boolean group) {
        List<Entry> part = new ArrayList<>();
        for (int i = 0; i < second.length; i++) {
            if (second[i] == group) {
                part.add(entries.get(i));
            }
        }
        return part;
    }

    /** Whether a text of one group is a copy of one in the other. */
    private static boolean oneText(List<Entry> one, List<Entry> other) {
        for (Entry entry : one) {
            for (Entry theirs : other) {
                if (copies(entry.member, theirs.member)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean copies(Member one, Member other) {
        return one.duplicateOf().equals(other.articleId())
                || other.duplicateOf().equals(one.articleId())
                || (!one.duplicateOf().isEmpty() && one.duplicateOf().equals(other.duplicateOf()));
    }
}
