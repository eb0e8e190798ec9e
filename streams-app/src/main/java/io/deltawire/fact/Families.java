package io.deltawire.fact;

import io.deltawire.claim.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Classes that news uses for one another within one story, from families.tsv. */
final class Families {
    private static final Families SHARED = new Families(FactResource.lines("families.tsv"));

    /** By kind and word all words of its families, in order. */
    private final Map<String, Map<String, Set<String>>> beside = new HashMap<>();

    private Families(List<String> lines) {
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 2) {
                throw new IllegalStateException("families.tsv: " + line);
            }
            Map<String, Set<String>> ofKind = beside.computeIfAbsent(cells[0], kind -> new HashMap<>());
            for (String noun : cells[1].split(",")) {
                ofKind.computeIfAbsent(noun, any -> new TreeSet<>()).addAll(List.of(cells[1].split(",")));
            }
        }
    }

    static Families shared() {
        return SHARED;
    }

    boolean related(Kind kind, String one, String other) {
        return related(kind.name(), one, other);
    }

    /** All words of a kind that news uses for one, in order. */
    Set<String> beside(Kind kind, String one) {
        return beside(kind.name(), one);
    }

    /** Whether two nouns for who takes a position can mean one side: a board and its directors, a union and its members. */
    boolean oneSide(String one, String other) {
        return related("HOLDER", one, other);
    }

    /** Whether a noun stands for a body that has a name of its own: "the company", "the union". */
    boolean body(String noun) {
        return listed("BODY", noun);
    }

    /** Whether a noun stands for a person by office or part: "the minister", "the defendant". */
    boolean personal(String noun) {
        return listed("PERSON", noun);
    }

    /** Whether a body of a state takes positions of its own, a parliament or court. */
    boolean ownWill(String noun) {
        return listed("OWN", noun);
    }

    /** Whether a target says little of what it is: "the move", "everything". */
    boolean vague(String noun) {
        return listed("VAGUE", noun);
    }

    /** Whether two nouns may name one figure: a levy and a tax, ships and tankers. */
    boolean kin(String one, String other) {
        return related("KIN", one, other);
    }

    /** All nouns that may name the same figure as this one, in order. */
    Set<String> kinOf(String noun) {
        return beside("KIN", noun);
    }

    /** Whether an event is how a condition of conditions.tsv changes: a reopening, and what is open. */
    boolean event(String condition, String event) {
        return !condition.equals(event) && related("CONDITION", condition, event);
    }

    /** Whether a text may call one thing by words of both classes: the road and what has a name, trains and the line. */
    boolean bearer(String one, String other) {
        return related("BEARER", one, other);
    }

    private boolean listed(String list, String noun) {
        return beside.getOrDefault(list, Map.of()).containsKey(noun);
    }

    private boolean related(String kind, String one, String other) {
        return beside(kind, one).contains(other);
    }

    private Set<String> beside(String kind, String one) {
        return beside.getOrDefault(kind, Map.of()).getOrDefault(one, Set.of());
    }
}
