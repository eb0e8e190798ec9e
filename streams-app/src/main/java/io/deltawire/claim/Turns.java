package io.deltawire.claim;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lays what somebody holds now beside what they held before, within a sentence and in the one after it: "had denied it, but confirmed it
 * on Friday", "It had previously said there would be no payment". Serves one article.
 */
final class Turns {
    private static final Set<String> FIRST = Set.of("first", "initially", "originally", "formerly", "previously");
    private static final int NEAR = 4;

    /** What is recalled of demands and proposals is no answer that was given up. */
    private static final Set<String> ANSWERS = Set.of("accepts", "rejects", "denies", "conditional", "undecided");

    private final Reading reading;
    private final Lexicons lexicons;

    /** Those of the sentence that are told as recalled. */
    private final Set<Draft> recalled = new LinkedHashSet<>();

    /** Those that the sentence says hold no more, whether or not it says what does. */
    private final Set<Draft> abandoned = new HashSet<>();

    /** Those told in the past perfect, or as what was first: recalled if another is told beside them. */
    private final Set<Draft> perfect = new LinkedHashSet<>();

    /** By holder, what the sentences before told that it holds now. */
    private final Map<String, Draft> standing = new HashMap<>();

    /** Whether the text has told of somebody who gives in. */
    private boolean gaveIn;

    private boolean history;

    Turns(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
    }

    /** @param ofAnotherTime whether the whole sentence is */
    void begin(boolean ofAnotherTime) {
        history = ofAnotherTime;
        recalled.clear();
        abandoned.clear();
        perfect.clear();
    }

    /** Takes note of how a clause tells a position. */
    void told(Frames frames, Clause clause, Draft draft) {
        boolean given = !Abandoned.contrary(draft.value).isEmpty() && Abandoned.said(reading, frames, clause);
        if (given || (!history && Recalls.hangsOrReduced(reading, frames, clause))) {
            recalled.add(draft.cue(Claim.Cue.HISTORY));
        } else if (!history
                && ANSWERS.contains(draft.value)
                && (had(clause) || first(clause) || reportedBefore(frames, clause))) {
            perfect.add(draft);
        }
        if (given) {
            abandoned.add(draft);
        }
    }

    /** Pairs what the sentence told. */
    void end(Frames frames, List<Draft> drafts) {
        if (gaveIn) {
            abandoned.clear(); // a text tells one turn by body and by head
        }
        perfect.forEach(old -> recall(old, drafts));
        contrary(frames, drafts);
        Recalls.pair(drafts, recalled, abandoned, Recalls.ended(reading, frames));
        gaveIn |= drafts.stream().anyMatch(Turns::yields);
        Reversals.mark(drafts);
        perfect.stream().filter(old -> !recalled.contains(old)).forEach(this::across);
        drafts.stream()
                .filter(draft -> !draft.cues.contains(Claim.Cue.HISTORY) && draft.modality == Modality.HAPPENED)
                .forEach(draft -> standing.put(draft.subject, draft));
    }

    /** "admitted that it was never made; it had said the opposite on Monday". */
    private void contrary(Frames frames, List<Draft> drafts) {
        boolean said = false;
        for (int t = frames.sentence().firstToken(); t < frames.sentence().endToken(); t++) {
            boolean word =
                    reading.lower(t).equals("opposite") || reading.lower(t).equals("contrary");
            said |= word
                    && reading.lower(t - 1).equals("the")
                    && lexicons.verbs().is(reading.lemma(t - 2), "report");
        }
        Draft now = said ? drafts.stream().filter(Turns::answers).findFirst().orElse(null) : null;
        if (now != null) {
            boolean owned = now.qualifiers.contains("on=allegation");
            String was = !now.value.equals("accepts") ? "accepts" : owned ? "denies" : "rejects";
            Recalls.turn(now, was);
            drafts.add(now.held(was));
        }
    }

    private static boolean answers(Draft draft) {
        boolean answer = draft.value.equals("accepts") || draft.value.equals("rejects") || draft.value.equals("denies");
        return answer
                && !draft.cues.contains(Claim.Cue.HISTORY)
                && !draft.qualifiers.contains("on=" + Reversals.MATTER);
    }

    /** "had denied it, but confirmed it": beside what its holder tells now. */
    private void recall(Draft old, List<Draft> drafts) {
        boolean turned = drafts.stream()
                .anyMatch(now -> !perfect.contains(now)
                        && !now.qualifiers.contains("on=" + Hints.DENIAL)
                        && !now.cues.contains(Claim.Cue.HISTORY)
                        && now.subject.equals(old.subject)
                        && Recalls.apart(now.value, old.value)
                        && oneMatter(old, now));
        if (turned) {
            recalled.add(old.cue(Claim.Cue.HISTORY));
        }
    }

    /** Whether both may be on the same matter: they name the same, or one of them none, or the new one is told as new. */
    private static boolean oneMatter(Draft old, Draft now) {
        return vague(old)
                || vague(now)
                || now.cues.contains(Claim.Cue.UPDATE)
                || now.qualifiers.stream()
                        .filter(qualifier -> qualifier.startsWith("on="))
                        .anyMatch(old.qualifiers::contains);
    }

    private static boolean vague(Draft draft) {
        return draft.qualifiers.contains("on=issue")
                || draft.qualifiers.contains("on=" + Reversals.MATTER)
                || draft.qualifiers.contains("on=" + Hints.DENIAL);
    }

    /** "It had previously said there would be no payment", behind the sentence that tells of one. */
    private void across(Draft old) {
        Draft now = standing.get(old.subject);
        if (now == null || old.sentence.index() - now.sentence.index() != 1) {
            return;
        }
        boolean answered = !now.qualifiers.contains("on=" + Hints.DENIAL) && !old.value.equals("undecided");
        if (answered && Recalls.apart(now.value, old.value)) {
            Recalls.turn(now, old.value);
            Recalls.sameMatter(old, now);
            old.cue(Claim.Cue.HISTORY).cue(Claim.Cue.UPDATE);
        }
    }

    private boolean had(Clause clause) {
        int first = clause.verb().first();
        for (int t = first; t < clause.verb().head(); t++) {
            if (reading.lower(t).equals("had")) {
                return reading.pos(first).startsWith("VB") || reading.pos(first).startsWith("RB");
            }
        }
        return false;
    }

    /** "at first balked at the idea", "initially denied it". */
    private boolean first(Clause clause) {
        for (int t = clause.verb().first() - NEAR; t < clause.verb().head(); t++) {
            if (FIRST.contains(reading.lower(t)) && t >= 0) {
                return true;
            }
        }
        return false;
    }

    /** "had said earlier that it would not pay": the verb of saying is in the past perfect. */
    private boolean reportedBefore(Frames frames, Clause clause) {
        Clause report = null;
        for (Clause other : frames.clauses()) {
            report = other.index() < clause.index() ? other : report;
        }
        return report != null && report.is("report") && had(report);
    }

    private static boolean yields(Draft draft) {
        return draft.value.equals("accepts")
                && draft.cues.contains(Claim.Cue.UPDATE)
                && !draft.cues.contains(Claim.Cue.HISTORY);
    }
}
