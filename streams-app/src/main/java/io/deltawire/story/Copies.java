package io.deltawire.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the texts that an article is a copy of: signatures cut into bands, articles that agree in a whole band are compared
 * (locality-sensitive hashing, Indyk and Motwani 1998). That finds a text printed as it was wherever it stands; one that was edited
 * seldom agrees in a band, and is looked for among the latest articles of its story.
 */
final class Copies {
    /** Texts alike by 0.8 agree in one of so many bands in 998 cases of 1,000, by 0.5 in 28 of 100. */
    private static final int ROWS = 6;

    private static final int BANDS = Signature.SIZE / ROWS;
    /** Articles compared in a band: boilerplate that thousands share must not cost thousands of comparisons. */
    private static final int MAX_COMPARED = 32;

    /** Latest articles of a story that another is compared with; what copies an older one has it as it was, or is rare. */
    private static final int LATEST = 64;

    private final Map<Long, List<Entry>> bands = new HashMap<>();

    void add(Entry entry) {
        for (long band : bandsOf(entry.member.signature())) {
            bands.computeIfAbsent(band, key -> new ArrayList<>(1)).add(entry);
        }
    }

    void remove(Entry entry) {
        for (long band : bandsOf(entry.member.signature())) {
            List<Entry> entries = bands.get(band);
            if (entries != null && entries.remove(entry) && entries.isEmpty()) {
                bands.remove(band);
            }
        }
    }

    /** Articles that agree with this one in a band, some of them more than once. */
    List<Entry> met(Member article) {
        List<Entry> met = new ArrayList<>();
        for (long band : bandsOf(article.signature())) {
            List<Entry> entries = bands.getOrDefault(band, List.of());
            met.addAll(entries.subList(Math.max(0, entries.size() - MAX_COMPARED), entries.size()));
        }
        return met;
    }

    /** The most similar of the articles met, if it is as similar as {@code least}; ties fall to the earlier one. */
    static @Nullable Entry sameText(Member article, List<Entry> met, double least) {
        Entry same = null;
        double best = least;
        for (Entry entry : met) {
            double similarity = Signature.similarity(article.signature(), entry.member.signature());
            if (similarity > best || (similarity == best && (same == null || earlier(entry, same)))) {
                best = similarity;
                same = entry;
            }
        }
        return same;
    }

    /**
     * The article of a story that another was made from, or with it from a third: the one that has most of it. Ties fall to the
     * earlier one.
     *
     * @param met articles that agree with it in a band
     * @param least share of the shorter text that the longer must have
     */
    static @Nullable Entry parent(Member article, Story story, List<Entry> met, double least) {
        List<Entry> near = new ArrayList<>(
                story.members.subList(Math.max(0, story.members.size() - LATEST), story.members.size()));
        met.stream().filter(entry -> entry.story == story).forEach(near::add);
        Entry parent = null;
        double best = least;
        for (Entry entry : near) {
            double reused = Signature.reused(
                    article.signature(), article.words(), entry.member.signature(), entry.member.words());
            if (reused > best || (reused == best && (parent == null || earlier(entry, parent)))) {
                best = reused;
                parent = entry;
            }
        }
        return parent;
    }

    static boolean earlier(Entry one, Entry other) {
        int order = Long.compare(one.member.effective(), other.member.effective());
        return order < 0 || (order == 0 && one.member.articleId().compareTo(other.member.articleId()) < 0);
    }

    private static long[] bandsOf(byte[] signature) {
        if (signature.length != Signature.SIZE) {
            return new long[0];
        }
        long[] bands = new long[BANDS];
        for (int b = 0; b < BANDS; b++) {
            long band = b;
            for (int r = 0; r < ROWS; r++) {
                band = band * 0x100000001b3L + signature[b * ROWS + r];
            }
            bands[b] = band;
        }
        return bands;
    }
}
