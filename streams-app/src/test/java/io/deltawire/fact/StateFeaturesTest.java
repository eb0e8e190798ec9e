package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateFeaturesTest {
    private static final int COURSE = 0;
    private static final int SHARED = 1;
    private static final int DEFINITE = 3;
    private static final int DEFINITE_BEFORE = 4;

    @Test
    void everyStateHasAPlaceOfItsOwn() {
        List<String> states = List.of(
                "stopped",
                "resumed",
                "in force",
                "lifted",
                "at large",
                "arrested",
                "charged",
                "critical",
                "stable",
                "rejects");

        assertThat(states.stream().map(StateFeatures::place))
                .doesNotHaveDuplicates()
                .allMatch(place -> place >= 0);
        assertThat(StateFeatures.place("no such state")).isEqualTo(-1);
    }

    @Test
    void whateverTheReadersCanTellHasAPlace() throws IOException {
        try (InputStream in = Claim.class.getResourceAsStream("conditions.tsv")) {
            assertThat(in).isNotNull();
            List<String> states = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("(done|does|is|was) \\w+=.*\t.*"))
                    .map(line -> line.substring(line.indexOf('=') + 1, line.indexOf('\t')))
                    .distinct()
                    .toList();

            assertThat(states)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(state ->
                            assertThat(StateFeatures.place(state)).as(state).isNotNegative());
        }
    }

    @Test
    void tellsAnEndFromABeginningAndWhetherTheThingIsOne() {
        float[] row = features(
                state("running", "Freight trains", "what=rail"),
                state("running", "the trains", "what=rail"),
                "stopped",
                "resumed");

        assertThat(row[COURSE]).isEqualTo(1);
        assertThat(row[SHARED]).isEqualTo(1);
        assertThat(row[DEFINITE]).isZero();
        assertThat(row[DEFINITE_BEFORE]).isEqualTo(1);
        assertThat(features(
                        state("access", "a road", "what=way"),
                        state("access", "the road", "what=way"),
                        "open",
                        "closed")[COURSE])
                .isEqualTo(2);
        assertThat(features(state("suspect", "a man", "what=person"), state("suspect", "", ""), "arrested", "charged")[
                        COURSE])
                .isEqualTo(4);
    }

    @Test
    void saysNothingOfOtherKinds() {
        Slot office = new Slot(Kind.OFFICE, "OFFICE|mayor", "mayor", "", "the mayor", List.of(), List.of(), false);

        assertThat(features(office, office, "Lane", "Cole")).containsOnly(0);
    }

    private static float[] features(Slot slot, Slot other, String before, String value) {
        Row row = new Row(7);
        new StateFeatures(List.of()).add(row, slot, other, before, value);
        return row.values();
    }

    private static Slot state(String subject, String thing, String what) {
        List<String> loose = what.isEmpty() ? List.of() : List.of(what);
        return new Slot(Kind.STATUS, "STATUS|" + subject + "|condition", subject, "", thing, loose, List.of(), false);
    }
}
