package io.deltawire.net;

import static io.deltawire.net.Layout.KIND;
import static io.deltawire.net.Layout.LEMMA;
import static io.deltawire.net.Layout.QUOTED;
import static io.deltawire.net.Layout.TAG;
import static io.deltawire.net.Layout.TAPS;
import static io.deltawire.net.Layout.VECTOR;
import static io.deltawire.net.Layout.WIDTH;

import io.deltawire.text.WordCache;
import io.deltawire.text.WordVectors;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Reads what a sentence tells of somebody marked in it: a layer of convolution over the words and over how each stands to the mark;
 * then the largest and the weighted mean over the sentence and the mean over the mark, and one hidden layer. What the words put into
 * the first layer is the same for all marks and is kept by word, so that a mark costs little. Same result on any machine. Thread-safe.
 *
 * <p>Sources: Y. Kim, Convolutional neural networks for sentence classification, 2014; D. Zeng et al., Relation classification via
 * convolutional deep neural network, 2014 (distance to the marked words).
 */
public final class SentenceNet {
    private static final int FORMAT = 0x44574E31;

    /** Words kept with what they put into the first layer. */
    private static final int KEPT = 1 << 13;

    /** A vector's steps come to this, so that words weigh as much as what is learnt beside them. */
    private static final float STEP = 1.5f / Byte.MAX_VALUE;

    final Layout at;
    final float[] w;
    final Map<String, Integer> lemmas;
    final Map<String, Integer> tags;
    private final WordCache<Taps> words = new WordCache<>(KEPT, this::wordTaps);
    private final Taps nothing = new Taps(new float[TAPS * WIDTH]);
    private final float[][] tagTaps;

    /** By kind and then by whether it is quoted. */
    private final float[][] kindTaps;

    /** What something puts into the first layer: into the token the most taps before it first, so that what a word adds is one run. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Taps(float[] values) {}

    SentenceNet(List<String> lemmas, List<String> tags, int classes, float[] w) {
        this.at = new Layout(lemmas.size(), tags.size(), classes);
        if (w.length != at.size()) {
            throw new IllegalArgumentException(w.length + " parameters instead of " + at.size());
        }
        this.w = w;
        this.lemmas = numbered(lemmas);
        this.tags = numbered(tags);
        tagTaps = new float[tags.size() + 1][];
        for (int tag = 0; tag < tagTaps.length; tag++) {
            tagTaps[tag] = taps(at.tag(tag), VECTOR + LEMMA, TAG);
        }
        kindTaps = new float[2 * MarkedSentence.KINDS][];
        for (int i = 0; i < kindTaps.length; i++) {
            kindTaps[i] = taps(at.kind(i / 2), VECTOR + LEMMA + TAG, KIND);
            float[] quoted = taps(at.quoted(i % 2 == 1), VECTOR + LEMMA + TAG + KIND, QUOTED);
            Pass.add(kindTaps[i], 0, 1, quoted, 0, quoted.length);
        }
    }

    private static Map<String, Integer> numbered(List<String> names) {
        Map<String, Integer> numbers = new HashMap<>(names.size() * 2);
        names.forEach(name -> numbers.put(name, numbers.size() + 1));
        return Collections.unmodifiableMap(numbers); // asked faster than a copy would be
    }

    /** Probability of each class, by mark. */
    public double[][] read(MarkedSentence sentence) {
        return read(sentence, mark -> true);
    }

    /** Probability of each class, by mark; none of a mark that is not wanted. */
    public double[][] read(MarkedSentence sentence, IntPredicate wanted) {
        float[] sums = sums(sentence);
        int[] named = sentence.named();
        Pass pass = new Pass(at, sentence.size());
        double[][] all = new double[sentence.marks().size()][0];
        for (int mark = 0; mark < all.length; mark++) {
            if (wanted.test(mark)) {
                pass.run(w, sentence, mark, sums, named, null, 0);
                all[mark] = pass.p.clone();
            }
        }
        return all;
    }

    private float[] sums(MarkedSentence sentence) {
        int n = sentence.size();
        float[] sums = new float[n * WIDTH];
        int bias = at.firstBias();
        for (int t = 0; t < n; t++) {
            System.arraycopy(w, bias, sums, t * WIDTH, WIDTH);
        }
        for (int t = 0; t < n; t++) {
            float[] word = words.get(sentence.lemmas().get(t)).values;
            float[] tag = tagTaps[tags.getOrDefault(sentence.tags().get(t), 0)];
            float[] kind = kindTaps[2 * sentence.kinds()[t] + (sentence.quoted()[t] ? 1 : 0)];
            add(word, tag, kind, sums, (t - TAPS / 2) * WIDTH);
        }
        return sums;
    }

    /** Adds what a word, its part of speech and its kind put into the first layer to the sums from a place on, which may lie outside. */
    private static void add(float[] word, float[] tag, float[] kind, float[] sums, int begin) {
        int end = Math.min(word.length, sums.length - begin);
        for (int k = Math.max(0, -begin); k < end; k++) {
            sums[begin + k] += word[k] + tag[k] + kind[k];
        }
    }

    private Taps wordTaps(String lemma) {
        if (!lemmas.containsKey(lemma) && WordVectors.english().vector(lemma) == null) {
            return nothing;
        }
        float[] input = new float[VECTOR];
        vector(lemma, input, 0);
        float[] taps = taps(at.lemma(lemmas.getOrDefault(lemma, 0)), VECTOR, LEMMA);
        for (int tap = 0; tap < TAPS; tap++) {
            for (int i = 0; i < VECTOR; i++) {
                Pass.add(taps, (TAPS - 1 - tap) * WIDTH, input[i], w, at.first(tap, i), WIDTH);
            }
        }
        return new Taps(taps);
    }

    private float[] taps(int from, int input, int length) {
        float[] taps = new float[TAPS * WIDTH];
        for (int tap = 0; tap < TAPS; tap++) {
            for (int i = 0; i < length; i++) {
                Pass.add(taps, (TAPS - 1 - tap) * WIDTH, w[from + i], w, at.first(tap, input + i), WIDTH);
            }
        }
        return taps;
    }

    /** Puts the vector of a base form in its place. */
    static void vector(String lemma, float[] to, int at) {
        WordVectors.Vector known = WordVectors.english().vector(lemma);
        byte[] bytes = known == null ? new byte[0] : known.bytes();
        for (int i = 0; i < bytes.length; i++) {
            to[at + i] = bytes[i] * STEP;
        }
    }

    /** Writes the net. Format: a number, base forms, tags, classes, then all parameters as 32-bit floats. */
    public void save(OutputStream to) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(to);
        DataOutputStream out = new DataOutputStream(zip);
        out.writeInt(FORMAT);
        names(out, lemmas);
        names(out, tags);
        out.writeInt(at.classes());
        for (float parameter : w) {
            out.writeFloat(parameter);
        }
        out.flush();
        zip.finish();
    }

    private static void names(DataOutputStream out, Map<String, Integer> numbered) throws IOException {
        String[] names = new String[numbered.size()];
        numbered.forEach((name, number) -> names[number - 1] = name);
        out.writeInt(names.length);
        for (String name : names) {
            out.writeUTF(name);
        }
    }

    private static List<String> names(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(in.readUTF());
        }
        return names;
    }

    /** @throws IOException when it is no net of this version */
    public static SentenceNet load(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(from, 1 << 16)));
        if (in.readInt() != FORMAT) {
            throw new IOException("no network of this version");
        }
        List<String> lemmas = names(in);
        List<String> tags = names(in);
        int classes = in.readInt();
        float[] w = new float[new Layout(lemmas.size(), tags.size(), classes).size()];
        for (int i = 0; i < w.length; i++) {
            w[i] = in.readFloat();
        }
        return new SentenceNet(lemmas, tags, classes, w);
    }
}
