package io.deltawire.fact;

import java.util.Set;

/** Whether two positions are one holder's: by id, by name, by the side they speak for, or by a noun that the one goes by. */
final class Holders {
    /** How surely two holders are one. */
    enum Likeness {
        NONE,
        /** A bare noun that the other, a name, may go by: "the company", "the minister". */
        POSSIBLE,
        ONE
    }

    private Holders() {}

    static boolean one(Slot one, Slot other) {
        return likeness(one, other) == Likeness.ONE;
    }

    static Likeness likeness(Slot one, Slot other) {
        return likeness(one.holder(), other.holder());
    }

    private static Likeness likeness(Holder one, Holder other) {
        if (!one.id().isEmpty() && one.id().equals(other.id())) {
            return Likeness.ONE;
        }
        String organ = one.organ();
        String otherOrgan = other.organ();
        if (!organ.isEmpty() && !otherOrgan.isEmpty() && !oneOrgan(organ, otherOrgan)) {
            return Likeness.NONE; // one country's government and its parliament
        }
        if (sameSide(one, other) && one.ownWill().equals(other.ownWill())) {
            return Likeness.ONE;
        }
        if (named(one, other)) {
            return Likeness.ONE;
        }
        if (oneOrgan(organ, otherOrgan)
                && (one.sides().isEmpty() || other.sides().isEmpty())) {
            return Likeness.ONE;
        }
        return goesBy(one, other) || goesBy(other, one) ? Likeness.POSSIBLE : Likeness.NONE;
    }

    private static boolean sameSide(Holder one, Holder other) {
        return (!one.sides().isEmpty() && one.sides().equals(other.sides()))
                || speaksFor(one, other)
                || speaksFor(other, one)
                || one.sides().stream().anyMatch(id -> other.sides().stream().anyMatch(their -> oneName(id, their)));
    }

    private static boolean speaksFor(Holder one, Holder other) {
        return !one.sides().isEmpty()
                && (one.sides().contains(other.id())
                        || one.sides().contains(other.last())
                        || one.sides().stream().anyMatch(id -> oneName(id, other.id())));
    }

    /** One body that the linker took for an organisation in one text and for a place or person in the other. */
    private static boolean oneName(String id, String other) {
        int mine = id.indexOf(':');
        int theirs = other.indexOf(':');
        return mine > 0
                && theirs > 0
                && !Holder.place(id)
                && !Holder.place(other)
                && id.substring(mine).equals(other.substring(theirs));
    }

    /** "Halden" and "Halden Group", "Ruiz" and "Ana Ruiz"; never two places, "Guinea" is not "Guinea-Bissau". */
    private static boolean named(Holder one, Holder other) {
        return !(one.place() && other.place()) && overlap(one.words(), other.words());
    }

    /** One name's words are all in the other. */
    static boolean overlap(String one, String other) {
        return overlap(Holder.words(one), Holder.words(other));
    }

    private static boolean overlap(Set<String> first, Set<String> second) {
        return !first.isEmpty() && !second.isEmpty() && (first.containsAll(second) || second.containsAll(first));
    }

    private static boolean oneOrgan(String one, String other) {
        return !one.isEmpty() && (one.equals(other) || Families.shared().oneSide(one, other));
    }

    /** "The insurer" of a story whose holder is a company by name. */
    private static boolean goesBy(Holder noun, Holder name) {
        boolean speaks = noun.id().startsWith("person:") && name.id().startsWith("org:");
        if (speaks && noun.sides().stream().anyMatch(Families.shared()::body)) {
            return true; // "the union's secretary" and the union by its name
        }
        boolean bare = noun.id().isEmpty() && noun.sides().isEmpty();
        if (!bare || name.id().isEmpty() || name.place()) {
            return false;
        }
        return Families.shared().body(noun.last())
                || (Families.shared().personal(noun.last()) && name.id().startsWith("person:"));
    }
}
