package io.deltawire.text;

import java.util.Set;

/** Tells from the words around a calendar expression whether it looks back or ahead of the publication day. */
final class TenseCue {
    enum Direction {
        BACK,
        UNKNOWN,
        AHEAD
    }

    /** How far a cue may stand from the expression; also bounds the work in a text without a full stop. */
    private static final int REACH = 14;

    /** Infinitives after these words have come about: "managed to escape on Sunday". */
    private static final Set<String> DONE_BEFORE_TO = Set.of(
            "managed",
            "failed",
            "began",
            "continued",
            "used",
            "forced",
            "returned",
            "helped",
            "went",
            "came",
            "tried",
            "happened",
            "appeared",
            "able",
            "rushed",
            "moved",
            "stopped",
            "refused",
            "fled",
            "rose",
            "fell",
            "due");

    private final CalendarWords words;

    TenseCue(CalendarWords words) {
        this.words = words;
    }

    /** Direction of the expression of atoms [from, to). */
    Direction of(Atoms atoms, int from, int to) {
        String before = words.tense(atoms.at(atoms.is(from - 1, "the") ? from - 2 : from - 1));
        if (before.equals("back")) {
            return Direction.BACK;
        }
        if (before.equals("ahead") && atoms.sameSentence(from - 1, from)) {
            return hasPluperfect(atoms, from, to) ? Direction.BACK : Direction.AHEAD;
        }
        Direction back = behind(atoms, from);
        return back != Direction.UNKNOWN ? back : ahead(atoms, to);
    }

    private static boolean hasPluperfect(Atoms atoms, int from, int to) {
        for (int k = Math.max(0, from - REACH); k < Math.min(atoms.size(), to + REACH); k++) {
            if (atoms.is(k, "had") && atoms.sameSentence(k, from)) {
                return true;
            }
        }
        return false;
    }

    private Direction behind(Atoms atoms, int from) {
        boolean thingBetween = false;
        int stop = Math.max(0, from - REACH);
        for (int k = from - 1; k >= stop && atoms.sameSentence(k, from); k--) {
            String word = atoms.at(k);
            if (breaksClause(word)) {
                return Direction.UNKNOWN;
            }
            if (atoms.is(k - 1, "than")) {
                continue; // "begins later than promised, on 1 June"
            }
            if (isInfinitive(atoms, k)) {
                boolean open = atoms.is(k - 1, "due") || atoms.is(k - 2, "be"); // "should be able to return on Sunday"
                return DONE_BEFORE_TO.contains(atoms.at(k - 1)) && !open ? Direction.BACK : Direction.AHEAD;
            }
            if (isScheduling(atoms, k)) {
                return Direction.AHEAD;
            }
            if (isModal(atoms, k)) {
                boolean done =
                        atoms.is(k + 1, "have") || atoms.is(k + 2, "have"); // "should not have been sold on Friday"
                return done ? Direction.BACK : Direction.AHEAD;
            }
            switch (words.tense(word)) {
                case "future" -> {
                    return word.equals("set") && !atoms.is(k + 1, "for") && !atoms.is(k + 1, "to")
                            ? Direction.BACK
                            : Direction.AHEAD;
                }
                case "plan" -> {
                    // "proposed on Sunday" was then; "proposed talks on Sunday" is to come.
                    if (atoms.pos(k).startsWith("NN")) {
                        if (thingBetween) {
                            return Direction.AHEAD;
                        }
                        break; // "rejected the plan on Saturday"
                    }
                    // "will be announced on Friday"
                    return thingBetween || atoms.is(k - 1, "be") ? Direction.AHEAD : Direction.BACK;
                }
                case "past" -> {
                    if (!atoms.is(k - 1, "be")
                            && !atoms.pos(k - 1).equals("MD")) { // "will be held", "could hit on Friday"
                        return Direction.BACK;
                    }
                }
                default -> {
                    if (isPastVerb(atoms, k)) {
                        return Direction.BACK;
                    }
                }
            }
            thingBetween |= atoms.isWord(k) && word.length() > 3 && !isPreposition(word);
        }
        return Direction.UNKNOWN;
    }

    private Direction ahead(Atoms atoms, int to) {
        int stop = Math.min(atoms.size(), to + REACH);
        for (int k = to; k < stop && atoms.sameSentence(k, to - 1); k++) {
            String word = atoms.at(k);
            if (breaksClause(word)) {
                return Direction.UNKNOWN;
            }
            if (isScheduling(atoms, k)) {
                return Direction.AHEAD;
            }
            switch (words.tense(word)) {
                case "future" -> {
                    return Direction.AHEAD;
                }
                case "plan", "past" -> {
                    return Direction.BACK;
                }
                default -> {
                    if (isPastVerb(atoms, k)) {
                        return Direction.BACK;
                    }
                }
            }
        }
        return Direction.UNKNOWN;
    }

    private static boolean breaksClause(String word) {
        return word.length() == 1 && ";—“\"".contains(word);
    }

    private static boolean isInfinitive(Atoms atoms, int k) {
        if (!atoms.is(k, "to") || !atoms.isWord(k + 1) || atoms.isCapital(k + 1)) {
            return false;
        }
        String pos = atoms.pos(k + 1);
        return pos.isEmpty() ? !isPreposition(atoms.at(k + 1)) : pos.equals("VB");
    }

    private static boolean isPastVerb(Atoms atoms, int k) {
        String pos = atoms.pos(k);
        if (!pos.isEmpty()) {
            return (pos.equals("VBD") && !atoms.pos(k - 1).equals("MD"))
                    || (pos.equals("VBN") && (atoms.is(k - 1, "has") || atoms.is(k - 1, "have")));
        }
        String word = atoms.at(k);
        return word.length() > 4 && word.endsWith("ed") && !word.endsWith("eed");
    }

    /** The timetable present: "the trial resumes on Friday". Headlines tell the past in it, and so do verbs of saying. */
    private static boolean isScheduling(Atoms atoms, int k) {
        String pos = atoms.pos(k);
        if ((!pos.equals("VBZ") && !pos.equals("VBP")) || atoms.inHeadline(k)) {
            return false;
        }
        return switch (atoms.at(k)) {
            case "is", "are" -> atoms.is(k + 1, "on") || atoms.is(k + 1, "at"); // "kick-off is at 8 on Saturday"
            case "has", "have", "says", "say", "'s", "’s", "'re", "’re", "shows", "show" -> false;
            default -> true;
        };
    }

    /** "Should resume on Thursday", "could hit the coast on Friday"; "could not be reached on Friday" is what was not. */
    private static boolean isModal(Atoms atoms, int k) {
        return atoms.pos(k).equals("MD")
                && switch (atoms.at(k)) {
                    case "should", "may", "might", "must" -> true;
                    case "could" -> !atoms.is(k + 1, "not") && !atoms.is(k + 1, "n't");
                    default -> false;
                };
    }

    private static boolean isPreposition(String word) {
        return switch (word) {
            case "the", "a", "an", "its", "his", "her", "their", "this", "that", "late", "early", "later", "again" ->
                true;
            case "on", "in", "at", "for", "from", "with", "of", "by", "as", "and", "before", "after", "during" -> true;
            default -> false;
        };
    }
}
