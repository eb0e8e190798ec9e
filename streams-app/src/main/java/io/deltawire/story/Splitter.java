package io.deltawire.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Decides whether a story proves to be two: its articles are parted into the two groups that hang together best, and the split
 * model is asked whether it would bring the two together. Only a clear no parts them; to come together again they need the merge
 * model's clear yes.
 */
final class Splitter {
    /** Sizes at which a story is looked at: an early mistake shows with a few articles, a large story is past mending. */
    static final Set<Integer> SIZES = Set.of(4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 20, 24);

    /** Groups whose articles are this much as close across as within are one story: the model is not asked. */
    private static final double AS_CLOSE = 0.8;

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
        boolean[] second = Parting.of(cosines);
        List<Entry> one = part(entries, second, false);
        List<Entry> other = part(entries, second, true);
        boolean together = one.size() < Parting.LEAST
                || other.size() < Parting.LEAST
                || Parting.closeness(cosines, second) >= AS_CLOSE
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
