package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import io.deltawire.text.WordVectors;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What there is to tell by whether a claim that is no figure is the new value of a fact of its story. One article. */
public final class TurnFeatures {
    /** In order; a model says which it was made for. */
    public static final List<String> NAMES = List.of(
            "schedule",
            "position",
            "office",
            "slot",
            "bucket",
            "fit",
            "holder",
            "oneId",
            "related",
            "cosine",
            "matter",
            "matterVague",
            "matterRelated",
            "matterCosine",
            "words",
            "names",
            "closeness",
            "around",
            "resemblance",
            "margin",
            "recalled",
            "oldTold",
            "repeated",
            "toldApart",
            "gap",
            "distance",
            "overdue",
            "ahead",
            "span",
            "spanBefore",
            "sameWeekday",
            "valueBefore",
            "value",
            "match",
            "update",
            "correction",
            "headline",
            "history",
            "planned",
            "plannedBefore",
            "denied",
            "possible",
            "follows",
            "aside",
            "confidence",
            "verdict",
            "own",
            "recent",
            "late",
            "opposed",
            "independent",
            "progress",
            "backward",
            "disputed",
            "age",
            "silence",
            "support",
            "values",
            "knownElsewhere",
            "standsHere",
            "facts",
            "claims",
            "speaker",
            "otherSpeaker",
            "offset",
            "newHere",
            "oldHere",
            "unnamed",
            "condition",
            "body",
            "cued",
            "bearer",
            "course",
            "thing",
            "thingCosine",
            "definite",
            "definiteBefore",
            "rivals",
            "mates");

    /** Days that lie further apart are as far. */
    private static final long FAR = 400;

    /** What {@link Alignment#oneBearer} gives two of one class. */
    private static final int ONE_CLASS = 20;

    /** Features of two days. */
    private static final int OF_DAYS = 7;

    private final Set<String> mentioned;
    private final LocalDate day;
    private final Map<Kind, List<Fact>> facts;
    private final Map<Kind, List<Claim>> told;
    private final Slots slots;
    private final StateFeatures states;
    private final Map<String, Integer> repeated = new HashMap<>();
    private final Map<Claim, Set<String>> agreeing = new HashMap<>();

    /**
     * @param told all claims of the article
     * @param facts of the story that something leads
     * @param mentioned entities of the article
     * @param day of publication
     */
    TurnFeatures(List<Claim> told, Slots slots, Collection<Fact> facts, Set<String> mentioned, LocalDate day) {
        this.slots = slots;
        this.mentioned = mentioned;
        this.day = day;
        this.facts =
                facts.stream().collect(Collectors.groupingBy(fact -> fact.slot().kind()));
        this.told = told.stream().collect(Collectors.groupingBy(Claim::kind));
        this.states = new StateFeatures(facts(Kind.STATUS));
    }

    /** How much the two have in common, whatever their values; for laying pairs side by side. */
    double resemblance(Claim claim, Slot slot, Fact fact, @Nullable Fact known) {
        Slot other = fact.slot();
        double sum = Math.min(3, PairFeatures.shared(slot, other, "", false))
                + 0.5 * Math.min(2, PairFeatures.shared(slot, other, "", true));
        String mine = topic(slot);
        String theirs = topic(other);
        sum += mine.equals(theirs)
                ? 2
                : Families.shared().related(slot.kind(), mine, theirs)
                        ? 1.5
                        : WordVectors.english().cosine(head(mine), head(theirs)) >= 0.35 ? 1 : 0;
        if (slot.kind() == Kind.POSITION) {
            sum += switch (Holders.likeness(slot, other)) {
                case ONE -> 2;
                case POSSIBLE -> 0.5;
                case NONE -> -1;
            };
        }
        sum += slot.condition() && other.condition() && Alignment.oneBearer(slot, other) >= ONE_CLASS ? 1 : 0;
        sum += known != null && known.id().equals(fact.id()) ? 3 : 0;
        Standing leading = fact.leading();
        sum += leading != null && recalled(claim, leading) > 0 ? 2 : 0;
        sum += slot.kind() == Kind.SCHEDULE && MovedDays.toldApart(claim, fact) ? 2 : 0;
        return sum;
    }

    /**
     * @param known the fact that the claim fills by its slot, or null
     * @param encounter how the decision table would see the claim as a word on the fact
     * @param margin by which the resemblance is above the next best of the same claim or fact
     * @param at effective time of the article
     */
    float[] of(
            Claim claim,
            Slot slot,
            Fact fact,
            Standing before,
            @Nullable Fact known,
            Encounter encounter,
            double resemblance,
            double margin,
            Instant at) {
        Slot other = fact.slot();
        Row row = new Row(NAMES.size());
        row.add(slot.kind() == Kind.SCHEDULE);
        row.add(slot.kind() == Kind.POSITION);
        row.add(slot.kind() == Kind.OFFICE);
        row.add(known == null ? 0 : known.id().equals(fact.id()) ? 1 : -1);
        row.add(slot.bucket().equals(other.bucket()));
        row.add(Alignment.fit(slot, other, mentioned, Set.of()));
        row.add(
                slot.kind() == Kind.POSITION
                        ? switch (Holders.likeness(slot, other)) {
                            case ONE -> 2;
                            case POSSIBLE -> 1;
                            case NONE -> 0;
                        }
                        : -1);
        row.add(
                slot.subjectId().isEmpty() || other.subjectId().isEmpty()
                        ? 0
                        : slot.subjectId().equals(other.subjectId()) ? 1 : -1);
        String mine = topic(slot);
        String theirs = topic(other);
        row.add(mine.equals(theirs) ? 2 : Families.shared().related(slot.kind(), mine, theirs) ? 1 : 0);
        row.add(WordVectors.english().cosine(head(mine), head(theirs)));
        String matter = matter(slot);
        String otherMatter = matter(other);
        row.add(matter.isEmpty() || otherMatter.isEmpty() ? 0 : matter.equals(otherMatter) ? 1 : -1);
        row.add((Families.shared().vague(matter) ? 1 : 0) + (Families.shared().vague(otherMatter) ? 2 : 0));
        row.add(Families.shared().related(Kind.POSITION, matter, otherMatter));
        row.add(WordVectors.english().cosine(head(matter), head(otherMatter)));
        row.add(PairFeatures.shared(slot, other, "", false));
        row.add(PairFeatures.shared(slot, other, "", true));
        row.add(PairFeatures.closeness(slot, other, ""));
        row.add(PairFeatures.entities(other, mentioned));
        row.add(resemblance);
        row.add(margin);
        row.add(recalled(claim, before));
        row.add(oldTold(claim, before));
        row.add(repeated.computeIfAbsent(fact.id(), any -> repeated(fact, before)));
        row.add(slot.kind() == Kind.SCHEDULE && MovedDays.toldApart(claim, fact));
        days(row, claim, before);
        row.add(StateFeatures.place(before.value()));
        row.add(StateFeatures.place(Agreement.status(claim)));
        row.add(Agreement.of(other, claim, before) == Match.OTHER);
        row.add(encounter.update());
        row.add(encounter.correction());
        row.add(claim.cues().contains(Claim.Cue.HEADLINE));
        row.add(claim.cues().contains(Claim.Cue.HISTORY));
        row.add(claim.modality() == Modality.PLANNED);
        row.add(before.planned());
        row.add(claim.modality() == Modality.DENIED);
        row.add(claim.modality() == Modality.POSSIBLE);
        row.add(claim.qualifiers().contains(Slot.FOLLOWS + "=yes"));
        row.add((slot.aside() ? 1 : 0) + (other.aside() ? 2 : 0));
        row.add(claim.confidence());
        row.add(PairFeatures.verdict(encounter));
        row.add(encounter.own());
        row.add(encounter.recent());
        row.add(encounter.late());
        row.add(encounter.opposed());
        row.add(encounter.independent());
        row.add(encounter.progress());
        row.add(encounter.backward());
        row.add(encounter.disputed());
        row.add(PairFeatures.hours(before.firstAt(), at));
        row.add(PairFeatures.hours(before.lastAt(), at));
        row.add(before.backings().size());
        row.add(fact.standings().size());
        row.add(elsewhere(claim, fact));
        row.add(standsHere(claim, fact));
        row.add(facts(slot.kind()).size());
        row.add(told(slot.kind()).size());
        row.add(!claim.speaker().isEmpty());
        row.add(!claim.speaker().isEmpty()
                && !before.speakers().isEmpty()
                && !before.speakers().contains(claim.speaker()));
        row.add(Math.min(3000, claim.begin()) / 100.0);
        row.add(claim.valueId().isEmpty() ? 0 : other.around().contains(claim.valueId()) ? -1 : 1);
        row.add(before.valueId().isEmpty() ? 0 : mentioned.contains(before.valueId()) ? 1 : -1);
        row.add(claim.subject().equals(Recollection.UNNAMED_OFFICE)
                || claim.subject().equals(Recollection.UNNAMED_OCCASION));
        row.add((slot.condition() ? 1 : 0) + (other.condition() ? 2 : 0));
        row.add(slot.kind() == Kind.OFFICE ? body(slot, other) : 0);
        row.add(Agreement.cued(claim));
        row.add(slot.condition() && other.condition() ? Alignment.oneBearer(slot, other) / 10.0 : -1);
        states.add(row, slot, other, before.value(), Agreement.status(claim));
        return row.values();
    }

    /** 2 of one body, 1 where the claim's is left to the reader, -1 where the fact's is, -2 where both are, -3 of two. */
    private static int body(Slot slot, Slot fact) {
        if (Alignment.oneBody(slot, fact)) {
            return 2;
        }
        boolean mine = Alignment.ofBody(slot);
        boolean theirs = Alignment.ofBody(fact);
        return mine && theirs ? -3 : mine ? -1 : theirs ? 1 : -2;
    }

    /** How the days lie to each other and to the day of the article. */
    private void days(Row row, Claim claim, Standing before) {
        Dates.Days now = claim.kind() == Kind.SCHEDULE ? Dates.days(claim.value()) : null;
        Dates.Days was = now == null ? null : Dates.days(before.value());
        if (now == null || was == null) {
            for (int i = 0; i < OF_DAYS; i++) {
                row.add(0);
            }
            return;
        }
        long gap = ChronoUnit.DAYS.between(was.begin(), now.begin());
        row.add(bounded(gap));
        row.add(Math.log1p(Math.abs((double) gap)));
        row.add(bounded(ChronoUnit.DAYS.between(was.end(), day)));
        row.add(bounded(ChronoUnit.DAYS.between(day, now.end())));
        row.add(bounded(ChronoUnit.DAYS.between(now.begin(), now.end())));
        row.add(bounded(ChronoUnit.DAYS.between(was.begin(), was.end())));
        row.add(gap != 0 && gap % 7 == 0);
    }

    private static int bounded(long days) {
        return (int) Math.max(-FAR, Math.min(FAR, days));
    }

    /** 1 when the claim says that the value was the leading one, -1 when another, 0 when it says nothing. */
    private static int recalled(Claim claim, Standing before) {
        String was = Recollection.was(claim);
        if (was.isEmpty()) {
            return 0;
        }
        boolean same = switch (claim.kind()) {
            case SCHEDULE -> Dates.compare(was, before.value()) != Match.OTHER;
            case OFFICE ->
                before.value().equalsIgnoreCase(was)
                        || before.valueId().equals(was)
                        || Alignment.namesOverlap(was, before.value());
            case POSITION -> !Agreement.apart(was, before.value());
            default -> before.value().equalsIgnoreCase(was);
        };
        return same ? 1 : -1;
    }

    /** Whether the article tells the leading value too: 2 in the claim's sentence, 1 elsewhere. */
    private int oldTold(Claim claim, Standing before) {
        int most = 0;
        for (Claim other : told(claim.kind())) {
            if (other.value().equals(before.value())) {
                most = Math.max(most, other.sentence().equals(claim.sentence()) ? 2 : 1);
            }
        }
        return most;
    }

    /** Claims of the article that by their slot repeat the leading value. */
    private int repeated(Fact fact, Standing before) {
        int count = 0;
        for (Claim other : told(fact.slot().kind())) {
            if (!other.guessed()
                    && other.modality() != Modality.DENIED
                    && Agreement.of(fact.slot(), other, before) == Match.SAME
                    && Alignment.fit(slots.of(other), fact.slot(), mentioned, Set.of()) >= 0) {
                count++;
            }
        }
        return count;
    }

    private static boolean standsHere(Claim claim, Fact fact) {
        for (Standing standing : fact.standings()) {
            if (Agreement.of(fact.slot(), claim, standing) == Match.SAME) {
                return true;
            }
        }
        return false;
    }

    /** Other facts of the kind that lead with the claim's value. */
    private int elsewhere(Claim claim, Fact fact) {
        Set<String> leads = agreeing.computeIfAbsent(claim, this::agreeing);
        return Math.min(3, leads.size() - (leads.contains(fact.id()) ? 1 : 0));
    }

    /** Ids of facts that lead with the claim's value. */
    private Set<String> agreeing(Claim claim) {
        Set<String> ids = new HashSet<>();
        for (Fact fact : facts(claim.kind())) {
            Standing leading = fact.leading();
            if (leading != null && Agreement.of(fact.slot(), claim, leading) == Match.SAME) {
                ids.add(fact.id());
            }
        }
        return ids;
    }

    private List<Fact> facts(Kind kind) {
        return facts.getOrDefault(kind, List.of());
    }

    private List<Claim> told(Kind kind) {
        return told.getOrDefault(kind, List.of());
    }

    private static String topic(Slot slot) {
        return slot.kind() == Kind.POSITION ? matter(slot) : slot.subject();
    }

    private static String matter(Slot slot) {
        if (slot.kind() == Kind.POSITION) {
            return slot.part("on");
        }
        Set<String> what = slot.values(Slot.WHAT);
        return what.isEmpty() ? "" : what.iterator().next();
    }

    private static String head(String noun) {
        return noun.substring(noun.lastIndexOf(' ') + 1);
    }
}
