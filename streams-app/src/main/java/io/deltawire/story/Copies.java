package io.deltawire.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text that an article is a copy of: signatures cut into bands, articles that agree in a whole band are compared
 * (locality-sensitive hashing, Indyk and Motwani 1998). Only first texts are kept: a copy of a copy is a copy of the first.
 */
final class Copies {
    private static final int BANDS = 16;
    private static final int ROWS = Signature.SIZE / BANDS;
    /** First texts compared in a band: boilerplate that thousands share must not cost thousands of comparisons. */
    private static final int MAX_COMPARED = 32;

    private final double least;
    private final Map<Long, List<Entry>> bands = new HashMap<>();

    Copies(double least) {
        this.least = least;
    }

    void add(Entry entry) {
        if (entry.member.duplicateOf().isEmpty()) {
            for (long band : bandsOf(entry.member.signature())) {
                bands.computeIfAbsent(band, key -> new ArrayList<>(1)).add(entry);
            }
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

    /** The most similar first text; ties fall to the earlier one. */
    @Nullable
    Entry original(Member article) {
        Entry original = null;
        double best = least;
        for (long band : bandsOf(article.signature())) {
            List<Entry> entries = bands.getOrDefault(band, List.of());
            for (int i = Math.max(0, entries.size() - MAX_COMPARED); i < entries.size(); i++) {
                Entry entry = entries.get(i);
                double similarity = Signature.similarity(article.signature(), entry.member.signature());
                if (similarity > best || (similarity == best && (original == null || earlier(entry, original)))) {
                    best = similarity;
                    original = entry;
                }
            }
        }
        return original;
    }

    static boolean earlier(Entry one, Entry other) {
        int order = Long.compare(one.member.effective(), other.member.effective());
        return order < 0 || (order == 0 && one.member.articleId().compareTo(other.member.articleId()) < 0);
    }

    private static long[] bandsOf(int[] signature) {
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
