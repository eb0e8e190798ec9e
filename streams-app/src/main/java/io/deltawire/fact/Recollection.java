package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fact that a claim speaks of by the value it says the fact had before: "up from 41", "instead of 2 June", "replacing
 * Leo Hart". What the older value was tells more surely which fact is meant than the words for what is counted.
 */
final class Recollection {
    private static final double SURE = 0.5;

    private static final int MOST_DAYS = 31;

    /** Longer spans than this are years. */
    private static final int MONTHS = 6;

    /** So long after its day something put off may still come: "opens four days late". */
    private static final int OVERDUE = 6;

    private static final double MOST_TIMES = 8;

    /** Subject of an OFFICE claim whose text does not say which office. */
    static final String UNNAMED_OFFICE = "office";

    /** Subject of a SCHEDULE claim whose text does not say what takes place there. */
    static final String UNNAMED_OCCASION = "occasion";

    /** Qualifier of a POSITION claim whose text does not say on what. */
    static final String UNNAMED_MATTER = "on=matter";

    private Recollection() {}

    /** The one fact that led, or leads, with the recalled value; null when none or several do, or nothing is recalled. */
    static @Nullable Fact find(Claim claim, Slot slot, Collection<Fact> facts) {
        String was = was(claim);
        if (was.isEmpty()) {
            return null;
        }
        Fact found = null;
        boolean several = false;
        boolean exact = false;
        for (Fact fact : facts) {
            if (fact.slot().kind() != claim.kind() || fact.slot().quiet() || !held(claim, was, slot, fact)) {
                continue;
            }
            if (fact.slot().bucket().equals(slot.bucket())) {
                return fact;
            }
            // one person's office goes by many names: "head of" and "chief executive"
            // and one day's event by the nouns and verbs of each outlet
            boolean many = claim.kind() == Kind.OFFICE || claim.kind() == Kind.SCHEDULE;
            several |= found != null && !many;
            Standing leading = fact.leading();
            boolean same = leading != null && leading.value().equalsIgnoreCase(was);
            boolean better =
                    found == null || !many || (same && !exact) || (same == exact && fact.support() > found.support());
            found = better ? fact : found;
            exact |= same;
        }
        return several ? null : found;
    }

    /**
     * For a claim that fits no fact by its own class: the fact that it can only mean. A related measure or target of the same
     * holder; where the text says that something moved, the one occasion still to come, or the figure with the same unit and the most
     * words in common. Null when in doubt.
     */
    static @Nullable Fact near(Claim claim, Slot slot, Collection<Fact> facts, LocalDate day) {
        if (slot.quiet()) {
            return null;
        }
        boolean moved = claim.cues().contains(Claim.Cue.UPDATE) || claim.cues().contains(Claim.Cue.CORRECTION);
        Fact related = related(claim, slot, facts, day);
        if (related != null) {
            return related;
        }
        return switch (claim.kind()) {
            case SCHEDULE -> {
                Fact only = moved ? onlyOccasion(claim, slot, facts, day) : null;
                yield only == null ? movedDay(claim, slot, facts, day) : only;
            }
            case OFFICE -> claim.subject().equals(UNNAMED_OFFICE) && was(claim).isEmpty() ? onlyOffice(facts) : null;
            case POSITION -> Matters.find(claim, slot, facts);
            default -> null;
        };
    }

    /** The one fact of a class of the same family; null when there are several. */
    private static @Nullable Fact related(Claim claim, Slot slot, Collection<Fact> facts, LocalDate day) {
        if (claim.confidence() < SURE || claim.kind() == Kind.POSITION) {
            return null;
        }
        Set<String> family = Families.shared().beside(claim.kind(), topic(slot));
        if (family.isEmpty() || slot.condition()) {
            return null;
        }
        Fact only = null;
        for (Fact fact : facts) {
            Standing leading = fact.leading();
            boolean fits = leading != null
                    && fact.slot().kind() == claim.kind()
                    && !fact.slot().quiet()
                    && !fact.slot().condition()
                    && family.contains(topic(fact.slot()))
                    && compatible(claim, slot, fact, leading, day);
            if (fits) {
                if (only != null) {
                    return null;
                }
                only = fact;
            }
        }
        return only;
    }

    private static String topic(Slot slot) {
        return switch (slot.kind()) {
            case QUANTITY -> Measures.shared().classOf(slot.subject());
            default -> slot.subject();
        };
    }

    private static boolean compatible(Claim claim, Slot slot, Fact fact, Standing leading, LocalDate day) {
        return switch (claim.kind()) {
            case QUANTITY ->
                leading.unit().equals(claim.unit())
                        && period(slot).equals(period(fact.slot()))
                        && slot.values("whose").equals(fact.slot().values("whose"));
            case OFFICE -> claim.modality() != Modality.PLANNED && Alignment.oneOffice(slot, fact.slot());
            case SCHEDULE -> {
                Dates.Days days = Dates.days(leading.value());
                boolean place = slot.bucket().contains("|field=place");
                boolean fields = place == fact.slot().bucket().contains("|field=place");
                boolean moved = claim.cues().contains(Claim.Cue.UPDATE);
                yield moved && fields && (place || (days != null && !days.end().isBefore(day.minusDays(1))));
            }
            case STATUS ->
                Stream.concat(slot.values("of").stream(), fact.slot().values("of").stream())
                        .noneMatch(of -> of.contains(":"));
            default -> false;
        };
    }

    private static String period(Slot slot) {
        int at = slot.bucket().indexOf("|period=");
        return at < 0 ? "" : slot.bucket().substring(at);
    }

    private static @Nullable Fact onlyOccasion(Claim claim, Slot slot, Collection<Fact> facts, LocalDate day) {
        Dates.Days mine = Dates.days(claim.value());
        if (slot.bucket().contains("|field=place") || mine == null || mine.end().isBefore(day)) {
            return null;
        }
        List<Fact> due = occasions(facts, day.minusDays(1));
        due = due.isEmpty() ? occasions(facts, day.minusDays(OVERDUE)) : due;
        return due.stream().allMatch(fact -> couldMove(claim, mine, fact)) ? only(due) : null;
    }

    /** A day that another one most likely took the place of, by what is around both. */
    private static @Nullable Fact movedDay(Claim claim, Slot slot, Collection<Fact> facts, LocalDate day) {
        Dates.Days mine = Dates.days(claim.value());
        if (slot.bucket().contains("|field=place") || mine == null || mine.end().isBefore(day)) {
            return null;
        }
        List<Fact> due = occasions(facts, day.minusDays(1)).stream()
                .filter(fact -> couldMove(claim, mine, fact))
                .toList();
        return MovedDays.find(claim, slot, due);
    }

    /** The one day still to come that the story knows; null when there are two, or none. */
    static @Nullable Fact onlyDue(Collection<Fact> facts, LocalDate day) {
        return only(occasions(facts, day.minusDays(1)));
    }

    /** Not "in September instead of August" of what was due on 12 June, nor "move there in May" of what is due on a day. */
    private static boolean couldMove(Claim claim, Dates.Days mine, Fact fact) {
        Standing leading = fact.leading();
        Dates.Days theirs = leading == null ? null : Dates.days(leading.value());
        String was = was(claim);
        boolean other = leading != null && !was.isEmpty() && !same(Dates.compare(was, leading.value()));
        return !other && !coarser(mine, theirs);
    }

    private static boolean coarser(Dates.Days mine, Dates.@Nullable Days theirs) {
        return theirs != null
                && mine.begin().plusDays(7).isBefore(mine.end())
                && !theirs.begin().plusDays(7).isBefore(theirs.end());
    }

    /**
     * Whether a month that took the place of another month is laid beside a day that is neither, or a year, of which the text does not
     * say that anything was moved to it, beside a day: "the next summit is planned for 2027".
     */
    static boolean apart(Claim claim, Standing leading) {
        Dates.Days mine = claim.kind() == Kind.SCHEDULE ? Dates.days(claim.value()) : null;
        Dates.Days theirs = mine == null ? null : Dates.days(leading.value());
        if (mine == null || theirs == null || !coarser(mine, theirs)) {
            return false;
        }
        String was = was(claim);
        boolean another = !was.isEmpty() && !same(Dates.compare(leading.value(), was));
        boolean year = mine.begin().plusMonths(MONTHS).isBefore(mine.end());
        return another || (year && !claim.cues().contains(Claim.Cue.UPDATE) && !mine.covers(theirs));
    }

    /** The one day that several facts may share, the flight and the launch of one day; null when there are two days. */
    private static @Nullable Fact only(List<Fact> due) {
        Fact only = null;
        for (Fact fact : due) {
            Standing other = only == null ? null : only.leading();
            Standing leading = fact.leading();
            if (other != null && leading != null && !other.value().equals(leading.value())) {
                return null;
            }
            only = only == null || fact.support() > only.support() ? fact : only;
        }
        return only;
    }

    /** Facts of a day, not a span, that had not passed by then. */
    private static List<Fact> occasions(Collection<Fact> facts, LocalDate since) {
        List<Fact> due = new ArrayList<>();
        for (Fact fact : facts) {
            Standing leading = fact.leading();
            boolean date = fact.slot().kind() == Kind.SCHEDULE
                    && !fact.slot().aside()
                    && !fact.slot().bucket().contains("|field=place");
            Dates.Days days = date && leading != null ? Dates.days(leading.value()) : null;
            boolean vague = days != null && days.begin().plusDays(MOST_DAYS).isBefore(days.end());
            if (days != null && !vague && !days.end().isBefore(since)) {
                due.add(fact);
            }
        }
        return due;
    }

    /** A sum of money, a share or a size does not become eight times as much between two reports. */
    static boolean plausible(Claim claim, Standing leading) {
        if (claim.unit().isEmpty()) {
            return true;
        }
        return !(times(claim.value(), leading.value()) > MOST_TIMES);
    }

    /** How many times the smaller of two figures the larger is; NaN when one is no number. */
    static double times(String one, String other) {
        return times(Figures.number(one), Figures.number(other));
    }

    static double times(double one, double other) {
        double mine = Math.abs(one);
        double theirs = Math.abs(other);
        return Math.max(mine, theirs) / Math.min(mine, theirs);
    }

    /** Whether a claim says that the value before was this one. */
    static boolean recalls(Claim claim, Standing leading) {
        String was = was(claim);
        return !was.isEmpty()
                && (claim.kind() == Kind.QUANTITY
                        ? figure(was, leading)
                        : leading.value().equalsIgnoreCase(was));
    }

    private static @Nullable Fact onlyOffice(Collection<Fact> facts) {
        Fact only = null;
        for (Fact fact : facts) {
            if (fact.slot().kind() == Kind.OFFICE && !fact.slot().aside() && fact.leading() != null) {
                if (only != null) {
                    return null;
                }
                only = fact;
            }
        }
        return only;
    }

    /** Whether a claim says what the value was before. */
    static boolean says(Claim claim) {
        return !was(claim).isEmpty();
    }

    static String was(Claim claim) {
        for (String qualifier : claim.qualifiers()) {
            if (Slot.is(qualifier, Slot.WAS)) {
                return Slot.value(qualifier);
            }
        }
        return "";
    }

    private static boolean held(Claim claim, String was, Slot slot, Fact fact) {
        Standing leading = fact.leading();
        if (leading == null) {
            return false;
        }
        return switch (claim.kind()) {
            case QUANTITY -> leading.unit().equals(claim.unit()) && figure(was, leading);
            case SCHEDULE ->
                slot.bucket().contains("|field=place")
                        ? fact.slot().bucket().contains("|field=place")
                                && folded(leading.value()).equals(folded(was))
                        : !fact.slot().bucket().contains("|field=place") && same(Dates.compare(was, leading.value()));
            case OFFICE ->
                leading.value().equalsIgnoreCase(was)
                        || leading.valueId().equals(was)
                        || Alignment.namesOverlap(was, leading.value());
            case POSITION, STATUS, STATEMENT -> false;
        };
    }

    /** "Zurich" and "Zürich". */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean figure(String was, Standing leading) {
        return Figures.compare(was, leading.hedge(), leading.value(), leading.hedge(), false) == Match.SAME;
    }

    private static boolean same(Match match) {
        return match == Match.SAME || match == Match.NARROWER || match == Match.WITHIN;
    }
}
