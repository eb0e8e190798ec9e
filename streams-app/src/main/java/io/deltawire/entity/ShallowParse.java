package io.deltawire.entity;

import io.deltawire.text.Document;
import io.deltawire.text.Sentence;
import io.deltawire.text.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Noun phrases and verb groups of one sentence by part of speech, and which noun phrase is a verb's subject. */
final class ShallowParse {
    /** Tokens to look back for a subject; bounds the work in a sentence without end. */
    private static final int REACH = 40;

    /** Tokens [start, end), {@code head} the main word. */
    record Phrase(int start, int end, int head) {}

    /**
     * Tokens [start, end) of auxiliaries, adverbs and a main verb.
     *
     * @param form POS of the first word: tells finite groups from infinitives (TO) and participles (VBG, VBN)
     */
    record VerbGroup(int start, int end, int head, String form) {}

    private final List<Token> tokens;
    private final int first;
    private final int end;

    /** Part of speech of each token of the sentence, side by side as each is asked for a dozen times. */
    private final String[] tags;

    private final List<VerbGroup> verbs = new ArrayList<>();
    private final @Nullable Phrase[] nounEndingAt;
    private final @Nullable Phrase[] nounStartingAt;

    ShallowParse(Document document, Sentence sentence) {
        tokens = document.tokens();
        first = sentence.firstToken();
        end = sentence.endToken();
        tags = new String[end - first];
        for (int t = first; t < end; t++) {
            tags[t - first] = tokens.get(t).pos();
        }
        nounEndingAt = new Phrase[end - first + 1];
        nounStartingAt = new Phrase[end - first + 1];
        nouns();
        verbGroups();
    }

    List<VerbGroup> verbs() {
        return verbs;
    }

    @Nullable
    Phrase nounStartingAt(int t) {
        return t < first || t >= end ? null : nounStartingAt[t - first];
    }

    @Nullable
    Phrase nounEndingAt(int t) {
        return t <= first || t > end ? null : nounEndingAt[t - first];
    }

    String pos(int t) {
        return t < first || t >= end ? "" : tags[t - first];
    }

    String lower(int t) {
        return t < first || t >= end ? "" : tokens.get(t).lower();
    }

    String lemma(int t) {
        return t < first || t >= end ? "" : tokens.get(t).lemma();
    }

    /** Path of the cluster of the word as it stands, see {@link io.deltawire.text.WordClusters}; so the next of its base form. */
    int cluster(int t) {
        return t < first || t >= end ? 0 : tokens.get(t).word().cluster();
    }

    int baseCluster(int t) {
        return t < first || t >= end ? 0 : tokens.get(t).base().cluster();
    }

    int first() {
        return first;
    }

    int end() {
        return end;
    }

    private void nouns() {
        int t = first;
        while (t < end) {
            String pos = pos(t);
            int stop = t + 1;
            int head = t;
            if (pos.equals("PRP") || pos.equals("EX") || pos.equals("WP")) {
                put(new Phrase(t, stop, t));
                t = stop;
                continue;
            }
            if (!startsNoun(pos)) {
                t++;
                continue;
            }
            boolean noun = isNoun(pos);
            while (stop < end && continuesNoun(stop)) {
                if (isNoun(pos(stop))) {
                    head = stop;
                    noun = true;
                }
                stop++;
            }
            if (noun || pos.equals("DT") || pos.equals("CD") || pos.startsWith("JJ")) {
                put(new Phrase(t, stop, noun ? (isNoun(pos(head)) ? head : t) : stop - 1));
            }
            t = stop;
        }
    }

    private void put(Phrase phrase) {
        nounEndingAt[phrase.end() - first] = phrase;
        nounStartingAt[phrase.start() - first] = phrase;
    }

    private static boolean isNoun(String pos) {
        return pos.startsWith("NN");
    }

    private static boolean startsNoun(String pos) {
        return switch (pos) {
            case "DT", "PRP$", "CD", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "$", "#", "PDT" -> true;
            default -> false;
        };
    }

    private boolean continuesNoun(int t) {
        String pos = pos(t);
        if (pos.equals("DT") || pos.equals("PRP$")) {
            return pos(t - 1).equals("PDT");
        }
        if (pos.equals("VBN") || pos.equals("VBG") || pos.equals("RB")) {
            // "a newly released poll", "the leading candidate"
            boolean lead = pos(t - 1).equals("DT")
                    || pos(t - 1).equals("PRP$")
                    || pos(t - 1).equals("RB");
            return lead
                    && (isNoun(pos(t + 1))
                            || pos(t + 1).startsWith("JJ")
                            || pos(t + 1).equals("VBN"));
        }
        return startsNoun(pos) || pos.equals("POS");
    }

    private void verbGroups() {
        int t = first;
        while (t < end) {
            String pos = pos(t);
            boolean infinitive = pos.equals("TO")
                    && (pos(t + 1).equals("VB")
                            || (pos(t + 2).equals("VB") && pos(t + 1).equals("RB")));
            if (!infinitive && !isVerb(pos)) {
                t++;
                continue;
            }
            int head = infinitive ? t + 1 : t;
            int stop = head + 1;
            while (stop < end && continuesVerb(head, stop)) {
                if (isVerb(pos(stop))) {
                    head = stop;
                }
                stop++;
            }
            while (stop - 1 > head && pos(stop - 1).equals("RB")) {
                stop--;
            }
            verbs.add(new VerbGroup(t, stop, head, pos));
            t = stop;
        }
    }

    private static boolean isVerb(String pos) {
        return pos.startsWith("VB") || pos.equals("MD");
    }

    private boolean isAuxiliary(int t) {
        return pos(t).equals("MD")
                || pos(t).equals("TO")
                || switch (lemma(t)) {
                    case "be", "have", "do", "get" -> true;
                    default -> false;
                };
    }

    private boolean continuesVerb(int head, int t) {
        String pos = pos(t);
        if (pos.equals("RB")) {
            return true;
        }
        return isVerb(pos) && isAuxiliary(head) && !pos.equals("MD");
    }

    /**
     * What may be the subject of a verb, most likely first: the noun phrase that grammar gives, the sentence's first subject
     * where the verb hangs on it, the agent of a passive, the phrase before a time ("the firm this month said").
     */
    List<Phrase> subjects(int verb) {
        List<Phrase> found = new ArrayList<>();
        VerbGroup group = verbs.get(verb);
        add(found, subject(verb, 0));
        String form = group.form();
        String before = pos(group.start() - 1);
        boolean hangs = form.equals("VBG")
                || form.equals("TO")
                || before.equals("CC")
                || before.equals(",")
                || before.equals("RB");
        for (int v = 0; hangs && v < verb; v++) {
            Phrase main = isFinite(verbs.get(v)) ? subject(v, 0) : null;
            if (main != null) {
                add(found, main);
                break;
            }
        }
        if (lower(group.end()).equals("by")) {
            add(found, nounStartingAt(group.end() + 1));
        }
        Phrase near = nounEndingAt(group.start());
        if (near != null && isTime(near)) {
            int t = near.start() - 1;
            while (t > first && (pos(t).equals("RB") || pos(t).equals("IN") || pos(t).equals(","))) {
                t--;
            }
            Phrase earlier = nounEndingAt(t + 1);
            add(found, earlier == null ? null : widened(earlier));
        }
        return found;
    }

    private static void add(List<Phrase> found, @Nullable Phrase phrase) {
        if (phrase != null && found.stream().noneMatch(other -> other.head() == phrase.head())) {
            found.add(phrase);
        }
    }

    private static boolean isFinite(VerbGroup group) {
        return switch (group.form()) {
            case "VBD", "VBZ", "VBP", "MD" -> true;
            default -> false;
        };
    }

    private boolean isTime(Phrase phrase) {
        return switch (lower(phrase.head())) {
            case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" -> true;
            case "week", "month", "year", "day", "night", "morning", "evening", "afternoon", "yesterday", "today" ->
                true;
            default -> false;
        };
    }

    private @Nullable Phrase subject(int verb, int depth) {
        VerbGroup group = verbs.get(verb);
        if (depth > 6) {
            return null;
        }
        boolean bare = group.form().equals("VBG") || group.form().equals("VBN");
        int t = group.start() - 1;
        while (t >= first && (pos(t).equals("RB") || pos(t).equals("RP"))) {
            t--;
        }
        if (t < first) {
            return null;
        }
        String pos = pos(t);
        if (group.form().equals("TO") || (bare && !isNounEnd(t))) {
            return verb > 0 ? subject(verb - 1, depth + 1) : null;
        }
        if (pos.equals("WDT") || pos.equals("WP")) {
            return new Phrase(t, t + 1, t);
        }
        if (pos.equals("CC") || (pos.equals(",") && verb > 0 && !closesInsertion(t))) {
            return verb > 0 && verbs.get(verb - 1).start() > group.start() - REACH
                    ? subject(verb - 1, depth + 1)
                    : null;
        }
        if (pos.equals(",") || pos.equals(")") || pos.equals(":") || pos.equals("-RRB-")) {
            return beforeInsertion(t);
        }
        Phrase noun = nounEndingAt(t + 1);
        return noun == null ? null : widened(noun);
    }

    private boolean isNounEnd(int t) {
        return nounEndingAt(t + 1) != null;
    }

    /** A comma that ends ", a professor at X," or ", who ran the place,": an earlier comma follows a noun phrase. */
    private boolean closesInsertion(int comma) {
        return beforeInsertion(comma) != null;
    }

    private @Nullable Phrase beforeInsertion(int comma) {
        String mark = lower(comma);
        for (int t = comma - 1; t > first && t > comma - REACH; t--) {
            String lower = lower(t);
            boolean opens =
                    mark.equals(")") ? lower.equals("(") : mark.equals(",") ? lower.equals(",") : lower.equals(mark);
            if (opens) {
                Phrase noun = nounEndingAt(t);
                return noun == null ? null : widened(noun);
            }
        }
        return null;
    }

    /** Takes in what the phrase hangs on: "a spokesman for the ministry", "leaders and others". */
    private Phrase widened(Phrase noun) {
        Phrase whole = noun;
        for (int k = 0; k < 4; k++) {
            int before = whole.start() - 1;
            String pos = pos(before);
            Phrase left = nounEndingAt(before);
            boolean joins = (pos.equals("IN")
                            && !lower(before).equals("that")
                            && !lower(before).equals("because"))
                    || pos.equals("CC")
                    || (pos.equals("TO") && !pos(before + 1).equals("VB"));
            if (!joins || left == null || pos(left.head()).equals("PRP")) {
                return whole;
            }
            boolean object = isVerb(pos(left.start() - 1)) && pos.equals("CC");
            if (object) {
                return whole;
            }
            whole = new Phrase(left.start(), whole.end(), left.head());
        }
        return whole;
    }
}
