package io.deltawire.claim;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Someone, or a group of people, that a text speaks of; grows as the text says more. */
final class Referent {
    private static final Set<String> OFFICERS = Set.of(
            "officer", "deputy", "trooper", "policeman", "policewoman", "cop", "detective", "constable", "agent");
    private static final Set<String> NO_OFFICERS = Set.of(
            "suspect",
            "gunman",
            "shooter",
            "robber",
            "burglar",
            "attacker",
            "assailant",
            "intruder",
            "boy",
            "girl",
            "child",
            "toddler",
            "baby",
            "infant",
            "teen",
            "teenager",
            "student");

    final int count;
    final int sentence;
    /** Told apart from others by the text: "another man", "two others". */
    final boolean other;

    /** 4 for "a fourth" and "a fourth man", who with those before make so many; 0 where none is told. */
    int ordinal;

    final Set<String> heads = new HashSet<>();
    final Set<Referent> apart = new HashSet<>();
    String name = "";
    String sex = "";
    String age = "";
    boolean dead;
    boolean injured;

    /** Only "shot" or "hit" is said: how many of a group died is told apart. */
    boolean shot;

    /** Is quoted, or tells the police's story: whom "he" seldom means in what is told. */
    boolean speaks;

    /** "All three", "the two": told of before. */
    boolean whole;

    /** The last sentence of which he is the subject, or -1. */
    int subject = -1;

    /** The last sentence that says of him what one says of who was hurt before, or -1. */
    int suffers = -1;

    boolean history;
    int order;
    int told = -1;
    boolean indefinite;
    int token;

    Referent(int count, int sentence, boolean other) {
        this.count = count;
        this.sentence = sentence;
        this.other = other;
    }

    boolean hurt() {
        return dead || injured;
    }

    /** Whether nothing known forbids that both are the same person. */
    boolean compatible(Referent that) {
        return !apart.contains(that) && alike(that);
    }

    /** The same, whatever the text sets beside whom. */
    boolean alike(Referent that) {
        return count == that.count
                && !foes(that)
                && fits(sex, that.sex)
                && fits(age, that.age)
                && (name.isEmpty() || that.name.isEmpty() || sameName(name, that.name));
    }

    /** An officer is no suspect, and neither is a child an officer. */
    private boolean foes(Referent that) {
        boolean officer = is(OFFICERS);
        boolean other = that.is(OFFICERS);
        return (officer && !other && that.is(NO_OFFICERS)) || (other && !officer && is(NO_OFFICERS));
    }

    private boolean is(Set<String> kind) {
        return !Collections.disjoint(heads, kind);
    }

    /** Another than those hurt before: not in "a boy shot another boy", who is another than the first. */
    boolean another() {
        return other && apart.stream().noneMatch(than -> than.sentence == sentence && than.count == 1 && !than.hurt());
    }

    void take(Referent that) {
        name = name.length() >= that.name.length() ? name : that.name;
        sex = sex.isEmpty() ? that.sex : sex;
        age = age.isEmpty() ? that.age : age;
        ordinal = Math.max(ordinal, that.ordinal);
        heads.addAll(that.heads);
        apart.addAll(that.apart);
        dead |= that.dead;
        injured |= that.injured;
        speaks |= that.speaks;
        subject = Math.max(subject, that.subject);
        suffers = Math.max(suffers, that.suffers);
        told = told < 0 ? that.told : told;
        history &= that.history;
        token = Math.max(token, that.token);
    }

    static boolean sameName(String a, String b) {
        return a.equals(b) || partOf(a, b) || partOf(b, a) || (first(a).equals(first(b)) && last(a).equals(last(b)));
    }

    /** Whether a name begins or ends with the words of another. */
    private static boolean partOf(String name, String part) {
        int rest = name.length() - part.length();
        return rest > 0
                && ((name.charAt(part.length()) == ' ' && name.startsWith(part))
                        || (name.charAt(rest - 1) == ' ' && name.endsWith(part)));
    }

    private static String first(String name) {
        int blank = name.indexOf(' ');
        return blank < 0 ? name : name.substring(0, blank);
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static boolean fits(String a, String b) {
        return a.isEmpty() || b.isEmpty() || a.equals(b);
    }
}
