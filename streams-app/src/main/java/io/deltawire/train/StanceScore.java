package io.deltawire.train;

import io.deltawire.claim.StanceModel;
import io.deltawire.claim.StanceSightings.Said;
import io.deltawire.claim.StanceSightings.Seen;
import io.deltawire.train.SnippetReader.Position;
import io.deltawire.train.SnippetReader.Snippet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How many positions of snippets a model finds, and how many it finds are there, by how sure it must be. */
final class StanceScore {
    private static final int STEPS = 10;

    private final int[] emitted = new int[STEPS];
    private final int[] right = new int[STEPS];
    private final int[] rightStance = new int[STEPS];
    private int gold;

    /** A position that a model reads from a snippet; told twice it counts once. */
    private record Found(int stance, boolean there, boolean whose) {}

    void add(Snippet snippet, StanceModel model) {
        gold += snippet.positions().size();
        for (int step = 0; step < STEPS; step++) {
            Set<Found> found = new HashSet<>();
            for (Said said : snippet.said()) {
                if (!model.mayTake(said.words())) {
                    continue;
                }
                List<StanceModel.Guess> guesses = model.read(said);
                for (int who = 0; who < guesses.size(); who++) {
                    StanceModel.Guess guess = guesses.get(who);
                    if (guess.stance() > 0 && guess.sure() >= (double) step / STEPS) {
                        Seen seen = said.holders().get(who);
                        List<Position> alike = snippet.positions().stream()
                                .filter(each -> each.stance() == guess.stance())
                                .toList();
                        found.add(new Found(
                                guess.stance(), !alike.isEmpty(), alike.stream().anyMatch(each -> each.of(seen))));
                    }
                }
            }
            for (Found each : found) {
                emitted[step]++;
                right[step] += each.whose() ? 1 : 0;
                rightStance[step] += each.there() ? 1 : 0;
            }
        }
    }

    /** Per cent of all positions that are found, by {@code step} tenths of sureness. */
    double found(int step) {
        return percent(right[step], gold);
    }

    /** Per cent of what is found that is there. */
    double isTrue(int step) {
        return percent(right[step], emitted[step]);
    }

    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add("sure    found   true of emitted   the stance alone");
        for (int step = 0; step < STEPS; step++) {
            lines.add("%.1f   %5.1f %%   %5.1f %%   %5.1f %%"
                    .formatted(
                            (double) step / STEPS,
                            found(step),
                            isTrue(step),
                            percent(rightStance[step], emitted[step])));
        }
        return lines;
    }

    private static double percent(int part, int whole) {
        return 100.0 * part / Math.max(1, whole);
    }
}
