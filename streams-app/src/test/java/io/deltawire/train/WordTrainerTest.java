package io.deltawire.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.fact.WordOdds;
import io.deltawire.text.LinearModel;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Words are learnt beside what trees say already. */
class WordTrainerTest {
    private static final int TELLING = 7;
    private static final int KNOWN = 8;
    private static final int IDLE = 9;
    private static final int RARE = 10;

    private static int weight(WordOdds words, int key) {
        int[] sum = new int[1];
        words.model().add(key, sum);
        return sum[0];
    }

    private static WordTrainer lessons() {
        Random random = new Random(3);
        WordTrainer trainer = new WordTrainer();
        for (int i = 0; i < 3_000; i++) {
            boolean shift = i % 2 == 0;
            int told = shift == random.nextInt(10) > 0 ? TELLING : IDLE;
            // the trees know a sure sign, and give its odds
            boolean seen = shift == random.nextInt(10) > 0;
            trainer.add(seen ? new int[] {KNOWN, told} : new int[] {told}, shift, seen ? Math.log(9) : -Math.log(9), 0);
        }
        trainer.add(new int[] {RARE}, true, 0, 0);
        return trainer;
    }

    @Test
    void whatTreesKnowIsNotCountedAgain() {
        WordOdds words = lessons().train(5);
        assertThat(weight(words, TELLING)).isPositive();
        assertThat(weight(words, IDLE)).isNegative();
        assertThat(Math.abs(weight(words, KNOWN))).isLessThan(weight(words, TELLING) / 3);
        assertThat(weight(words, RARE)).as("of one pair alone").isZero();
    }

    @Test
    void sameLessonsGiveTheSameWeights() {
        LinearModel one = lessons().train(5).model();
        LinearModel other = lessons().train(5).model();
        for (int key = TELLING; key <= RARE; key++) {
            assertThat(weight(new WordOdds(one), key)).isEqualTo(weight(new WordOdds(other), key));
        }
    }

    @Test
    void whatIsTrueOfAllPairsIsNoWords() {
        WordTrainer trainer = new WordTrainer();
        Random random = new Random(4);
        for (int i = 0; i < 4_000; i++) {
            // the trees give even odds to what is true nine times in ten
            trainer.add(new int[] {random.nextInt(20), 20 + random.nextInt(20)}, random.nextInt(10) > 0, 0, 2);
        }
        WordOdds words = trainer.train(5);
        double mean =
                IntStream.range(0, 40).map(key -> weight(words, key)).average().orElseThrow();
        assertThat(mean / WordOdds.SCALE)
                .as("of a log-odds of 2.2, in two words")
                .isBetween(-0.4, 0.4);
    }

    @Test
    void nothingLearntAddsNothing() {
        assertThat(new WordTrainer().train(5).model().size()).isZero();
    }
}
