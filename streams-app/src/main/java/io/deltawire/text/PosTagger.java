package io.deltawire.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part-of-speech tagger: an averaged perceptron that decides word by word from left to right. Thread-safe.
 *
 * <p>Two thirds of the features depend on one word alone, or on tags and shapes, of which there are few: what they add up to is kept.
 *
 * <p>Source: M. Collins, Discriminative training methods for hidden Markov models, 2002; greedy as in M. Honnibal 2013.
 */
public final class PosTagger {
    private static final int NO_TAG = 62;
    private static final int TAGS = 64;
    private static final int SHAPES = 16;
    private static final int USUAL_WORDS = 1 << 15;
    private static final int RARE_CASING = 1 << 12;
    private static final int WORDS_BEHIND_TAGS = 1 << 15;

    private final LinearModel model;
    private final List<WordCache<WordSums>> words;
    private final @Nullable Sums[] tags = new Sums[TAGS * TAGS];
    private final @Nullable Sums[] shapes = new Sums[(PosFeatures.ONE_CASE + 1) * SHAPES * SHAPES * SHAPES];
    private final @Nullable TagSums[] behindTags = new TagSums[WORDS_BEHIND_TAGS];
    private final WordSums before;
    private final WordSums behind;

    public PosTagger(LinearModel model) {
        this.model = model;
        List<WordCache<WordSums>> caches = new ArrayList<>();
        for (int casing = 0; casing <= PosFeatures.ONE_CASE; casing++) {
            int how = casing;
            int capacity = casing == PosFeatures.CASED ? USUAL_WORDS : RARE_CASING;
            caches.add(new WordCache<>(capacity, word -> wordSums(WordForm.of(word), how)));
        }
        words = List.copyOf(caches);
        before = wordSums(WordForm.BEFORE, PosFeatures.CASED);
        behind = wordSums(WordForm.BEHIND, PosFeatures.CASED);
    }

    /** Sums of weights of all labels, see {@link LinearModel#sum}. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; final, so seen whole by every thread
    private record Sums(long[] lanes) {}

    /** What a word adds, by where it stands from the word that is tagged. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record WordSums(
            long[] own, long[] first, long[] before, long[] secondBefore, long[] after, long[] secondAfter) {}

    /** What a word adds when it stands behind a tag: to its own scores, and to those of a word between them. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record TagSums(WordForm word, int tag, long[] own, long[] after) {}

    static PosTagger english() {
        try (InputStream stream = PosTagger.class.getResourceAsStream("en/pos.model.gz")) {
            if (stream == null) {
                throw new IllegalStateException("missing resource en/pos.model.gz");
            }
            return new PosTagger(LinearModel.load(stream));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the part-of-speech model", e);
        }
    }

    /** Penn Treebank tags of the words of one sentence. */
    public List<String> tag(List<String> sentence) {
        WordForm[] forms = new WordForm[sentence.size()];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = WordForm.of(sentence.get(i));
        }
        return tag(forms);
    }

    List<String> tag(WordForm[] forms) {
        int casing = PosFeatures.casing(forms);
        // Two places more at each end, so that every word has neighbours.
        WordSums[] sums = new WordSums[forms.length + 4];
        sums[0] = before;
        sums[1] = before;
        for (int i = 0; i < forms.length; i++) {
            sums[i + 2] = words.get(casing).get(forms[i].text());
        }
        sums[forms.length + 2] = behind;
        sums[forms.length + 3] = behind;
        List<String> found = new ArrayList<>(forms.length);
        long[] all = new long[model.lanes()];
        int[] keys = new int[PosFeatures.MOST];
        int tag1 = NO_TAG;
        int tag2 = NO_TAG;
        for (int i = 0; i < forms.length; i++) {
            WordForm left = PosFeatures.at(forms, i - 1);
            WordForm right = PosFeatures.at(forms, i + 1);
            long[] kept = shapeSums(left.shape(), PosFeatures.shape(forms[i], casing), right.shape(), casing);
            add(all, sums, i + 2, pairSums(tag1, tag2), kept);
            model.sum(keys, PosFeatures.pairs(left, forms[i], right, keys, 0), all);
            plus(all, tagSums(forms[i], tag1).own);
            plus(all, tagSums(right, tag1).after);
            if (i == 0) {
                plus(all, sums[2].first);
            }
            tag2 = tag1;
            tag1 = model.best(all);
            found.add(model.labels().get(tag1));
        }
        return found;
    }

    private static void add(long[] all, WordSums[] sums, int i, long[] tags, long[] shapes) {
        long[] own = sums[i].own;
        long[] before = sums[i - 1].before;
        long[] secondBefore = sums[i - 2].secondBefore;
        long[] after = sums[i + 1].after;
        long[] secondAfter = sums[i + 2].secondAfter;
        for (int k = 0; k < all.length; k++) {
            all[k] = own[k] + before[k] + secondBefore[k] + after[k] + secondAfter[k] + tags[k] + shapes[k];
        }
    }

    private static void plus(long[] all, long[] more) {
        for (int k = 0; k < all.length; k++) {
            all[k] += more[k];
        }
    }

    private WordSums wordSums(WordForm word, int casing) {
        int[] keys = new int[PosFeatures.MOST];
        return new WordSums(
                sum(keys, PosFeatures.own(word, casing, keys, 0)),
                sum(keys, PosFeatures.first(word, casing, keys, 0)),
                sum(keys, PosFeatures.before(word, keys, 0)),
                sum(keys, PosFeatures.secondBefore(word, keys, 0)),
                sum(keys, PosFeatures.after(word, keys, 0)),
                sum(keys, PosFeatures.secondAfter(word, keys, 0)));
    }

    private TagSums tagSums(WordForm word, int tag) {
        int h = (word.hash() * 31 + word.shape()) * TAGS + tag;
        int place = (h ^ h >>> 15) & (WORDS_BEHIND_TAGS - 1);
        TagSums known = behindTags[place];
        if (known == null || known.tag != tag || !known.word.text().equals(word.text())) {
            int[] keys = new int[PosFeatures.MOST];
            long[] own = sum(keys, PosFeatures.ownBehind(word, tag, keys, 0));
            known = new TagSums(word, tag, own, sum(keys, PosFeatures.afterBehind(word, tag, keys, 0)));
            behindTags[place] = known;
        }
        return known;
    }

    private long[] pairSums(int tag1, int tag2) {
        int place = tag1 * TAGS + tag2;
        Sums known = tags[place];
        if (known == null) {
            int[] keys = new int[PosFeatures.MOST];
            known = new Sums(sum(keys, PosFeatures.tags(tag1, tag2, keys, 0)));
            tags[place] = known;
        }
        return known.lanes;
    }

    private long[] shapeSums(int left, int here, int right, int casing) {
        int place = ((casing * SHAPES + left) * SHAPES + here) * SHAPES + right;
        Sums known = shapes[place];
        if (known == null) {
            int[] keys = new int[PosFeatures.MOST];
            known = new Sums(sum(keys, PosFeatures.shapes(left, here, right, casing, keys, 0)));
            shapes[place] = known;
        }
        return known.lanes;
    }

    private long[] sum(int[] keys, int n) {
        long[] sums = new long[model.lanes()];
        model.sum(keys, n, sums);
        return sums;
    }
}
