package io.deltawire.entity;

import io.deltawire.text.Document;
import io.deltawire.text.Sentence;
import io.deltawire.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds who says what, thinks what and wants what: grammar proposes pairs of cue and source, a trained model takes the likely
 * ones, and the rest of the clause, or the quotation beside it, is the content. English only. Thread-safe, no state.
 */
public final class Attributor {
    /** A quotation that has not ended after this many tokens was never one. */
    private static final int LONGEST_QUOTE = 400;

    private final CueModel model;

    /** With the model that ships with deltawire. */
    public Attributor() {
        this(CueModel.english());
    }

    public Attributor(CueModel model) {
        this.model = model;
    }

    /** Attributions in text order; contents may nest but not cross. */
    public List<Attribution> attribute(Document document, Entities entities) {
        List<Attribution> found = new ArrayList<>();
        if (!document.lang().equals("en")) {
            return found;
        }
        boolean[] quoted = quoted(document);
        CueCandidates candidates = new CueCandidates(document, entities, quoted);
        for (Sentence sentence : document.sentences()) {
            Contents contents = new Contents(document, sentence, quoted);
            for (CueCandidate candidate : best(candidates.of(sentence))) {
                found.add(attribution(document, entities, contents, candidate));
            }
        }
        found.sort(Comparator.comparingInt(Attribution::contentBegin)
                .thenComparing(Attribution::contentEnd, Comparator.reverseOrder()));
        return uncrossed(found);
    }

    /** The candidates that the model takes, of those with one cue the likeliest. */
    public List<CueCandidate> best(List<CueCandidate> candidates) {
        Map<Integer, CueCandidate> taken = new LinkedHashMap<>();
        Map<Integer, Double> scores = new HashMap<>();
        for (CueCandidate candidate : candidates) {
            double score = model.score(candidate);
            if (model.accepts(score) && score > scores.getOrDefault(candidate.cueHead(), Double.NEGATIVE_INFINITY)) {
                taken.put(candidate.cueHead(), candidate);
                scores.put(candidate.cueHead(), score);
            }
        }
        return List.copyOf(taken.values());
    }

    /** Every pair that grammar allows, taken or not: what the model is trained on. */
    public List<CueCandidate> candidates(Document document, Entities entities) {
        List<CueCandidate> all = new ArrayList<>();
        CueCandidates candidates = new CueCandidates(document, entities, quoted(document));
        document.sentences().forEach(sentence -> all.addAll(candidates.of(sentence)));
        return all;
    }

    private static Attribution attribution(
            Document document, Entities entities, Contents contents, CueCandidate candidate) {
        List<Token> tokens = document.tokens();
        Contents.Span content = contents.of(candidate);
        return new Attribution(
                speaker(document, entities, candidate),
                tokens.get(candidate.sourceFirst()).begin(),
                tokens.get(candidate.sourceEnd() - 1).end(),
                tokens.get(candidate.cueFirst()).begin(),
                tokens.get(candidate.cueEnd() - 1).end(),
                content.begin(),
                content.end(),
                content.direct(),
                tokens.get(candidate.cueHead()).lemma());
    }

    /** Entity id of the source; for "who" of the one it stands for; else its words in lower case. */
    private static String speaker(Document document, Entities entities, CueCandidate candidate) {
        List<Token> tokens = document.tokens();
        Mention mention = mentionIn(entities, candidate);
        if (mention == null && tokens.get(candidate.sourceHead()).pos().startsWith("W")) {
            int before = candidate.sourceFirst() - 1;
            before -= before >= 0 && tokens.get(before).text().equals(",") ? 1 : 0;
            mention = before < 0 ? null : entities.at(before);
        }
        if (mention != null) {
            return mention.entityId();
        }
        int begin = tokens.get(candidate.sourceFirst()).begin();
        int end = tokens.get(candidate.sourceEnd() - 1).end();
        return NameKeys.lower(document.text().substring(begin, Math.min(end, begin + 120)));
    }

    private static @Nullable Mention mentionIn(Entities entities, CueCandidate candidate) {
        Mention head = entities.at(candidate.sourceHead());
        boolean useful = head != null && head.form() != Mention.Form.DEMONYM;
        if (useful) {
            return head;
        }
        // "spokesman Dmitry Peskov" may have its head anywhere in the name; a name behind "of" or "for" is not the
        // source.
        for (int t = candidate.sourceFirst(); t <= candidate.sourceHead(); t++) {
            Mention mention = entities.at(t);
            if (mention != null
                    && mention.form() != Mention.Form.DEMONYM
                    && mention.endToken() > candidate.sourceHead()) {
                return mention;
            }
        }
        return null;
    }

    /** Clips a content that would cross the one it begins in. */
    private static List<Attribution> uncrossed(List<Attribution> sorted) {
        List<Attribution> out = new ArrayList<>();
        List<Attribution> open = new ArrayList<>();
        for (Attribution next : sorted) {
            open.removeIf(outer -> outer.contentEnd() <= next.contentBegin());
            int end = next.contentEnd();
            for (Attribution outer : open) {
                end = Math.min(end, outer.contentEnd());
            }
            Attribution kept = end == next.contentEnd()
                    ? next
                    : new Attribution(
                            next.speaker(),
                            next.sourceBegin(),
                            next.sourceEnd(),
                            next.cueBegin(),
                            next.cueEnd(),
                            next.contentBegin(),
                            end,
                            next.direct(),
                            next.cue());
            open.add(kept);
            out.add(kept);
        }
        return List.copyOf(out);
    }

    /** Which tokens stand inside double quotation marks; a quotation may run over paragraphs that each open anew. */
    static boolean[] quoted(Document document) {
        List<Token> tokens = document.tokens();
        boolean[] inside = new boolean[tokens.size()];
        int open = -1;
        for (int t = 0; t < tokens.size(); t++) {
            String text = tokens.get(t).text();
            boolean straight = text.equals("\"");
            if (text.equals("“") || (straight && open < 0)) {
                open = t;
            } else if ((text.equals("”") || straight) && open >= 0) {
                Arrays.fill(inside, open, t + 1, true);
                open = -1;
            } else if (open >= 0 && t - open > LONGEST_QUOTE) {
                open = -1;
            }
        }
        return inside;
    }
}
