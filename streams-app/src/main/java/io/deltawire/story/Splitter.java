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
    private static final Set<Integer> SIZES = Set.of(4, 5, 6, 8, 10, 13, 17, 22);

    private static final int LEAST = 2;
    private static final int ROUNDS = 8;

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
        boolean[] second = parted(story.indexed);
        List<Entry> one = part(story.indexed, second, false);
        List<Entry> other = part(story.indexed, second, true);
        if (one.size() < LEAST || other.size() < LEAST || oneText(one, other)) {
            return List.of();
        }
        double together = model.probability(features.apart(story, one, other));
        if (together > splitAt) {
            return List.of();
        }
        return one.size() < other.size() ? one : other;
    }

    /** Two groups by mean cosine, beginning with the first article and the one least like it. */
    private static boolean[] parted(List<Entry> entries) {
        int n = entries.size();
        float[][] cosines = new float[n][n];
        int farthest = 1;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                cosines[i][j] =
                        entries.get(i).member.terms().dot(entries.get(j).member.terms());
                cosines[j][i] = cosines[i][j];
            }
            farthest = i > 0 && cosines[i][0] < cosines[farthest][0] ? i : farthest;
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
