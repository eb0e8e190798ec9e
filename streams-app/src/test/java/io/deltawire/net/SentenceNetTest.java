package io.deltawire.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deltawire.net.SentenceNetTrainer.Example;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SentenceNetTest {
    private static final List<String> NOUNS = List.of("board", "union", "mayor", "bank", "club", "court");
    private static final List<String> VERBS = List.of("accept", "refuse");
    private static final List<Example> LEARNT = examples(600, 1);

    private static SentenceNet net;

    @BeforeAll
    static void train() {
        net = new SentenceNetTrainer(3, 5).train(LEARNT);
    }

    /** "the board refuse the plan while the union accept it": what each of two did, and nothing of a third. */
    private static List<Example> examples(int count, long seed) {
        Random random = new Random(seed);
        List<Example> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> nouns = new ArrayList<>(NOUNS);
            Collections.shuffle(nouns, random);
            int one = random.nextInt(2);
            int other = random.nextInt(2);
            List<String> words = List.of(
                    "the",
                    nouns.get(0),
                    VERBS.get(one),
                    "the",
                    "plan",
                    "of",
                    "the",
                    nouns.get(1),
                    "while",
                    "the",
                    nouns.get(2),
                    VERBS.get(other),
                    "it");
            all.add(new Example(sentence(words, 1, 7, 10), List.of(1 + one, 0, 1 + other)));
        }
        return all;
    }

    private static MarkedSentence sentence(List<String> words, int... marked) {
        List<MarkedSentence.Mark> marks = new ArrayList<>();
        for (int at : marked) {
            marks.add(new MarkedSentence.Mark(0, at, at + 1, List.of()));
        }
        return new MarkedSentence(
                words,
                words.stream().map(word -> VERBS.contains(word) ? "VBZ" : "NN").toList(),
                new int[words.size()],
                new boolean[words.size()],
                marks);
    }

    @Test
    void tellsWhoDidWhat() {
        int right = 0;
        int all = 0;
        for (Example example : examples(100, 2)) {
            double[][] p = net.read(example.sentence());
            for (int mark = 0; mark < p.length; mark++) {
                double[] each = p[mark];
                int best = each[0] > each[1] && each[0] > each[2] ? 0 : each[1] > each[2] ? 1 : 2;
                right += best == example.labels().get(mark) ? 1 : 0;
                all++;
            }
        }
        assertThat(right).isGreaterThan(all * 95 / 100);
    }

    @Test
    void whatIsNotWantedIsNotReadAndChangesNothing() {
        MarkedSentence sentence = examples(1, 3).get(0).sentence();
        double[][] all = net.read(sentence);
        assertThat(all.length).isGreaterThan(1);
        double[][] one = net.read(sentence, mark -> mark == 1);
        assertThat(one[0]).isEmpty();
        assertThat(one[1]).isEqualTo(all[1]);
    }

    @Test
    void sameExamplesGiveTheSameNet() throws Exception {
        assertThat(bytes(new SentenceNetTrainer(3, 5).train(LEARNT))).isEqualTo(bytes(net));
    }

    @Test
    void readsTheSameWhenWrittenAndRead() throws Exception {
        SentenceNet again = SentenceNet.load(new ByteArrayInputStream(bytes(net)));
        for (Example example : examples(10, 3)) {
            assertThat(again.read(example.sentence())).isDeepEqualTo(net.read(example.sentence()));
        }
        assertThatThrownBy(() -> SentenceNet.load(new ByteArrayInputStream(new byte[100])))
                .isInstanceOf(IOException.class);
    }

    @Test
    void looksAtTheFirstTokensOfAnEndlessSentence() {
        List<String> words = Collections.nCopies(10_000, "refuse");
        assertThat(net.read(sentence(words, 5))[0]).hasSize(3).doesNotContain(Double.NaN);
        assertThat(net.read(sentence(words, 9_000))[0]).doesNotContain(Double.NaN);
        assertThat(net.read(sentence(List.of()))).isEmpty();
    }

    private static byte[] bytes(SentenceNet net) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        net.save(out);
        return out.toByteArray();
    }
}
