package io.deltawire.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the texts that an article is a copy of: signatures cut into bands, articles that agree in a whole band are compared
 * (locality-sensitive hashing, Indyk and Motwani 1998). That finds a text printed as it was wherever it stands; one that was edited
 * seldom agrees in a band, and is looked for among the latest articles of its story.
 */
final class Copies {
    /** Texts alike by 0.8 agree in one of so many bands in 998 cases of 1,000, by 0.5 in every other. */
    private static final int ROWS = 4;

    private static final int BANDS = 12;
    private static final int NONE = -1;

    /** Articles compared in a band: boilerplate that thousands share must not cost thousands of comparisons. */
    private static final int MAX_COMPARED = 32;

    /** Latest articles of a story that another is compared with; what copies an older one has it as it was, or is rare. */
    private static final int LATEST = 64;

    /** Latest link of each band's chain, counted from 1. */
    private final IntTable chains = new IntTable(1 << 10);
    /** A link for each band of each article, one after the other: what stands in one band was added one before the next. */
    private int[] earlier = new int[1 << 10];

    private int[] later = new int[1 << 10];
    private final List<@Nullable Entry> holders = new ArrayList<>();
    /** Places of articles that have left. */
    private int[] free = new int[16];

    private int freed;

    void add(Entry entry) {
        int[] bands = bandsOf(entry.member.signature());
        if (bands.length == 0) {
            return;
        }
        int holder = place(entry);
        entry.copies = holder;
        for (int b = 0; b < BANDS; b++) {
            int link = holder * BANDS + b;
            int before = chains.get(bands[b]) - 1;
            earlier[link] = before;
            later[link] = NONE;
            if (before != NONE) {
                later[before] = link;
            }
            chains.put(bands[b], link + 1);
        }
    }

    private int place(Entry entry) {
        if (freed > 0) {
            holders.set(free[--freed], entry);
            return free[freed];
        }
        holders.add(entry);
        int links = holders.size() * BANDS;
        if (links > earlier.length) {
            earlier = Arrays.copyOf(earlier, 2 * links);
            later = Arrays.copyOf(later, 2 * links);
        }
        return holders.size() - 1;
    }

    void remove(Entry entry) {
        int[] bands = bandsOf(entry.member.signature());
        if (bands.length == 0) {
            return;
        }
        for (int b = 0; b < BANDS; b++) {
            int link = entry.copies * BANDS + b;
            if (earlier[link] != NONE) {
                later[earlier[link]] = later[link];
            }
            if (later[link] == NONE) {
                chains.put(bands[b], earlier[link] + 1);
            } else {
                earlier[later[link]] = earlier[link];
            }
        }
        holders.set(entry.copies, null);
        free = freed == free.length ? Arrays.copyOf(free, 2 * freed) : free;
        free[freed++] = entry.copies;
    }

    /** Articles that agree with this one in a band, some of them more than once. */
    List<Entry> met(Member article) {
        List<Entry> met = new ArrayList<>();
        for (int band : bandsOf(article.signature())) {
            int link = chains.get(band) - 1;
            for (int n = 0; n < MAX_COMPARED && link != NONE; n++) {
                Entry entry = holders.get(link / BANDS);
                if (entry != null) {
                    met.add(entry);
                }
                link = earlier[link];
            }
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

    /** A key for each band; two of different texts meet by chance once in four thousand million. */
    private static int[] bandsOf(byte[] signature) {
        if (signature.length != Signature.SIZE) {
            return new int[0];
        }
        int[] bands = new int[BANDS];
        for (int b = 0; b < BANDS; b++) {
            int band = 0;
            for (int r = 0; r < ROWS; r++) {
                band = (band << Byte.SIZE) | (signature[b * ROWS + r] & 0xff);
            }
            bands[b] = Keys.mix(band ^ ((b + 1) * 0x9E3779B9));
            bands[b] = bands[b] == 0 ? 1 : bands[b];
        }
        return bands;
    }
}
