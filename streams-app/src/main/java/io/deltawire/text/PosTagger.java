package io.deltawire.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** What a word adds to its own scores, to those of the first word of a sentence, and to those of the words around it. */
    private static final int OWN = 0;

    private static final int FIRST = 1;
    private static final int BEFORE = 2;
    private static final int SECOND_BEFORE = 3;
    private static final int AFTER = 4;
    private static final int SECOND_AFTER = 5;
    private static final int ROLES = 6;

    private final LinearModel model;
    private final Map<String, String> oneTag;
    private final int lanes;
    private final long[] @Nullable [] tags = new long[TAGS * TAGS][];
    private final long[] @Nullable [] shapes = new long[(PosFeatures.ONE_CASE + 1) * SHAPES * SHAPES * SHAPES][];
    private final Kept before;
    private final Kept behind;

    public PosTagger(LinearModel model) {
        this(model, Map.of());
    }

    /** @param oneTag words that always get the same tag, in sentences with usual casing */
    PosTagger(LinearModel model, Map<String, String> oneTag) {
        this.model = model;
        this.oneTag = Map.copyOf(oneTag);
        lanes = model.lanes();
        before = new Kept(this, WordForm.BEFORE);
        behind = new Kept(this, WordForm.BEHIND);
    }

    /** What a word adds, by itself and behind a tag, as sums of all labels (see {@link LinearModel#sum}); filled as it is needed. */
    static final class Kept {
        private final PosTagger tagger;
        private final WordForm word;
        private final int only;

        /** Sums of {@value #ROLES} roles, one behind the other: for sentences with usual casing, and for the others by casing. */
        private volatile long @Nullable [] cased;

        private final long[] @Nullable [] byCasing = new long[PosFeatures.ONE_CASE + 1][];

        /** By the tag before: to the word's own scores, and behind that to those of a word between tag and word. */
        private final long[] @Nullable [] behindTag = new long[TAGS][];

        Kept(PosTagger tagger, WordForm word) {
            this.tagger = tagger;
            this.word = word;
            only = tagger.model.labels().indexOf(tagger.oneTag.getOrDefault(word.text(), ""));
        }

        boolean isOf(PosTagger other) {
            return tagger == other;
        }

        long[] sums(int casing) {
            boolean usual = casing == PosFeatures.CASED;
            long[] known = usual ? cased : Rows.get(byCasing, casing);
            if (known == null) {
                known = Rows.keep(byCasing, casing, tagger.wordSums(word, casing));
                cased = usual ? known : cased;
            }
            return known;
        }

        long[] behind(int tag) {
            long[] known = Rows.get(behindTag, tag);
            return known == null ? Rows.keep(behindTag, tag, tagger.tagSums(word, tag)) : known;
        }
    }

    static PosTagger english() {
        try (InputStream stream = PosTagger.class.getResourceAsStream("en/pos.model.gz")) {
            if (stream == null) {
                throw new IllegalStateException("missing resource en/pos.model.gz");
            }
            return new PosTagger(LinearModel.load(stream), WordList.pairs("en/one-tag.txt"));
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
        Kept[] kept = new Kept[forms.length + 3];
        long[][] sums = new long[forms.length + 4][];
        sums[0] = before.sums(casing);
        sums[1] = sums[0];
        for (int i = 0; i < forms.length; i++) {
            kept[i] = forms[i].kept(this);
            sums[i + 2] = kept[i].sums(casing);
        }
        kept[forms.length] = behind;
        sums[forms.length + 2] = behind.sums(casing);
        sums[forms.length + 3] = sums[forms.length + 2];
        boolean cased = casing == PosFeatures.CASED;
        int[] pairs = pairs(forms, kept, cased);
        int pair = 0;
        List<String> found = new ArrayList<>(forms.length);
        long[] all = new long[lanes];
        int tag1 = NO_TAG;
        int tag2 = NO_TAG;
        for (int i = 0; i < forms.length; i++) {
            int tag = cased ? kept[i].only : -1;
            if (tag < 0) {
                score(forms, i, casing, kept, sums, tag1, tag2, all);
                model.addAt(pairs, pair, pair + 2, all, 0);
                pair += 2;
                tag = model.best(all);
            }
            tag2 = tag1;
            tag1 = tag;
            found.add(model.labels().get(tag));
        }
        return found;
    }

    private void score(
            WordForm[] forms, int i, int casing, Kept[] kept, long[][] sums, int tag1, int tag2, long[] all) {
        int left = PosFeatures.at(forms, i - 1).shape();
        int right = PosFeatures.at(forms, i + 1).shape();
        long[] own = sums[i + 2];
        long[] before = sums[i + 1];
        long[] secondBefore = sums[i];
        long[] after = sums[i + 3];
        long[] secondAfter = sums[i + 4];
        long[] tags = pairSums(tag1, tag2);
        long[] shapes = shapeSums(left, PosFeatures.shape(forms[i], casing), right, casing);
        long[] behind = kept[i].behind(tag1);
        long[] afterBehind = kept[i + 1].behind(tag1);
        for (int k = 0; k < lanes; k++) {
            all[k] = own[OWN * lanes + k]
                    + before[BEFORE * lanes + k]
                    + secondBefore[SECOND_BEFORE * lanes + k]
                    + after[AFTER * lanes + k]
                    + secondAfter[SECOND_AFTER * lanes + k]
                    + tags[k]
                    + shapes[k]
                    + behind[k]
                    + afterBehind[lanes + k];
        }
        if (i == 0) {
            for (int k = 0; k < lanes; k++) {
                all[k] += own[FIRST * lanes + k];
            }
        }
    }

    /** Where the weights of the words that are to be scored with their neighbours are, two a word. */
    private int[] pairs(WordForm[] forms, Kept[] kept, boolean cased) {
        int[] keys = new int[2 * forms.length];
        int n = 0;
        for (int i = 0; i < forms.length; i++) {
            if (!cased || kept[i].only < 0) {
                n = PosFeatures.pairs(PosFeatures.at(forms, i - 1), forms[i], PosFeatures.at(forms, i + 1), keys, n);
            }
        }
        model.find(keys, n);
        return keys;
    }

    private long[] wordSums(WordForm word, int casing) {
        int[] keys = new int[PosFeatures.MOST];
        int[] ends = new int[ROLES];
        ends[OWN] = PosFeatures.own(word, casing, keys, 0);
        ends[FIRST] = PosFeatures.first(word, casing, keys, ends[OWN]);
        ends[BEFORE] = PosFeatures.before(word, keys, ends[FIRST]);
        ends[SECOND_BEFORE] = PosFeatures.secondBefore(word, keys, ends[BEFORE]);
        ends[AFTER] = PosFeatures.after(word, keys, ends[SECOND_BEFORE]);
        ends[SECOND_AFTER] = PosFeatures.secondAfter(word, keys, ends[AFTER]);
        return model.sums(keys, ends);
    }

    private long[] tagSums(WordForm word, int tag) {
        int[] keys = new int[PosFeatures.MOST];
        int own = PosFeatures.ownBehind(word, tag, keys, 0);
        return model.sums(keys, own, PosFeatures.afterBehind(word, tag, keys, own));
    }

    private long[] pairSums(int tag1, int tag2) {
        int place = tag1 * TAGS + tag2;
        long[] known = Rows.get(tags, place);
        if (known == null) {
            int[] keys = new int[PosFeatures.MOST];
            known = Rows.keep(tags, place, model.sums(keys, PosFeatures.tags(tag1, tag2, keys, 0)));
        }
        return known;
    }

    private long[] shapeSums(int left, int here, int right, int casing) {
        int place = ((casing * SHAPES + left) * SHAPES + here) * SHAPES + right;
        long[] known = Rows.get(shapes, place);
        if (known == null) {
            int[] keys = new int[PosFeatures.MOST];
            known = Rows.keep(shapes, place, model.sums(keys, PosFeatures.shapes(left, here, right, casing, keys, 0)));
        }
        return known;
    }
}
