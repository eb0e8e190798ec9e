package io.deltawire.net;

import static io.deltawire.net.Layout.HIDDEN;
import static io.deltawire.net.Layout.INPUT;
import static io.deltawire.net.Layout.KIND;
import static io.deltawire.net.Layout.LEARNT;
import static io.deltawire.net.Layout.LEMMA;
import static io.deltawire.net.Layout.POOLED;
import static io.deltawire.net.Layout.QUOTED;
import static io.deltawire.net.Layout.ROLE;
import static io.deltawire.net.Layout.TAG;
import static io.deltawire.net.Layout.TAPS;
import static io.deltawire.net.Layout.VECTOR;
import static io.deltawire.net.Layout.WIDTH;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Trains a {@link SentenceNet} by back-propagation with Adam (D. Kingma, J. Ba, 2015) and dropout. The same examples and seed give the same net
 * on any machine: a batch is worked out in parts of fixed size whose sums are added in order, whatever the number of threads.
 */
public final class SentenceNetTrainer {
    private static final int EPOCHS = 12;
    private static final int BATCH = 28;
    private static final int PARTS = 4;
    private static final double RATE = 0.004;
    private static final int WARM_UP = 200;
    private static final double LEAST_RATE = 0.02;
    private static final double DECAY = 0.01;
    private static final double MOMENTUM = 0.9;
    private static final double MEMORY = 0.999;
    private static final double TINY = 1e-8;
    private static final double LONGEST_STEP = 1;
    private static final float DROP = 0.15f;

    /** Chance that a known base form is trained as an unknown one. */
    private static final double UNKNOWN = 0.1;

    /** Chance that nothing but its tag is seen of a word. */
    private static final double UNSEEN = 0.05;

    /** Base forms of fewer examples have no parameters of their own. */
    private static final int LEAST = 3;

    private final int classes;
    private final long seed;

    public SentenceNetTrainer(int classes, long seed) {
        this.classes = classes;
        this.seed = seed;
    }

    /**
     * A sentence and what it tells of each mark.
     *
     * @param labels class by mark, or -1 where it is not known
     */
    public record Example(MarkedSentence sentence, List<Integer> labels) {}

    public SentenceNet train(List<Example> examples) {
        Map<String, Integer> counts = new TreeMap<>();
        TreeSet<String> tags = new TreeSet<>();
        for (Example example : examples) {
            example.sentence().lemmas().forEach(lemma -> counts.merge(lemma, 1, Integer::sum));
            tags.addAll(example.sentence().tags());
        }
        List<String> lemmas = counts.entrySet().stream()
                .filter(each -> each.getValue() >= LEAST && !each.getKey().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        Layout at = new Layout(lemmas.size(), tags.size(), classes);
        float[] w = start(at);
        Fit fit = new Fit(at, w, lemmas, List.copyOf(tags));
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, examples.size()).boxed().toList());
        Random random = new Random(seed);
        int steps = EPOCHS * ((examples.size() + BATCH - 1) / BATCH);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (int from = 0; from < order.size(); from += BATCH) {
                List<Example> batch = order.subList(from, Math.min(order.size(), from + BATCH)).stream()
                        .map(examples::get)
                        .toList();
                fit.step(batch, random.nextLong(), steps);
            }
        }
        return new SentenceNet(lemmas, List.copyOf(tags), classes, w);
    }

    /** Parameters to start from: uniform, as wide as what each adds up is narrow. */
    private float[] start(Layout at) {
        float[] w = new float[at.size()];
        SplittableRandom random = new SplittableRandom(seed);
        fill(w, at.lemma(1), at.tag(0), 0.17, random);
        fill(w, at.tag(0), at.first(0, 0), 1.7, random);
        fill(w, at.first(0, 0), at.firstBias(), 1 / StrictMath.sqrt(TAPS * INPUT), random);
        fill(w, at.place(0), at.attention(), 0.5, random);
        fill(w, at.attention(), at.role(0), 1 / StrictMath.sqrt(WIDTH), random);
        fill(w, at.role(0), at.hidden(0), 1.7, random);
        fill(w, at.hidden(0), at.hiddenBias(), 1 / StrictMath.sqrt(POOLED), random);
        fill(w, at.last(0), at.lastBias(), 1 / StrictMath.sqrt(HIDDEN), random);
        return w;
    }

    private static void fill(float[] w, int from, int to, double width, SplittableRandom random) {
        for (int i = from; i < to; i++) {
            w[i] = (float) ((2 * random.nextDouble() - 1) * width);
        }
    }

    /** A training under way. */
    private static final class Fit {
        private final Layout at;
        private final float[] w;
        private final Map<String, Integer> lemmas = new HashMap<>();
        private final Map<String, Integer> tags = new HashMap<>();
        private final float[] mean;
        private final float[] square;
        private final List<Part> parts = new ArrayList<>();
        private int done;

        Fit(Layout at, float[] w, List<String> lemmas, List<String> tags) {
            this.at = at;
            this.w = w;
            lemmas.forEach(lemma -> this.lemmas.put(lemma, this.lemmas.size() + 1));
            tags.forEach(tag -> this.tags.put(tag, this.tags.size() + 1));
            mean = new float[w.length];
            square = new float[w.length];
            for (int part = 0; part < PARTS; part++) {
                parts.add(new Part());
            }
        }

        void step(List<Example> batch, long chance, int steps) {
            IntStream.range(0, PARTS).parallel().forEach(part -> {
                Arrays.fill(parts.get(part).slopes, 0);
                parts.get(part).marks = 0;
                for (int i = part; i < batch.size(); i += PARTS) {
                    parts.get(part).learn(batch.get(i), new SplittableRandom(chance + i));
                }
            });
            int marks = parts.stream().mapToInt(part -> part.marks).sum();
            if (marks == 0) {
                return;
            }
            float[] slopes = parts.get(0).slopes;
            double length = 0;
            for (int i = 0; i < slopes.length; i++) {
                for (int part = 1; part < PARTS; part++) {
                    slopes[i] += parts.get(part).slopes[i];
                }
                slopes[i] /= marks;
                length += (double) slopes[i] * slopes[i];
            }
            double cut = Math.min(1, LONGEST_STEP / (Math.sqrt(length) + TINY));
            done++;
            double rate = RATE * Math.min(1, (double) done / WARM_UP) * Math.max(LEAST_RATE, 1 - (double) done / steps);
            double ofMean = 1 - StrictMath.pow(MOMENTUM, done);
            double ofSquare = 1 - StrictMath.pow(MEMORY, done);
            for (int i = at.lemma(1); i < w.length; i++) {
                double slope = slopes[i] * cut;
                mean[i] = (float) (MOMENTUM * mean[i] + (1 - MOMENTUM) * slope);
                square[i] = (float) (MEMORY * square[i] + (1 - MEMORY) * slope * slope);
                double move = mean[i] / ofMean / (Math.sqrt(square[i] / ofSquare) + TINY) + DECAY * w[i];
                w[i] -= (float) (rate * move);
            }
        }

        /** A part of a batch. */
        private final class Part {
            final float[] slopes = new float[at.size()];
            private final float[] input = new float[MarkedSentence.LONGEST * INPUT];
            private final float[] sums = new float[MarkedSentence.LONGEST * WIDTH];
            private final float[] ofSums = new float[sums.length];
            private final float[] ofOut = new float[sums.length];
            private final float[] ofPooled = new float[POOLED];
            private final float[] ofHidden = new float[HIDDEN];
            private final float[] ofScore = new float[at.classes()];
            private final int[][] rows = new int[MarkedSentence.LONGEST][];
            private final Pass pass = new Pass(at, MarkedSentence.LONGEST);
            int marks;

            void learn(Example example, SplittableRandom chance) {
                MarkedSentence sentence = example.sentence();
                int n = sentence.size();
                int[] named = sentence.named();
                read(sentence, n, chance);
                Arrays.fill(ofSums, 0, n * WIDTH, 0);
                boolean any = false;
                for (int mark = 0; mark < example.labels().size(); mark++) {
                    int label = example.labels().get(mark);
                    if (label >= 0) {
                        pass.run(w, sentence, mark, sums, named, chance, DROP);
                        back(n, label, sentence.marks().get(mark).role());
                        marks++;
                        any = true;
                    }
                }
                if (any) {
                    words(n);
                }
            }

            private void read(MarkedSentence sentence, int n, SplittableRandom chance) {
                Arrays.fill(input, 0, n * INPUT, 0);
                for (int t = 0; t < n; t++) {
                    boolean unseen = chance.nextDouble() < UNSEEN;
                    boolean unknown = chance.nextDouble() < UNKNOWN;
                    String lemma = sentence.lemmas().get(t);
                    int own = unseen || unknown ? 0 : lemmas.getOrDefault(lemma, 0);
                    if (!unseen) {
                        SentenceNet.vector(lemma, input, t * INPUT);
                    }
                    rows[t] = new int[] {
                        at.lemma(own),
                        at.tag(tags.getOrDefault(sentence.tags().get(t), 0)),
                        at.kind(sentence.kinds()[t]),
                        at.quoted(sentence.quoted()[t])
                    };
                    int to = t * INPUT + VECTOR;
                    System.arraycopy(w, rows[t][0], input, to, LEMMA);
                    System.arraycopy(w, rows[t][1], input, to + LEMMA, TAG);
                    System.arraycopy(w, rows[t][2], input, to + LEMMA + TAG, KIND);
                    System.arraycopy(w, rows[t][3], input, to + LEMMA + TAG + KIND, QUOTED);
                }
                for (int i = 0; i < n * INPUT; i++) {
                    if (input[i] != 0) {
                        input[i] = chance.nextDouble() >= DROP ? input[i] / (1 - DROP) : 0;
                    }
                }
                for (int t = 0; t < n; t++) {
                    System.arraycopy(w, at.firstBias(), sums, t * WIDTH, WIDTH);
                    for (int tap = 0; tap < TAPS; tap++) {
                        int from = t + tap - TAPS / 2;
                        for (int i = 0; from >= 0 && from < n && i < INPUT; i++) {
                            Pass.add(sums, t * WIDTH, input[from * INPUT + i], w, at.first(tap, i), WIDTH);
                        }
                    }
                }
            }

            private void back(int n, int label, int role) {
                Arrays.fill(ofHidden, 0);
                for (int c = 0; c < ofScore.length; c++) {
                    ofScore[c] = (float) pass.p[c] - (c == label ? 1 : 0);
                    slopes[at.lastBias() + c] += ofScore[c];
                }
                for (int i = 0; i < HIDDEN; i++) {
                    if (pass.hidden[i] > 0) {
                        float sum = 0;
                        for (int c = 0; c < ofScore.length; c++) {
                            slopes[at.last(i) + c] += pass.hidden[i] * ofScore[c];
                            sum += w[at.last(i) + c] * ofScore[c];
                        }
                        ofHidden[i] = sum / (1 - DROP);
                    }
                }
                Pass.add(slopes, at.hiddenBias(), 1, ofHidden, 0, HIDDEN);
                for (int i = 0; i < POOLED; i++) {
                    Pass.add(slopes, at.hidden(i), pass.pooled[i], ofHidden, 0, HIDDEN);
                    ofPooled[i] = pass.pooledBy[i] == 0
                            ? 0
                            : pass.pooledBy[i] * Pass.dot(w, at.hidden(i), ofHidden, 0, HIDDEN);
                }
                Pass.add(slopes, at.role(role), 1, ofPooled, 3 * WIDTH, ROLE);
                unpool(n);
                for (int t = 0; t < n; t++) {
                    for (int j = t * WIDTH; j < (t + 1) * WIDTH; j++) {
                        ofOut[j] = pass.out[j] > 0 ? ofOut[j] : 0;
                    }
                    Pass.add(slopes, at.place(pass.places[t]), 1, ofOut, t * WIDTH, WIDTH);
                    Pass.add(slopes, at.owner(pass.owners[t]), 1, ofOut, t * WIDTH, WIDTH);
                    Pass.add(ofSums, t * WIDTH, 1, ofOut, t * WIDTH, WIDTH);
                }
            }

            /** From what is pooled to what comes out of the first layer. */
            private void unpool(int n) {
                Arrays.fill(ofOut, 0, n * WIDTH, 0);
                for (int j = 0; j < WIDTH; j++) {
                    ofOut[pass.top[j] * WIDTH + j] += ofPooled[j];
                }
                float mean = 0;
                float[] each = new float[n];
                for (int t = 0; t < n; t++) {
                    each[t] = Pass.dot(pass.out, t * WIDTH, ofPooled, WIDTH, WIDTH);
                    mean += pass.attention[t] * each[t];
                }
                for (int t = 0; t < n; t++) {
                    Pass.add(ofOut, t * WIDTH, pass.attention[t], ofPooled, WIDTH, WIDTH);
                    float ofScore = pass.attention[t] * (each[t] - mean);
                    Pass.add(slopes, at.attention(), ofScore, pass.out, t * WIDTH, WIDTH);
                    Pass.add(ofOut, t * WIDTH, ofScore, w, at.attention(), WIDTH);
                    if (pass.owners[t] == 1) {
                        Pass.add(ofOut, t * WIDTH, 1f / pass.own, ofPooled, 2 * WIDTH, WIDTH);
                    }
                }
            }

            /** Through the first layer to what is learnt of the words. */
            private void words(int n) {
                for (int t = 0; t < n; t++) {
                    Pass.add(slopes, at.firstBias(), 1, ofSums, t * WIDTH, WIDTH);
                }
                float[] learnt = new float[LEARNT];
                for (int from = 0; from < n; from++) {
                    Arrays.fill(learnt, 0);
                    for (int tap = 0; tap < TAPS; tap++) {
                        int t = from - (tap - TAPS / 2);
                        for (int i = 0; t >= 0 && t < n && i < INPUT; i++) {
                            float value = input[from * INPUT + i];
                            if (value != 0) {
                                Pass.add(slopes, at.first(tap, i), value, ofSums, t * WIDTH, WIDTH);
                                if (i >= VECTOR) {
                                    learnt[i - VECTOR] +=
                                            Pass.dot(w, at.first(tap, i), ofSums, t * WIDTH, WIDTH) / (1 - DROP);
                                }
                            }
                        }
                    }
                    int at = 0;
                    int[] lengths = {LEMMA, TAG, KIND, QUOTED};
                    for (int k = 0; k < lengths.length; k++) {
                        Pass.add(slopes, rows[from][k], 1, learnt, at, lengths[k]);
                        at += lengths[k];
                    }
                }
            }
        }
    }
}
