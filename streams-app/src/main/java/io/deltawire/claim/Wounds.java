package io.deltawire.claim;

import java.util.List;
import java.util.Set;

/** Whom a clause tells as hurt, and what it says of wounds around its verb: "was found with a gunshot wound", "suffering from burns", "struck by a bullet". */
final class Wounds {
    private static final Set<String> WOUND =
            Set.of("wound", "injury", "gunshot", "burn", "fracture", "concussion", "laceration", "bruise");
    private static final Set<String> DEADLY = Set.of("fatal", "mortal");
    private static final Set<String> NONE = Set.of("no", "any");
    private static final Set<String> MISSILES =
            Set.of("bullet", "round", "shot", "gunshot", "fragment", "shrapnel", "gunfire", "pellet", "ricochet");

    private static final Set<String> FINDS = Set.of("find", "locate", "discover", "see", "spot");

    /** What hits somebody in the flesh, and where. */
    private static final Set<String> BODILY = Set.of(
            "leg",
            "arm",
            "head",
            "chest",
            "back",
            "neck",
            "face",
            "hand",
            "foot",
            "stomach",
            "abdomen",
            "shoulder",
            "hip",
            "thigh",
            "torso",
            "buttocks",
            "buttock",
            "knee",
            "ankle",
            "groin",
            "side",
            "eye",
            "finger",
            "jaw",
            "wrist",
            "calf",
            "car",
            "truck",
            "train",
            "vehicle",
            "bus",
            "lightning",
            "body",
            "forearm",
            "elbow",
            "cheek",
            "rib",
            "debris",
            "shooting",
            "crossfire",
            "drive-by");

    private final Reading reading;
    private final People people;

    Wounds(Reading reading, People people) {
        this.reading = reading;
        this.people = people;
    }

    /** Who is acted on; the five of "one of five people shot", both of a headline's "officer, suspect wounded". */
    List<Chunk> patients(Frames frames, Clause clause) {
        List<Chunk> patients = clause.patients();
        int verb = clause.index();
        boolean last = clause.passive()
                && patients.size() > 1
                && reading.lower(clause.verb().first()).equals("was")
                && frames.chunks().get(verb - 1).is(Chunk.Kind.RELATIVE);
        if (last) {
            return patients.subList(patients.size() - 1, patients.size()); // "Pruitt and Paylor, who was shot"
        }
        boolean bare = clause.passive()
                && patients.size() == 1
                && clause.verb().first() == clause.verb().head();
        if (!bare || verb < 3 || !frames.chunks().get(verb - 1).is(Chunk.Kind.NOUN)) {
            return patients;
        }
        Chunk nearest = frames.chunks().get(verb - 1);
        Chunk link = frames.chunks().get(verb - 2);
        Chunk before = frames.chunks().get(verb - 3);
        boolean part = !nearest.equals(patients.get(0))
                && before.head() == patients.get(0).head()
                && people.counted(nearest);
        if (part && reading.lower(link.first()).equals("of")) {
            return List.of(nearest);
        }
        boolean pair = frames.sentence().headline()
                && verb == 3
                && link.is(Chunk.Kind.COMMA)
                && people.surely(before)
                && people.count(before) == 1
                && !people.counted(before)
                && !people.counted(nearest);
        if (pair) {
            people.apart(before, nearest);
        }
        return pair ? List.of(before, nearest) : patients;
    }

    /** Whether a noun group is a wound that somebody has. */
    boolean isWound(Chunk group) {
        return WOUND.contains(reading.lemma(group.head())) && !contains(group, NONE);
    }

    boolean hasWound(List<Chunk> groups) {
        return groups.stream().anyMatch(this::isWound);
    }

    boolean fatal(List<Chunk> wounds) {
        return wounds.stream().anyMatch(wound -> contains(wound, DEADLY));
    }

    /** The wound that a clause tells with its verb: "with", of who bleeds "from", "for treatment of"; empty when there is none. */
    List<Chunk> told(Clause clause) {
        for (Clause.Oblique oblique : clause.obliques()) {
            if (isWound(oblique.group()) && told(clause, oblique.preposition())) {
                return List.of(oblique.group());
            }
        }
        return List.of();
    }

    private boolean told(Clause clause, String preposition) {
        if (clause.is("accuse")) {
            return false; // "charged with injury to a child"
        }
        return switch (preposition) {
            case "with" -> true;
            case "from" -> clause.is("suffer") || clause.lemma().equals("bleed");
            case "of", "for" -> {
                Chunk purpose = clause.after("for");
                yield purpose != null && reading.lower(purpose.head()).equals("treatment");
            }
            default -> false;
        };
    }

    /** Who has the wound told with a verb: "found a man with a wound" is the man, "came to the clinic with a wound" who came. */
    List<Chunk> bearers(Clause clause, Chunk wound) {
        for (Clause.Oblique oblique : clause.obliques()) {
            boolean before = oblique.group().end() == wound.first() - 1
                    && !oblique.preposition().equals("by");
            if (before && people.surely(oblique.group())) {
                return List.of(oblique.group());
            }
        }
        boolean object = (!clause.passive() || FINDS.contains(clause.lemma()))
                && clause.objects().stream().anyMatch(people::isPerson);
        return object ? clause.objects() : clause.subjects();
    }

    /** "hit in the leg", "struck by a bullet", "a bullet struck him", "hit in the shooting": in the flesh, not by a tax. */
    boolean bodily(Clause clause) {
        if (!clause.passive()
                && clause.subjects().stream().anyMatch(group -> MISSILES.contains(reading.lemma(group.head())))) {
            return true;
        }
        return clause.obliques().stream().anyMatch(oblique -> bodily(oblique.group()));
    }

    private boolean bodily(Chunk group) {
        return contains(group, BODILY)
                || contains(group, MISSILES)
                || BODILY.contains(reading.lemma(group.head()))
                || MISSILES.contains(reading.lemma(group.head()));
    }

    private boolean contains(Chunk chunk, Set<String> words) {
        for (int t = chunk.first(); t < chunk.end(); t++) {
            if (words.contains(reading.lower(t))) {
                return true;
            }
        }
        return false;
    }
}
