package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import io.deltawire.entity.PersonNames;
import java.util.Locale;
import java.util.Set;

/** Compares a claim's value with a position's, by kind. */
final class Agreement {
    private static final Set<String> FAVOURABLE = Set.of("accepts", "proposes", "demands");
    private static final String DEMANDS = "demands";
    private static final Set<String> AGAINST = Set.of("rejects", "denies");

    private Agreement() {}

    static Match of(Slot slot, Claim claim, Standing standing) {
        return switch (slot.kind()) {
            case QUANTITY ->
                Figures.compare(claim.value(), claim.hedge(), standing.value(), standing.hedge(), cued(claim));
            case SCHEDULE ->
                slot.bucket().contains("|field=place")
                        ? place(claim, standing)
                        : Dates.compare(claim.value(), standing.value());
            case POSITION -> stance(claim, slot, standing.value());
            case OFFICE ->
                name(claim.value(), claim.valueId(), standing) || PersonNames.alike(claim.value(), standing.value())
                        ? Match.SAME
                        : Match.OTHER;
            case STATUS -> status(claim).equals(standing.value()) ? Match.SAME : Match.OTHER;
            case STATEMENT -> claim.value().equals(standing.value()) ? Match.SAME : Match.WITHIN;
        };
    }

    /** The state a STATUS claim puts its event in. */
    static String status(Claim claim) {
        if (claim.kind() != Kind.STATUS) {
            return claim.value();
        }
        if (claim.modality() == Modality.DENIED) {
            return "denied";
        }
        return claim.modality() == Modality.PLANNED && claim.value().equals("happened") ? "planned" : claim.value();
    }

    /** A country and a town need not contradict each other: outlets abroad name the country only. */
    private static Match place(Claim claim, Standing standing) {
        if (name(claim.value(), claim.valueId(), standing)) {
            return Match.SAME;
        }
        return country(claim.valueId()) == country(standing.valueId()) ? Match.OTHER : Match.WITHIN;
    }

    private static boolean country(String id) {
        return id.startsWith("country:");
    }

    static boolean cued(Claim claim) {
        return claim.cues().contains(Claim.Cue.UPDATE) || claim.cues().contains(Claim.Cue.CORRECTION);
    }

    /** Whether one is for what the other is against. */
    static boolean contrary(String one, String other) {
        return (AGAINST.contains(one) && FAVOURABLE.contains(other))
                || (FAVOURABLE.contains(one) && AGAINST.contains(other));
    }

    /** Who demands one thing may reject another and think the same; who then accepts it has given way. */
    private static Match stance(Claim claim, Slot slot, String before) {
        boolean one = claim.qualifiers().contains("on=" + slot.part("on"));
        String mine = !one && claim.value().equals(DEMANDS) ? "rejects" : claim.value();
        String theirs = !one && before.equals(DEMANDS) ? "rejects" : before;
        return claim.value().equals(before) ? Match.SAME : mine.equals(theirs) ? Match.WITHIN : stance(mine, theirs);
    }

    /** Whether who held the one position thinks otherwise with the other. */
    static boolean apart(String one, String other) {
        return stance(one, other) == Match.OTHER;
    }

    private static Match stance(String one, String other) {
        if (one.equals(other)) {
            return Match.SAME;
        }
        boolean alike = (FAVOURABLE.contains(one) && FAVOURABLE.contains(other))
                || (AGAINST.contains(one) && AGAINST.contains(other));
        return alike ? Match.WITHIN : Match.OTHER;
    }

    private static boolean name(String value, String valueId, Standing standing) {
        if (!valueId.isEmpty() && valueId.equals(standing.valueId())) {
            return true;
        }
        if (value.equalsIgnoreCase(standing.value()) || Alignment.namesOverlap(value, standing.value())) {
            return true;
        }
        String[] one = value.toLowerCase(Locale.ROOT).split(" ");
        String[] other = standing.value().toLowerCase(Locale.ROOT).split(" ");
        // "J. Smith" and "John Smith"
        return one.length > 1
                && other.length > 1
                && one[one.length - 1].equals(other[other.length - 1])
                && one[0].charAt(0) == other[0].charAt(0)
                && (one[0].length() <= 2 || other[0].length() <= 2);
    }
}
