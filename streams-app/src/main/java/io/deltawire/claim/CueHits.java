package io.deltawire.claim;

import java.util.ArrayList;
import java.util.List;

/** Words and phrases of the cue lexicon in a document, found once: every reader asks for them, many times a sentence. */
final class CueHits {
    private static final int LONGEST = 3;

    /** By token: position in the list of the first hit that begins there or later. */
    private final int[] from;

    private final List<Hit> hits = new ArrayList<>();

    private record Hit(int first, int end, Lexicon.Listed cue) {}

    CueHits(Reading reading, Lexicon cues, int tokens) {
        from = new int[tokens + 1];
        for (int t = 0; t < tokens; t++) {
            from[t] = hits.size();
            if (reading.marked(t, Marks.CUE)) {
                collect(reading, cues, t, Math.min(tokens, t + LONGEST));
            }
        }
        from[tokens] = hits.size();
    }

    private void collect(Reading reading, Lexicon cues, int first, int end) {
        String phrase = "";
        for (int t = first; t < end; t++) {
            phrase = t == first ? reading.lower(t) : phrase + " " + reading.lower(t);
            Lexicon.Listed cue = cues.listed(phrase);
            if (cue.has()) {
                hits.add(new Hit(first, t + 1, cue));
            }
            boolean goesOn = t + 1 < end && (t > first || cue.leads()) && reading.marked(first + 1, Marks.CUE_REST);
            if (!goesOn) {
                return;
            }
        }
    }

    /** Whether a word or phrase of a class stands between two tokens, the last left out. */
    boolean has(int first, int end, String cue) {
        for (int k = from[Math.min(Math.max(0, first), from.length - 1)]; k < hits.size(); k++) {
            Hit hit = hits.get(k);
            if (hit.first >= end) {
                return false;
            }
            if (hit.end <= end && hit.cue.is(cue)) {
                return true;
            }
        }
        return false;
    }
}
