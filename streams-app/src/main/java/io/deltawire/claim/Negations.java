package io.deltawire.claim;

/** Ways to negate a position that are no "not" beside the verb. */
final class Negations {
    private Negations() {}

    /** "would sign nothing of the sort". */
    static boolean ofNothing(Reading reading, Clause clause) {
        return clause.objects().stream().anyMatch(object -> {
            String first = reading.lower(object.first());
            return first.equals("nothing") || first.equals("none") || first.equals("neither");
        });
    }

    /** "no longer disputes it". */
    static boolean noLonger(Reading reading, Clause clause) {
        for (int t = clause.verb().first() - 2; t < clause.verb().head(); t++) {
            if (reading.lower(t).equals("no") && reading.lower(t + 1).equals("longer")) {
                return true;
            }
        }
        return false;
    }

    /** "would neither confirm nor deny": whether it is one of the two verbs. */
    static boolean ofBoth(Reading reading, Clause clause) {
        int head = clause.verb().head();
        return clause.lemma().equals("confirm")
                ? or(reading, head + 1) && reading.lemma(head + 2).equals("deny")
                : clause.lemma().equals("deny")
                        && or(reading, head - 1)
                        && reading.lemma(head - 2).equals("confirm");
    }

    /** "would not hear of an exchange". */
    static boolean ofHeed(Lexicon stances, Clause clause) {
        return !clause.obliques().isEmpty()
                && stances.is(clause.lemma() + " " + clause.obliques().get(0).preposition(), "heeds");
    }

    /** "wants to block the merger": what is wanted or promised is to act against something. */
    static boolean ofOpposing(Lexicon stances, Frames frames, Clause clause) {
        return frames.clauses().stream()
                .anyMatch(next -> clause.equals(next.governor())
                        && next.mood() == Clause.Mood.INFINITIVE
                        && next.index() == clause.index() + 1
                        && !next.negated()
                        && stances.is(next.lemma(), "opposing"));
    }

    private static boolean or(Reading reading, int t) {
        return reading.lower(t).equals("nor") || reading.lower(t).equals("or");
    }
}
