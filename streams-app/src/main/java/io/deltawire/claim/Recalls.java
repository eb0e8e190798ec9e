package io.deltawire.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Positions that a sentence recalls beside the one it reports: "two days after ruling it out", "a fault it denied only last week",
 * "dropping its earlier denial". They tell what the holder thought until then, whatever word stands for the matter.
 */
final class Recalls {
    private static final Set<String> SINCE = Set.of("after", "despite");
    private static final Set<String> ADVERBIAL = Set.of("first", "initially", "long", "repeatedly", "earlier", "at");
    private static final Set<String> ENDS =
            Set.of("drop", "end", "abandon", "soften", "reverse", "overcome", "shed", "retract", "withdraw", "give up");

    /** Words from the verb to the noun: "softening a flat refusal", "ending days of doubt". */
    private static final int REACH = 6;

    /** What a noun says that its holder thought. */
    private static final Map<String, String> HELD = Map.ofEntries(
            Map.entry("denial", "denies"),
            Map.entry("refusal", "rejects"),
            Map.entry("opposition", "rejects"),
            Map.entry("resistance", "rejects"),
            Map.entry("objection", "rejects"),
            Map.entry("rejection", "rejects"),
            Map.entry("veto", "rejects"),
            Map.entry("boycott", "rejects"),
            Map.entry("threat", "rejects"),
            Map.entry("suit", "rejects"),
            Map.entry("lawsuit", "rejects"),
            Map.entry("challenge", "rejects"),
            Map.entry("reservation", "rejects"),
            Map.entry("misgiving", "rejects"),
            Map.entry("qualm", "rejects"),
            Map.entry("condition", "conditional"),
            Map.entry("support", "accepts"),
            Map.entry("backing", "accepts"),
            Map.entry("doubt", "undecided"),
            Map.entry("hesitation", "undecided"),
            Map.entry("silence", "undecided"),
            Map.entry("indecision", "undecided"),
            Map.entry("wavering", "undecided"));

    private Recalls() {}

    /** "after rebuffing the first approach", "having ruled it out": hangs on the sentence's main verb, whatever stands between. */
    static boolean hangs(Reading reading, Clause clause) {
        int first = clause.verb().first();
        if (reading.lower(first).equals("having")) {
            return clause.verb().head() > first;
        }
        if (!reading.pos(first).equals("VBG")) {
            return false;
        }
        int before = first - 1;
        while (ADVERBIAL.contains(reading.lower(before))) {
            before--;
        }
        return SINCE.contains(reading.lower(before));
    }

    static boolean hangsOrReduced(Reading reading, Frames frames, Clause clause) {
        return hangs(reading, clause) || reduced(reading, frames, clause);
    }

    /** "a fault it denied only last week", "a step he had ruled out": a relative clause that has no "which". */
    static boolean reduced(Reading reading, Frames frames, Clause clause) {
        int subject = clause.index() - 1;
        boolean pronoun = subject >= 2
                && !clause.subjects().isEmpty()
                && frames.chunks().get(subject).equals(clause.subjects().get(0))
                && reading.pos(clause.subjects().get(0).head()).equals("PRP");
        if (!pronoun
                || !frames.chunks().get(subject - 1).is(Chunk.Kind.NOUN)
                || !clause.objects().isEmpty()) {
            return false;
        }
        String pos = reading.pos(clause.verb().head());
        return pos.equals("VBD") || reading.lower(clause.verb().first()).equals("had");
    }

    /** What the sentence says beside its main position that its holder gives up, "softening a flat refusal"; "" for nothing. */
    static String ended(Reading reading, Frames frames) {
        for (Clause clause : frames.clauses()) {
            String held = clause.mood() == Clause.Mood.GERUND || fence(reading, clause) ? givenUp(reading, clause) : "";
            if (!held.isEmpty()) {
                return held;
            }
        }
        return "";
    }

    /** What a clause says that somebody thinks no more: "dropped its objection"; "" for nothing. */
    static String givenUp(Reading reading, Clause clause) {
        if (fence(reading, clause)) {
            return "undecided";
        }
        int end = clause.verb().end() + REACH;
        for (int t = clause.verb().end(); ENDS.contains(clause.lemma()) && !clause.negated() && t < end; t++) {
            String lower = reading.lower(t);
            if (lower.equals(",") || lower.equals(".") || lower.equals("to") || lower.isEmpty()) {
                break;
            }
            String held = HELD.getOrDefault(reading.lemma(t), "");
            if (!held.isEmpty()) {
                return held;
            }
        }
        return "";
    }

    /** "came off the fence", "has left the fence". */
    private static boolean fence(Reading reading, Clause clause) {
        int t = clause.verb().end();
        if (reading.lemma(clause.verb().head()).equals("leave")
                && reading.lower(t + 1).equals("fence")) {
            return true;
        }
        return (reading.lemma(clause.verb().head()).equals("come")
                        || reading.lemma(clause.verb().head()).equals("get"))
                && reading.lower(t).equals("off")
                && reading.lower(t + 2).equals("fence");
    }

    /**
     * Lays a sentence's positions side by side: what is recalled is on the same matter as what its holder thinks now, which is new.
     *
     * @param recalled those of the drafts that are told as recalled
     * @param abandoned those that the text says hold no more, whether or not it says what does
     * @param ended by {@link #ended}
     */
    static void pair(List<Draft> drafts, Set<Draft> recalled, Set<Draft> abandoned, String ended) {
        List<Draft> more = new ArrayList<>();
        for (Draft old : recalled) {
            Draft now = contrary(drafts, recalled, old.value, old.subject);
            if (now != null) {
                turn(now, old.value);
                old.cue(Claim.Cue.UPDATE);
                sameMatter(old, now);
            } else if (abandoned.contains(old) && !Abandoned.contrary(old.value).isEmpty()) {
                Draft turned = old.held(Abandoned.contrary(old.value)).sure(Abandoned.SURE);
                turned.cues.remove(Claim.Cue.HISTORY);
                turn(turned, old.value);
                old.cue(Claim.Cue.UPDATE);
                more.add(turned);
            }
        }
        for (Draft now : drafts) {
            boolean turns = !recalled.contains(now) && !now.cues.contains(Claim.Cue.HISTORY) && apart(now.value, ended);
            if (turns && !now.qualifiers.contains("on=" + Reversals.MATTER)) {
                turn(now, ended);
                more.add(now.held(ended));
                break;
            }
        }
        drafts.addAll(more);
    }

    /** Both are on what the new one is on, unless only the old one tells. */
    static void sameMatter(Draft old, Draft now) {
        if (now.qualifiers.contains("on=" + Reversals.MATTER)) {
            return; // follows whatever its holder held before
        }
        boolean untold = now.qualifiers.contains("on=issue");
        Draft teller = untold ? old : now;
        Draft taker = untold ? now : old;
        taker.qualifiers.removeIf(qualifier -> qualifier.startsWith("on="));
        teller.qualifiers.stream()
                .filter(qualifier -> qualifier.startsWith("on="))
                .forEach(taker.qualifiers::add);
    }

    static void turn(Draft now, String was) {
        now.cue(Claim.Cue.UPDATE).with("was", was);
    }

    private static @Nullable Draft contrary(List<Draft> drafts, Set<Draft> recalled, String was, String holder) {
        for (Draft now : drafts) {
            boolean reported = !recalled.contains(now) && !now.cues.contains(Claim.Cue.HISTORY);
            if (reported && now.subject.equals(holder) && apart(now.value, was)) {
                return now;
            }
        }
        return null;
    }

    /** Whether who thought the one thinks otherwise with the other. */
    static boolean apart(String now, String was) {
        if (now.isEmpty() || was.isEmpty()) {
            return false;
        }
        return camp(now) != camp(was);
    }

    private static int camp(String value) {
        return switch (value) {
            case "accepts", "proposes", "demands" -> 1;
            case "rejects", "denies" -> -1;
            case "conditional" -> 2;
            default -> 0;
        };
    }
}
