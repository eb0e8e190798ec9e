package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import io.deltawire.text.Hedge;
import io.deltawire.text.WordVectors;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What there is to tell by whether a figure of an article is the new value of a figure of its story. One article. */
public final class PairFeatures {
    /** In order; a model says which it was made for. */
    public static final List<String> NAMES = List.of(
            "noun",
            "nounCosine",
            "listed",
            "vague",
            "slot",
            "recalled",
            "unit",
            "ratio",
            "distance",
            "match",
            "rising",
            "moving",
            "occasional",
            "update",
            "correction",
            "total",
            "derived",
            "headline",
            "lowered",
            "hedge",
            "hedgeBefore",
            "confidence",
            "verdict",
            "own",
            "recent",
            "late",
            "lagging",
            "opposed",
            "independent",
            "samePlan",
            "place",
            "whose",
            "period",
            "of",
            "words",
            "wordCosine",
            "names",
            "rivalFacts",
            "rivalClaims",
            "age",
            "silence",
            "support",
            "values",
            "position",
            "inHeadline",
            "restated",
            "knownElsewhere",
            "resemblance",
            "margin",
            "size",
            "round",
            "speaker",
            "field",
            "around",
            "planned",
            "slots",
            "contestOwn",
            "contestNext",
            "contestTitle",
            "concedeOwn",
            "concedeNext",
            "concedeTitle",
            "moveOwn",
            "moveNext",
            "moveTitle",
            "partyOwn",
            "partyNext",
            "partyTitle",
            "oldContest",
            "oldConcede",
            "oldMove",
            "oldParty",
            "contestAll",
            "concedeAll",
            "oldTold",
            "oldSpeaker",
            "otherSpeaker",
            "opposedSpeakers",
            "disputed",
            "alternatives",
            "part",
            "partBefore",
            "history",
            "aside",
            "asideBefore",
            "mayBe",
            "denied",
            "units",
            "difference",
            "differences",
            "differing",
            "times",
            "oldLoose",
            "unitApart");

    // what a feature's number stands for; the order is the models'
    private static final List<Units> UNITS = List.of(Units.values());

    static final List<Match> MATCHES =
            List.of(Match.SAME, Match.WITHIN, Match.NARROWER, Match.BEYOND, Match.HIGHER, Match.LOWER, Match.OTHER);
    private static final List<Hedge> HEDGES = List.of(Hedge.EXACT, Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.ABOUT);
    private static final List<Standing.State> STATES = List.of(
            Standing.State.LEADING,
            Standing.State.COMPETING,
            Standing.State.SUPERSEDED,
            Standing.State.BESIDE,
            Standing.State.RETRACTED);
    private static final double VECTOR_LEAST = 0.35;

    /** Where a bearing is looked for: the figure's sentence, the next one, the title. */
    private static final int PLACES = 3;

    private static final int[] NOT_TOLD = new int[Slot.BEARINGS.size() * PLACES];

    private final List<Claim> claims;
    private final Collection<Fact> facts;
    private final Set<String> mentioned;
    private final List<Claim> told;
    private final Slots slots;
    private final Map<Claim, int[]> bearings = new HashMap<>();
    private final Map<Claim, Integer> rivalFacts = new HashMap<>();
    private final Map<String, Integer> rivalClaims = new HashMap<>();
    private final Map<Claim, Integer> leading = new HashMap<>();
    private final Differences differences;

    /**
     * @param claims figures of the article that can fill facts
     * @param told all claims of the article
     * @param facts figures of the story
     */
    PairFeatures(List<Claim> claims, List<Claim> told, Slots slots, Collection<Fact> facts, Set<String> mentioned) {
        this.slots = slots;
        this.claims = claims;
        this.told = told;
        this.facts = facts;
        this.mentioned = mentioned;
        this.differences = new Differences(told);
    }

    /**
     * @param known the fact that the claim fills by its slot, or null
     * @param encounter how the decision table would see the claim as a word on the fact
     * @param resemblance by {@link Resemblance}
     * @param margin by which that is above the next best of the same claim or fact
     * @param at effective time of the article
     */
    float[] of(
            Claim claim,
            Fact fact,
            Standing before,
            @Nullable Fact known,
            Encounter encounter,
            double resemblance,
            double margin,
            Instant at) {
        Slot slot = slots.of(claim);
        Row row = new Row(NAMES.size());
        String mine = Measures.shared().classOf(claim.subject());
        String theirs = Measures.shared().classOf(fact.slot().subject());
        row.add(noun(mine, theirs));
        row.add(WordVectors.english().cosine(head(mine), head(theirs)));
        row.add((Measures.shared().unlisted(mine) ? 0 : 1) + (Measures.shared().unlisted(theirs) ? 0 : 1));
        row.add((Resemblance.VAGUE.contains(mine) ? 1 : 0) + (Resemblance.VAGUE.contains(theirs) ? 1 : 0));
        row.add(known == null ? 0 : known.id().equals(fact.id()) ? 1 : -1);
        boolean recalls = Slot.has(claim, Slot.WAS);
        row.add(recalls ? (Recollection.recalls(claim, before) ? 1 : -1) : 0);
        row.add(unit(claim.unit()));
        double now = Figures.number(claim.value());
        double was = fact.number();
        double ratio = Math.log((Math.abs(now) + 0.1) / (Math.abs(was) + 0.1));
        row.add(ratio);
        row.add(Math.abs(ratio));
        row.add(encounter.toLeading() == null ? -1 : MATCHES.indexOf(encounter.toLeading()));
        row.add(encounter.rising());
        row.add(Measures.shared().moving(theirs));
        row.add(Measures.shared().occasional(theirs));
        row.add(encounter.update());
        row.add(encounter.correction());
        row.add(claim.cues().contains(Claim.Cue.TOTAL));
        row.add(claim.cues().contains(Claim.Cue.DERIVED));
        row.add(claim.cues().contains(Claim.Cue.HEADLINE));
        row.add(encounter.lowered());
        row.add(HEDGES.indexOf(claim.hedge()));
        row.add(HEDGES.indexOf(before.hedge()));
        row.add(claim.confidence());
        row.add(verdict(encounter));
        row.add(encounter.own());
        row.add(encounter.recent());
        row.add(encounter.late());
        row.add(encounter.lagging());
        row.add(encounter.opposed());
        row.add(encounter.independent());
        row.add(encounter.samePlan());
        row.add(role("place", slot, fact.slot()));
        row.add(role("whose", slot, fact.slot()));
        row.add(part("period", slot, fact.slot()));
        row.add(role("of", slot, fact.slot()));
        // that both have the same noun is told already
        String said = mine.equals(theirs) ? mine : "";
        row.add(shared(slot, fact.slot(), said, false));
        row.add(closeness(slot, fact.slot(), said));
        row.add(shared(slot, fact.slot(), said, true));
        row.add(rivalFacts.computeIfAbsent(claim, this::rivalFacts));
        row.add(rivalClaims.computeIfAbsent(fact.id(), any -> rivalClaims(before)));
        row.add(hours(before.firstAt(), at));
        row.add(hours(before.lastAt(), at));
        row.add(before.backings().size());
        row.add(fact.standings().size());
        row.add(Math.min(3000, claim.begin()) / 100.0);
        boolean inBody = tells(claim.value(), claim.unit(), false);
        row.add(tells(claim.value(), claim.unit(), true) ? (inBody ? 2 : 1) : 0);
        row.add((tells(before.value(), before.unit(), true) ? 1 : 0)
                + (tells(before.value(), before.unit(), false) ? 2 : 0));
        row.add(Math.min(3, leading.computeIfAbsent(claim, this::leading)));
        row.add(resemblance);
        row.add(margin);
        row.add(Math.log10(Math.abs(now) + 1));
        row.add(round(claim.value()) - round(before.value()));
        row.add(!claim.speaker().isEmpty());
        row.add(part("field", slot, fact.slot()));
        row.add(entities(fact.slot(), mentioned));
        row.add(claim.modality() == Modality.PLANNED ? 1 : claim.modality() == Modality.HAPPENED ? 0 : -1);
        row.add(facts.size());
        stand(row, claim, fact, before);
        row.add(claim.cues().contains(Claim.Cue.SUBGROUP));
        row.add(fact.slot().quiet() && !fact.slot().aside());
        row.add(claim.cues().contains(Claim.Cue.HISTORY));
        row.add(Slot.aside(claim));
        row.add(fact.slot().aside());
        row.add(claim.modality() == Modality.POSSIBLE);
        row.add(claim.modality() == Modality.DENIED);
        row.add(UNITS.indexOf(Units.of(claim.unit(), before.unit())));
        row.add(differences.between(claim, was));
        row.add(differences.all(claim, facts));
        row.add(differences.is(claim, was));
        row.add(differences.times(claim, was));
        row.add(differences.recalled(claim, was));
        row.add(!claim.unit().equals(before.unit()));
        return row.values();
    }

    /** What the article says of how the two figures stand to each other. */
    private void stand(Row row, Claim claim, Fact fact, Standing before) {
        int[] told = told(claim);
        for (int count : told) {
            row.add(count);
        }
        Claim old = old(claim, before);
        int[] ofOld = old == null ? NOT_TOLD : told(old);
        for (int bearing = 0; bearing < Slot.BEARINGS.size(); bearing++) {
            row.add(ofOld[bearing * PLACES]);
        }
        for (int bearing = 0; bearing < 2; bearing++) {
            boolean apart = old != null && !old.sentence().equals(claim.sentence());
            int first = bearing * PLACES;
            row.add(told[first] + told[first + 1] + told[first + 2] + (apart ? ofOld[first] : 0));
        }
        row.add(old == null ? 0 : old.sentence().equals(claim.sentence()) ? 2 : 1);
        row.add(old != null && !old.speaker().isEmpty());
        row.add(!claim.speaker().isEmpty()
                && !before.speakers().isEmpty()
                && !before.speakers().contains(claim.speaker()));
        row.add(old != null && Camps.shared().opposed(claim, old));
        row.add(fact.disputed());
        row.add(fact.standings().stream()
                .filter(standing -> Agreement.of(fact.slot(), claim, standing) == Match.SAME)
                .mapToInt(standing -> STATES.indexOf(standing.state()) + 1)
                .max()
                .orElse(0));
    }

    /** How often a figure's sentence, the next and the title tell of each bearing, bearing after bearing. */
    private int[] told(Claim claim) {
        return bearings.computeIfAbsent(claim, PairFeatures::read);
    }

    private static int[] read(Claim claim) {
        int[] told = new int[NOT_TOLD.length];
        for (String qualifier : claim.qualifiers()) {
            for (int bearing = 0; bearing < Slot.BEARINGS.size(); bearing++) {
                String role = Slot.BEARINGS.get(bearing);
                for (int place = 0; place < PLACES && Slot.is(qualifier, role); place++) {
                    told[bearing * PLACES + place] = qualifier.charAt(role.length() + 1 + place) - '0';
                }
            }
        }
        return told;
    }

    /** The article's own mention of the old value, nearest to the claim; null when it has none. */
    private @Nullable Claim old(Claim claim, Standing before) {
        Claim nearest = null;
        for (Claim other : told) {
            boolean old = other.kind() == Kind.QUANTITY
                    && other.unit().equals(before.unit())
                    && other.value().equals(before.value());
            if (old && (nearest == null || apart(other, claim) < apart(nearest, claim))) {
                nearest = other;
            }
        }
        return nearest;
    }

    private static int apart(Claim one, Claim other) {
        return Math.abs(one.begin() - other.begin());
    }

    /** Whether a figure of a listed class is laid beside one that has nothing to do with it: soldiers killed, breaches of a truce. */
    static boolean strangers(Claim claim, Fact fact) {
        Measures measures = Measures.shared();
        String mine = measures.classOf(claim.subject());
        String theirs = measures.classOf(fact.slot().subject());
        boolean vague = Resemblance.VAGUE.contains(mine) || Resemblance.VAGUE.contains(theirs);
        return noun(mine, theirs) == 0 && !vague && !(measures.unlisted(mine) && measures.unlisted(theirs));
    }

    private static double noun(String mine, String theirs) {
        return mine.equals(theirs)
                ? 3
                : Families.shared().related(Kind.QUANTITY, mine, theirs)
                        ? 2
                        : Families.shared().kin(mine, theirs) ? 1 : 0;
    }

    private static String head(String noun) {
        return noun.substring(noun.lastIndexOf(' ') + 1);
    }

    private static int unit(String unit) {
        return switch (unit) {
            case "" -> 0;
            case "%" -> 1;
            case "USD", "EUR", "GBP" -> 2;
            default -> unit.length() == 3 && unit.equals(unit.toUpperCase(java.util.Locale.ROOT)) ? 2 : 3;
        };
    }

    /** What the table alone would make of it: 0 nothing, 1 a dispute or its end, 2 a revision. */
    static int verdict(Encounter encounter) {
        return switch (DecisionTable.row(encounter).verdict()) {
            case REVISE -> 2;
            case DISPUTE, SETTLE -> 1;
            default -> 0;
        };
    }

    /** 2 the same value, 1 neither has one, 0 one has one, -1 they differ. */
    private static int role(String role, Slot one, Slot other) {
        Set<String> mine = one.all(role);
        Set<String> theirs = other.all(role);
        if (mine.isEmpty() && theirs.isEmpty()) {
            return 1;
        }
        return mine.isEmpty() || theirs.isEmpty() ? 0 : Collections.disjoint(mine, theirs) ? -1 : 2;
    }

    private static int part(String role, Slot one, Slot other) {
        String mine = one.part(role);
        String theirs = other.part(role);
        return mine.equals(theirs) ? (mine.isEmpty() ? 1 : 2) : mine.isEmpty() || theirs.isEmpty() ? 0 : -1;
    }

    /** Names, or other words, but for one, that both have around them. */
    static int shared(Slot mine, Slot theirs, String without, boolean names) {
        Set<String> around = theirs.words();
        int count = 0;
        for (String word : mine.words()) {
            count += word.startsWith("@") == names && around.contains(word) && !word.equals(without) ? 1 : 0;
        }
        return count;
    }

    /** Mean over the claim's words, but for one, of the closest word of the fact's, far ones counted as strangers. */
    static double closeness(Slot mine, Slot theirs, String without) {
        double sum = 0;
        int words = 0;
        for (Map.Entry<String, WordVectors.@Nullable Vector> word :
                mine.vectors().entrySet()) {
            WordVectors.Vector vector = word.getValue();
            if (vector == null || word.getKey().equals(without)) {
                continue;
            }
            words++;
            double closest = theirs.vectors().containsKey(word.getKey()) ? 1 : 0;
            if (closest < 1) {
                for (Map.Entry<String, WordVectors.@Nullable Vector> other :
                        theirs.vectors().entrySet()) {
                    WordVectors.Vector its = other.getValue();
                    if (its != null && !other.getKey().equals(without)) {
                        closest = Math.max(closest, vector.cosine(its));
                    }
                }
            }
            sum += closest < VECTOR_LEAST ? 0 : closest;
        }
        return words == 0 ? 0 : sum / words;
    }

    /** Whether the headline tells a figure, or the body does. */
    private boolean tells(String value, String unit, boolean headline) {
        for (Claim claim : claims) {
            if (claim.value().equals(value)
                    && claim.unit().equals(unit)
                    && claim.cues().contains(Claim.Cue.HEADLINE) == headline) {
                return true;
            }
        }
        return false;
    }

    /** Figures of the story that lead with the claim's value. */
    private int leading(Claim claim) {
        int count = 0;
        for (Fact fact : facts) {
            Standing standing = fact.leading();
            boolean same = standing != null
                    && standing.value().equals(claim.value())
                    && standing.unit().equals(claim.unit());
            count += same ? 1 : 0;
        }
        return count;
    }

    /** Figures of the story that the claim could be by unit and size. */
    private int rivalFacts(Claim claim) {
        double number = Figures.number(claim.value());
        int rivals = 0;
        for (Fact fact : facts) {
            Standing standing = fact.leading();
            boolean rival = standing != null
                    && standing.unit().equals(claim.unit())
                    && !(Recollection.times(number, fact.number()) > 3);
            rivals += rival ? 1 : 0;
        }
        return rivals;
    }

    /** Figures of the article that the fact could become by unit and size. */
    private int rivalClaims(Standing before) {
        double number = Figures.number(before.value());
        Set<String> rivals = new HashSet<>();
        for (Claim claim : claims) {
            if (claim.unit().equals(before.unit())
                    && !(Recollection.times(Figures.number(claim.value()), number) > 3)) {
                rivals.add(claim.value());
            }
        }
        return rivals.size();
    }

    static double hours(Instant from, Instant to) {
        return Math.min(1000, Duration.between(from, to).toMinutes() / 60.0);
    }

    private static int round(String value) {
        int zeros = 0;
        for (int i = value.length() - 1; i >= 0 && value.charAt(i) == '0'; i--) {
            zeros++;
        }
        return zeros;
    }

    /** Share of the fact's entities that the article speaks of. */
    static double entities(Slot fact, Set<String> mentioned) {
        int shared = 0;
        for (String id : fact.entities()) {
            shared += mentioned.contains(id) ? 1 : 0;
        }
        return shared == 0 ? 0 : (double) shared / fact.entities().size();
    }
}
