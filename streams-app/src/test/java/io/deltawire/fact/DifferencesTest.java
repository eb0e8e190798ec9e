package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.claim.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static Claim figure(String value, String sentence, int offset, String... qualifiers) {
        return Said.figure("number", value, qualifiers).saying(sentence).in("a1", offset);
    }

    private final Claim left = figure("850", "That leaves 850.", 90);
    private final Claim struck = figure("300", "Three hundred beds were struck off.", 20);
    private final Claim later = figure("7", "Seven doctors stay.", 140);
    private final Differences differences = new Differences(List.of(left, struck, later));

    @Test
    void whatAFigureWasIsToldByHowMuchItDiffers() {
        assertThat(differences.between(left, 1150)).isEqualTo(2); // in the sentence before
        assertThat(differences.between(later, 307)).isEqualTo(1); // two sentences before
        assertThat(differences.between(left, 1151)).isZero();
        assertThat(new Differences(List.of(left, figure("300", "That leaves 850.", 80))).between(left, 550))
                .isEqualTo(3);
    }

    @Test
    void theSameNumberIsNoDifference() {
        assertThat(differences.between(struck, 600)).isZero(); // 600 less 300, but that 300 is the figure itself
        assertThat(differences.between(left, 850)).isZero();
        assertThat(differences.between(figure("14", "x", 0), Double.NaN)).isZero();
    }

    @Test
    void aFigureCanBeTheDifference() {
        assertThat(differences.is(struck, 1150)).isEqualTo(2);
        assertThat(differences.is(left, 1150)).isEqualTo(2); // by symmetry: the fact would have become 300
        assertThat(differences.is(struck, 900)).isZero();
    }

    @Test
    void anOlderFigureIsRecalledWhateverItsUnitAndScale() {
        Claim billions = figure("47000000000", "47 billion instead of the 95.", 0, "was=95");
        Differences one = new Differences(List.of(billions));
        assertThat(one.recalled(billions, 95e9)).isEqualTo(3);
        assertThat(one.recalled(billions, 94e9)).isZero();
        assertThat(one.recalled(figure("12", "Nothing of it.", 60), 95)).isEqualTo(1);
    }

    @Test
    void anArticleOfTenThousandFiguresIsReadOnce() {
        List<Claim> many = java.util.stream.IntStream.range(0, 10_000)
                .mapToObj(i -> figure(String.valueOf(i), "One long sentence.", i))
                .toList();
        Differences differences = new Differences(many);
        assertThat(many.stream()
                        .filter(claim -> differences.between(claim, 20_000) > 0)
                        .count())
                .isZero();
        assertThat(differences.between(many.get(9_000), 100)).isEqualTo(3);
    }
}
