package io.deltawire.entity;

import io.deltawire.entity.ShallowParse.Phrase;
import io.deltawire.entity.ShallowParse.VerbGroup;
import io.deltawire.text.Document;
import io.deltawire.text.Lexicon;
import io.deltawire.text.Sentence;
import io.deltawire.text.WordClusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds every pair of cue and source that grammar allows in a sentence and describes it for {@link CueModel}. */
final class CueCandidates {
    private static final Map<String, String> CLASSES = new HashMap<>();

    static {
        for (String[] row : Lexicon.rows(CueCandidates.class, "en/cues.tsv")) {
            for (String lemma : row[1].split(" ", -1)) {
                CLASSES.merge(lemma, row[0], (a, b) -> a.contains(b) ? a : a + "+" + b);
            }
        }
    }

    /** Frequent verbs that bring in nobody's words; leaving them out saves time. */
    private static final Set<String> SILENT = Set.of("be", "get", "go", "come", "live", "die", "kill");

    /** Stand before a colon and tell nothing. */
    private static final Set<String> HEADINGS = Set.of(
            "update",
            "updated",
            "watch",
            "photos",
            "photo",
            "video",
            "read",
            "breaking",
            "exclusive",
            "correction",
            "note",
            "live",
            "related",
            "more",
            "previously",
            "editor");

    /** What follows a verb that tells, as {@link #after} names it. */
    private static final Set<String> TELLING = Set.of("that", "clause", "nounthat", "quote", ":", "wh");

    private final Document document;
    private final Entities entities;
    private final boolean[] quoted;

    CueCandidates(Document document, Entities entities, boolean[] quoted) {
        this.document = document;
        this.entities = entities;
        this.quoted = quoted;
    }

    List<CueCandidate> of(Sentence sentence) {
        ShallowParse parse = new ShallowParse(document, sentence);
        List<CueCandidate> found = new ArrayList<>();
        for (int v = 0; v < parse.verbs().size(); v++) {
            VerbGroup group = parse.verbs().get(v);
            if (SILENT.contains(parse.lemma(group.head()))) {
                continue;
            }
            CueCandidate accordingTo = accordingTo(sentence, parse, group);
            if (accordingTo != null) {
                found.add(accordingTo);
                continue;
            }
            Phrase behind = inverted(parse, group);
            if (behind != null) {
                found.add(candidate(sentence, parse, group.start(), group.end(), group.head(), behind, "inv"));
            }
            if (!mayTell(sentence, parse, group)) {
                continue;
            }
            List<Phrase> subjects = parse.subjects(v);
            boolean passive = passive(parse, group);
            for (int k = 0; k < subjects.size(); k++) {
                if (passive && subjects.get(k).start() < group.start()) {
                    continue;
                }
                String shape = subjects.get(k).start() > group.start() ? "by" : k == 0 ? "sub" : "far";
                found.add(candidate(sentence, parse, group.start(), group.end(), group.head(), subjects.get(k), shape));
            }
        }
        mistagged(sentence, parse, found);
        possessors(sentence, parse, found);
        labels(sentence, parse, found);
        return found;
    }

    /** A verb that no list knows brings in somebody's words only with a quotation or a clause: "the officers arrested a man" does not. */
    private boolean mayTell(Sentence sentence, ShallowParse parse, VerbGroup group) {
        return CLASSES.containsKey(parse.lemma(group.head()))
                || TELLING.contains(after(parse, group.end()))
                || hasQuote(sentence);
    }

    /** "The suspect is described": who is spoken of does not speak. */
    private static boolean passive(ShallowParse parse, VerbGroup group) {
        boolean be = false;
        for (int t = group.start(); t < group.head(); t++) {
            be |= parse.lemma(t).equals("be");
        }
        return be && parse.pos(group.head()).equals("VBN");
    }

    /** "said Caddell" behind a quotation or clause. */
    private static @Nullable Phrase inverted(ShallowParse parse, VerbGroup group) {
        if (group.end() - group.start() > 1
                || !(group.form().equals("VBD")
                        || group.form().equals("VBZ")
                        || group.form().equals("VBN"))) {
            return null;
        }
        String before = parse.pos(group.start() - 1);
        boolean closed = before.equals("''") || before.equals(",") || before.equals(".") || before.equals("``");
        Phrase behind = parse.nounStartingAt(group.end());
        String next = behind == null ? "" : parse.pos(behind.end());
        if (next.startsWith("VB") || next.equals("MD")) {
            return null;
        }
        if (!closed
                || behind == null
                || (!CLASSES.getOrDefault(parse.lemma(group.head()), "").contains("say") && !before.equals("''"))) {
            return null;
        }
        return parse.lower(behind.start()).equals("it")
                        || parse.lower(behind.start()).equals("him")
                ? null
                : behind;
    }

    private @Nullable CueCandidate accordingTo(Sentence sentence, ShallowParse parse, VerbGroup group) {
        int head = group.head();
        if (!parse.lower(head).equals("according") || !parse.lower(head + 1).equals("to")) {
            return null;
        }
        Phrase noun = parse.nounStartingAt(head + 2);
        return noun == null ? null : candidate(sentence, parse, head, head + 2, head, noun, "acc");
    }

    /** "Trump charges that": a verb of saying that the tagger took for a noun. */
    private void mistagged(Sentence sentence, ShallowParse parse, List<CueCandidate> found) {
        for (int t = parse.first() + 1; t < parse.end(); t++) {
            Phrase noun = parse.nounEndingAt(t + 1);
            String next = parse.lower(t + 1);
            boolean opens = next.equals("that") || next.equals(":") || next.equals("“");
            if (noun == null || noun.start() >= t || !opens || !CLASSES.containsKey(parse.lemma(t))) {
                continue;
            }
            found.add(candidate(sentence, parse, t, t + 1, t, new Phrase(noun.start(), t, t - 1), "tag"));
        }
    }

    /** "his claim that", "the ministry's statement". */
    private void possessors(Sentence sentence, ShallowParse parse, List<CueCandidate> found) {
        for (int t = parse.first(); t < parse.end(); t++) {
            if (!parse.pos(t).startsWith("NN")
                    || !CLASSES.getOrDefault(parse.lemma(t), "").contains("noun")) {
                continue;
            }
            int owner = t - 1;
            while (owner > t - 4
                    && (parse.pos(owner).startsWith("JJ") || parse.pos(owner).equals("NN"))) {
                owner--;
            }
            if (parse.pos(owner).equals("PRP$")) {
                found.add(candidate(sentence, parse, t, t + 1, t, new Phrase(owner, owner + 1, owner), "poss"));
            } else if (parse.pos(owner).equals("POS")) {
                int first = owner;
                while (first > parse.first()
                        && first > owner - 6
                        && (parse.pos(first - 1).startsWith("NN")
                                || parse.pos(first - 1).equals("DT"))) {
                    first--;
                }
                if (first < owner) {
                    found.add(candidate(sentence, parse, t, t + 1, t, new Phrase(first, owner, owner - 1), "poss"));
                }
            }
        }
    }

    /** "Moderator: …" at the start of a line, "― Jane Doe" at its end, and "by"/"in a statement" forms left to verbs. */
    private void labels(Sentence sentence, ShallowParse parse, List<CueCandidate> found) {
        int first = parse.first();
        first += parse.pos(first).equals("``") ? 1 : 0;
        Phrase start = parse.nounStartingAt(first);
        if (start != null
                && parse.lower(start.end()).equals(":")
                && start.end() + 1 < parse.end()
                && !HEADINGS.contains(parse.lower(start.end() - 1))) {
            found.add(candidate(sentence, parse, start.end(), start.end() + 1, start.end(), start, "label"));
        }
        for (int t = parse.end() - 2; t > Math.max(first, parse.end() - 8); t--) {
            Phrase noun = parse.nounStartingAt(t + 1);
            if (noun != null && "―—–-".contains(parse.lower(t)) && noun.end() >= parse.end() - 1) {
                found.add(candidate(sentence, parse, t, t + 1, t, noun, "dash"));
                return;
            }
        }
    }

    private CueCandidate candidate(
            Sentence sentence, ShallowParse parse, int cueFirst, int cueEnd, int head, Phrase source, String shape) {
        Features features = new Features();
        String lemma = parse.lemma(head);
        String kind = CLASSES.getOrDefault(lemma, "-");
        String after = after(parse, shape.equals("inv") ? source.end() : cueEnd);
        String subject = subject(parse, source);
        String form = cueEnd - cueFirst > 1 ? parse.pos(cueFirst) + "+" : parse.pos(cueFirst);
        boolean inQuote = quoted[head];
        boolean quoteNear = hasQuote(sentence);
        String place = inQuote ? "in" : quoteNear ? "near" : "no";
        features.add("bias", "");
        features.add("shape", shape);
        features.add("v", lemma);
        features.add("k", kind);
        features.add("a", after);
        features.add("s", subject);
        features.add("f", form);
        features.add("q", place);
        features.add("v,a", lemma, after);
        features.add("k,a", kind, after);
        features.add("k,s", kind, subject);
        features.add("k,f", kind, parse.pos(cueFirst));
        features.add("k,q", kind, place);
        features.add("v,q", lemma, place);
        features.add("v,f", lemma, parse.pos(cueFirst));
        features.add("v,s", lemma, subject);
        features.add("shape,k", shape, kind);
        features.add("s,a", subject, after);
        features.add("s,q", subject, place);
        features.add("sw", parse.lemma(source.head()));
        features.add("n", parse.lower(cueEnd));
        features.add("v,n", lemma, parse.lower(cueEnd));
        features.add("b", parse.lower(cueFirst - 1));
        features.add("d", Math.min(5, Math.abs(cueFirst - source.end())));
        features.add("first", (source.start() == parse.first()));
        features.add("last", (cueEnd >= parse.end() - 1 || source.end() >= parse.end() - 1));
        features.add("head", sentence.headline());
        int cluster = parse.baseCluster(head);
        for (int bits = 6; cluster >= 0 && bits <= 12; bits += 3) {
            int wide = WordClusters.prefix(cluster, bits);
            features.add("c", bits, wide);
            features.add("ca", bits, wide, after);
        }
        int own = parse.cluster(source.head());
        if (own >= 0) {
            features.add("sc6", WordClusters.prefix(own, 6));
            features.add("sc10", WordClusters.prefix(own, 10));
        }
        for (int t = cueFirst; t < head; t++) {
            features.add("aux", parse.lemma(t));
        }
        return new CueCandidate(
                cueFirst,
                cueEnd,
                head,
                source.start(),
                source.end(),
                source.head(),
                shape.equals("inv"),
                features.toArray());
    }

    private String after(ShallowParse parse, int t) {
        String lower = parse.lower(t);
        String pos = parse.pos(t);
        if (lower.isEmpty()) {
            return "end";
        }
        if (parse.nounStartingAt(t) != null && !lower.equals("that")) {
            Phrase noun = parse.nounStartingAt(t);
            int end = noun == null ? t : noun.end();
            String next = parse.pos(end);
            return next.startsWith("VB") || next.equals("MD")
                    ? "clause"
                    : "noun" + (next.equals("TO") ? "to" : "")
                            + (parse.lower(end).equals("that") ? "that" : "");
        }
        return switch (pos) {
            case "IN" ->
                lower.equals("that") || lower.equals("if") || lower.equals("whether") ? "that" : "prep-" + lower;
            case "TO" -> "to";
            case "``", "''" -> "quote";
            case ",", ":", "." -> pos;
            case "WRB", "WP", "WDT" -> "wh";
            default -> lower.equals("that") ? "that" : pos;
        };
    }

    private String subject(ShallowParse parse, Phrase source) {
        Mention mention = entities.at(source.head());
        if (mention != null) {
            Entity entity = entities.byId(mention.entityId());
            return (entity == null ? "?" : entity.type().name())
                    + mention.form().name().charAt(0);
        }
        String lower = parse.lower(source.head());
        String pos = parse.pos(source.head());
        return switch (pos) {
            case "PRP", "PRP$", "WP", "WDT", "DT", "EX" -> pos + lower;
            default -> pos;
        };
    }

    private boolean hasQuote(Sentence sentence) {
        for (int t = sentence.firstToken(); t < Math.min(sentence.endToken(), sentence.firstToken() + 200); t++) {
            if (quoted[t]) {
                return true;
            }
        }
        return false;
    }
}
