package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which words of a pair the judge's words are asked of. */
class PairWordsTest {
    private static final Said LORRIES = Said.figure("lorry", "50", "about=convoy", "about=@brenn");
    private static final Slot TRUCKS =
            Slot.of(Said.figure("truck", "75", "about=convoy", "about=depot").in("a", 0));

    private static Set<Integer> figure(Said said, Slot fact) {
        Claim claim = said.in("b", 0);
        return keys(new PairWords().figure(claim, Slot.of(claim), fact));
    }

    private static Set<Integer> turn(Said said, Said fact) {
        Claim claim = said.in("b", 0);
        Claim before = fact.in("a", 0);
        return keys(new PairWords().turn(claim, Slot.of(claim), Slot.of(before), before.value()));
    }

    private static Set<Integer> keys(int[] keys) {
        Set<Integer> distinct = Arrays.stream(keys).boxed().collect(Collectors.toSet());
        assertThat(distinct).as("each once").hasSameSizeAs(keys);
        return distinct;
    }

    @Test
    void theFigureItselfIsOfOneStory() {
        Set<Integer> fifty = figure(LORRIES.saying("The convoy has shrunk to 50 lorries."), TRUCKS);
        Set<Integer> sixty = figure(
                Said.figure("lorry", "60", "about=convoy", "about=@brenn")
                        .saying("The convoy has shrunk to 60 lorries."),
                TRUCKS);
        assertThat(fifty).isEqualTo(sixty);
        assertThat(figure(LORRIES.saying("The convoy has shrunk to 60 lorries."), TRUCKS))
                .as("another figure than the claim's")
                .isNotEqualTo(fifty);
    }

    @Test
    void numberWordsAreFigures() {
        Set<Integer> digits = figure(Said.figure("lorry", "7").saying("Only 7 lorries are left."), TRUCKS);
        assertThat(figure(Said.figure("lorry", "7").saying("Only seven lorries are left."), TRUCKS))
                .isEqualTo(digits);
    }

    @Test
    void namesAroundAreLeftOut() {
        Set<Integer> here = figure(LORRIES, TRUCKS);
        assertThat(figure(Said.figure("lorry", "50", "about=convoy", "about=@lutz"), TRUCKS))
                .isEqualTo(here);
        assertThat(figure(Said.figure("lorry", "50", "about=depot", "about=@brenn"), TRUCKS))
                .isNotEqualTo(here);
    }

    @Test
    void holdersAndDaysAreOfOneStory() {
        Said strike = Said.of(Kind.POSITION, "Union of Brenn", "rejects", "on=offer");
        Said accepted = Said.of(Kind.POSITION, "Union of Brenn", "accepts", "on=offer");
        Set<Integer> brenn = turn(accepted, strike);
        assertThat(turn(
                        Said.of(Kind.POSITION, "Guild of Lutz", "accepts", "on=offer"),
                        Said.of(Kind.POSITION, "Guild of Lutz", "rejects", "on=offer")))
                .isEqualTo(brenn);
        assertThat(turn(strike, accepted)).as("the other way round").isNotEqualTo(brenn);
        assertThat(turn(Said.of(Kind.SCHEDULE, "vote", "2025-03-20"), Said.of(Kind.SCHEDULE, "vote", "2025-03-13")))
                .isEqualTo(turn(
                        Said.of(Kind.SCHEDULE, "vote", "2025-04-02"), Said.of(Kind.SCHEDULE, "vote", "2025-04-01")));
    }

    @Test
    void aLongSentenceHasNoMoreWordsThanAModelAddsUp() {
        String sentence = java.util.stream.IntStream.range(0, 600)
                .mapToObj(i -> "w" + Integer.toString(i, 36).replaceAll("\\d", "x") + "q".repeat(i % 9))
                .collect(Collectors.joining(" "));
        assertThat(figure(LORRIES.saying(sentence), TRUCKS)).hasSizeLessThanOrEqualTo(250);
        assertThat(turn(
                        Said.of(Kind.STATUS, "pass", "open", "what=pass").saying(sentence),
                        Said.of(Kind.STATUS, "pass", "closed", "what=pass")))
                .hasSizeLessThanOrEqualTo(250);
    }
}
