package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What tells of a shift, once it has come about, how often one like it proves true. */
public final class ShiftSigns {
    /** Log-odds of a pair that the judge was not asked about or had given up. */
    private static final double UNASKED = -9;

    private static final List<Kind> KINDS =
            List.of(Kind.QUANTITY, Kind.POSITION, Kind.OFFICE, Kind.SCHEDULE, Kind.STATUS);

    public static final List<String> NAMES = names();

    private ShiftSigns() {}

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        KINDS.forEach(kind -> names.add(kind.name()));
        names.addAll(List.of(
                "disputed",
                "settled",
                "reliability",
                "asked",
                "chance",
                "judgedNew",
                "judgedRival",
                "confidence",
                "headline",
                "update",
                "correction",
                "total",
                "derived",
                "planned",
                "speaker",
                "sources",
                "sourcesBefore",
                "values",
                "age",
                "silence",
                "own",
                "independent",
                "recent",
                "late",
                "progress",
                "soft",
                "running",
                "opposed",
                "samePlan",
                "match",
                "condition",
                "aside",
                "articleShifts"));
        return List.copyOf(names);
    }

    /**
     * @param chance what the judge gave the claim for the fact; NaN when it was not asked
     * @param earlier shifts that the article has brought about before
     * @return in the order of {@link #NAMES}
     */
    static float[] of(Belief.Outcome outcome, Claim claim, double chance, long earlier, Instant at) {
        Encounter encounter = outcome.encounter();
        Verdict verdict = outcome.row().verdict();
        Standing before = outcome.before();
        Row row = new Row(NAMES.size());
        KINDS.forEach(kind -> row.add(kind == claim.kind()));
        row.add(verdict == Verdict.DISPUTE);
        row.add(verdict == Verdict.SETTLE);
        row.add(outcome.row().reliability());
        row.add(!Double.isNaN(chance));
        row.add(chance > 0 ? StrictMath.log(chance / (1 - Math.min(0.9999, chance))) : UNASKED);
        row.add(encounter.is(Judged.MOVES));
        row.add(encounter.is(Judged.CONTESTS));
        row.add(claim.confidence());
        for (Claim.Cue cue : List.of(
                Claim.Cue.HEADLINE, Claim.Cue.UPDATE, Claim.Cue.CORRECTION, Claim.Cue.TOTAL, Claim.Cue.DERIVED)) {
            row.add(claim.cues().contains(cue));
        }
        row.add(claim.modality() == Modality.PLANNED);
        row.add(!claim.speaker().isEmpty());
        row.add(outcome.after().backings().size());
        row.add(before == null ? 0 : before.backings().size());
        row.add(outcome.fact().standings().size());
        row.add(before == null ? -1 : hours(before.firstAt(), at));
        row.add(before == null ? -1 : hours(before.lastAt(), at));
        row.add(encounter.own());
        row.add(encounter.independent());
        row.add(encounter.recent());
        row.add(encounter.late());
        row.add(encounter.progress());
        row.add(encounter.soft());
        row.add(encounter.disputed());
        row.add(encounter.opposed());
        row.add(encounter.samePlan());
        row.add(encounter.toLeading() == null ? -1 : PairFeatures.MATCHES.indexOf(encounter.toLeading()));
        row.add(outcome.fact().slot().condition());
        row.add(outcome.fact().slot().aside());
        row.add((double) earlier);
        return row.values();
    }

    private static double hours(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMinutes() / 60.0);
    }
}
