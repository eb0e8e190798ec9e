package io.deltawire.claim;

import io.deltawire.text.Sentence;
import io.deltawire.text.TimeValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a claim stands: its modality from the clause, its cues from the words around it. */
final class Standing {
    private static final Set<String> ACCUSES = Set.of("accuse", "suspect", "allege");
    /** Nouns that count whatever was counted before. */
    static final Set<String> GENERAL = Set.of("people", "person", "victim", "dead", "death", "case", "one", "other");

    private static final Set<String> DENIAL = Set.of("deny", "refute", "rebut", "disprove", "dispute");

    private static final Set<String> REACHES = Set.of("leave", "bring", "take", "make", "raise", "put", "lift", "push");

    private static final Set<String> KNOWN =
            Set.of("know", "say", "report", "confirm", "find", "announce", "understand");

    private Standing() {}

    /** Cues that hold for the whole sentence. */
    static List<Claim.Cue> cues(Reading reading, Lexicons lexicons, Sentence sentence) {
        List<Claim.Cue> cues = new ArrayList<>();
        if (says(reading, lexicons, sentence, "correction") || saysWrong(reading, lexicons, sentence)) {
            cues.add(Claim.Cue.CORRECTION);
        }
        if (says(reading, lexicons, sentence, "retraction")) {
            cues.add(Claim.Cue.RETRACTION);
        }
        if (sentence.headline()) {
            cues.add(Claim.Cue.HEADLINE);
        }
        return cues;
    }

    /** "earlier reports of 40 deaths were wrong". */
    private static boolean saysWrong(Reading reading, Lexicons lexicons, Sentence sentence) {
        return says(reading, lexicons, sentence, "wrong") && says(reading, lexicons, sentence, "figure");
    }

    /** Whether the sentence speaks of another time: "in 2010", "two years ago", "the worst since 1999". */
    static boolean history(Reading reading, Lexicons lexicons, Sentence sentence) {
        return reading.history(sentence, unknown -> ofAnotherTime(reading, lexicons, unknown));
    }

    private static boolean ofAnotherTime(Reading reading, Lexicons lexicons, Sentence sentence) {
        boolean near = false;
        boolean far = false;
        boolean dated = reading.marked(sentence, Marks.TIME);
        for (int t = sentence.firstToken(); dated && t < sentence.endToken(); t++) {
            TimeValue time = reading.time(t);
            if (time == null || time.firstToken() != t) {
                continue;
            }
            boolean since = reading.lower(t - 1).equals("since");
            boolean old = time.end().isBefore(reading.recent());
            far |= old && !since;
            near |= !old && !since;
        }
        return !near && (far || says(reading, lexicons, sentence, "history"));
    }

    /** The same for one clause: a time of its own decides, else the sentence. */
    static boolean history(Reading reading, Lexicons lexicons, Frames frames, Clause clause) {
        int begin = frames.sentence().firstToken();
        int end = frames.sentence().endToken();
        for (Clause other : frames.clauses()) {
            if (other.index() < clause.index()) {
                begin = other.verb().end();
            } else if (other.index() > clause.index()) {
                end = Math.min(end, other.verb().first());
            }
        }
        boolean old = whenLongAgo(reading, frames, clause);
        boolean open = !old && reading.marked(frames.sentence(), Marks.TIME);
        for (int t = begin; open && t < end; t++) {
            if (reading.lower(t).equals(";") && t > clause.verb().head()) {
                break;
            }
            TimeValue time = reading.time(t);
            if (time != null) {
                boolean before = time.end().isBefore(reading.recent());
                boolean since = reading.lower(time.firstToken() - 1).equals("since");
                if (!before && !since) {
                    return false;
                }
                old |= before && !since;
            }
        }
        return old || history(reading, lexicons, part(reading, frames.sentence(), clause));
    }

    /** "Turnout was 47 percent; four years ago it was 55": the part between semicolons that a clause stands in. */
    private static Sentence part(Reading reading, Sentence sentence, Clause clause) {
        if (!reading.marked(sentence, Marks.SEMICOLON)) {
            return sentence;
        }
        int first = sentence.firstToken();
        int end = sentence.endToken();
        for (int t = sentence.firstToken(); t < sentence.endToken(); t++) {
            if (reading.lower(t).equals(";")) {
                first = t < clause.verb().head() ? t + 1 : first;
                end = t > clause.verb().head() ? Math.min(end, t) : end;
            }
        }
        return first == sentence.firstToken() && end == sentence.endToken()
                ? sentence
                : new Sentence(
                        sentence.index(),
                        sentence.begin(),
                        sentence.end(),
                        first,
                        end,
                        sentence.paragraph(),
                        sentence.headline());
    }

    /** "since 2013, when 21 people died": the clause tells of the year before it. */
    private static boolean whenLongAgo(Reading reading, Frames frames, Clause clause) {
        if (!reading.marked(frames.sentence(), Marks.WHEN)) {
            return false;
        }
        for (int t = clause.verb().first() - 1;
                t > Math.max(frames.sentence().firstToken(), clause.verb().first() - 9);
                t--) {
            if (reading.lower(t).equals("when") || reading.lower(t).equals("which")) {
                int before = reading.lower(t - 1).equals(",") ? t - 2 : t - 1;
                before = reading.time(before) == null && reading.lower(t - 1).equals("in") ? t - 3 : before;
                TimeValue time = reading.time(before);
                return time != null && time.end().isBefore(reading.recent());
            }
        }
        return false;
    }

    static LocalDate published(Reading reading) {
        return reading.published();
    }

    /** Whether a sentence has a word or phrase of a class of the cue lexicon. */
    static boolean says(Reading reading, Lexicons lexicons, Sentence sentence, String cue) {
        return reading.marked(sentence, Marks.CUE)
                && says(reading, lexicons, sentence.firstToken(), sentence.endToken(), cue);
    }

    /** Whether the article has a word of one of these base forms. */
    static boolean has(Reading reading, String... lemmas) {
        Set<String> wanted = Set.of(lemmas);
        return reading.document().tokens().stream().anyMatch(token -> wanted.contains(token.lemma()));
    }

    /** Whether a sentence has a word of this base form. */
    static boolean has(Reading reading, Sentence sentence, String lemma) {
        for (int t = sentence.firstToken(); t < sentence.endToken(); t++) {
            if (reading.lemma(t).equals(lemma)) {
                return true;
            }
        }
        return false;
    }

    static boolean says(Reading reading, Lexicons lexicons, int first, int end, String cue) {
        return reading.cues(lexicons.cues()).has(first, end, cue);
    }

    /** Modality of what a clause says. */
    static Modality modality(Reading reading, Lexicons lexicons, Sentence sentence, @Nullable Clause clause) {
        int last = sentence.endToken() - 1;
        boolean question =
                reading.lower(last).equals("?") || reading.lower(last - 1).equals("?");
        if (clause == null) {
            return question ? Modality.POSSIBLE : Modality.HAPPENED;
        }
        if (clause.mood() == Clause.Mood.CONDITIONAL || accused(clause)) {
            return Modality.POSSIBLE;
        }
        boolean plea = clause.lemma().equals("plead"); // "pleaded not guilty to 12 counts"
        if ((clause.negated() && !plea) || governed(clause, DENIAL, "fail")) {
            return Modality.DENIED;
        }
        if (!question && consequence(reading, clause)) {
            return Modality.HAPPENED;
        }
        if (!question && reportedFuture(reading, lexicons, sentence, clause)) {
            return Modality.PLANNED;
        }
        if (question || clause.mood() == Clause.Mood.POSSIBLE || clause.mood() == Clause.Mood.CONDITIONAL) {
            return Modality.POSSIBLE;
        }
        if (clause.mood() == Clause.Mood.FUTURE) {
            return Modality.PLANNED;
        }
        if (clause.mood() == Clause.Mood.INFINITIVE) {
            Clause governor = clause.governor();
            if (governor == null) {
                return Modality.PLANNED;
            }
            if (governor.passive() && KNOWN.contains(governor.lemma())) {
                return Modality.HAPPENED; // "are known to have perished"
            }
            if (governor.is("manage")) {
                return modality(reading, lexicons, sentence, governor);
            }
            return governor.is("try") ? Modality.POSSIBLE : Modality.PLANNED;
        }
        int from = Math.max(sentence.firstToken(), clause.verb().first() - 4);
        return says(
                        reading,
                        lexicons,
                        from,
                        Math.min(sentence.endToken(), clause.verb().end() + 1),
                        "possible")
                ? Modality.POSSIBLE
                : Modality.HAPPENED;
    }

    /** "accused of ignoring the offer". */
    private static boolean accused(Clause clause) {
        Clause governor = clause.governor();
        return governor != null && ACCUSES.contains(governor.lemma());
    }

    /** ", which would leave 47 missing", ", which would bring the toll to nine": reckoned from what has happened. */
    private static boolean consequence(Reading reading, Clause clause) {
        int first = clause.verb().first();
        return reading.lower(first).equals("would")
                && reading.lower(first - 1).equals("which")
                && reading.lower(first - 2).equals(",")
                && REACHES.contains(clause.lemma());
    }

    /** "said it would cut 800 jobs": the past of "will", with no condition in the sentence. */
    private static boolean reportedFuture(Reading reading, Lexicons lexicons, Sentence sentence, Clause clause) {
        if (clause.mood() != Clause.Mood.POSSIBLE
                || !reading.lower(clause.verb().first()).equals("would")) {
            return false;
        }
        boolean reported = false;
        for (int t = sentence.firstToken(); t < sentence.endToken(); t++) {
            String lower = reading.lower(t);
            if (lower.equals("if") || lower.equals("unless")) {
                return false;
            }
            reported |= t < clause.verb().first() && lexicons.verbs().is(reading.lemma(t), "report");
        }
        return reported;
    }

    private static boolean governed(Clause clause, Set<String> lemmas, String verbClass) {
        Clause governor = clause.governor();
        return governor != null && !governor.negated() && (lemmas.contains(governor.lemma()) || governor.is(verbClass));
    }

    /** What holds of a day: what is told of one to come is planned. */
    static Modality dated(Reading reading, Lexicons lexicons, Frames frames, @Nullable Clause clause, TimeValue time) {
        Modality modality = modality(reading, lexicons, frames.sentence(), clause);
        boolean open =
                modality == Modality.HAPPENED || modality == Modality.POSSIBLE; // "may return on Friday" is a date too
        return open && time.begin().isAfter(published(reading)) ? Modality.PLANNED : modality;
    }
}
