package io.deltawire.claim;

import io.deltawire.entity.Attribution;
import io.deltawire.entity.Entity;
import io.deltawire.text.LinearModel;
import io.deltawire.text.VectorClusters;
import io.deltawire.text.WordClusters;
import java.util.Arrays;
import java.util.Set;

/**
 * What tells that a sentence takes a position, and whose it is, as hashed features: words, runs of words, their clusters, what the word lists
 * of positions know of them. Serves one article; not thread-safe.
 */
final class StanceFeatures {
    /** How a group stands in its sentence. */
    enum Role {
        DOER(0),
        DONE_TO(1),
        SOURCE(2),
        /** Quoted, and named in another sentence. */
        QUOTED(3),
        FIRST(4),
        OTHER(5);

        /** What the model knows it by. */
        private final int code;

        Role(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    private static final Set<String> NEGATIONS = Set.of(
            "not",
            "no",
            "never",
            "n't",
            "nothing",
            "nobody",
            "none",
            "neither",
            "nor",
            "without",
            "hardly",
            "cannot",
            "little",
            "nowhere",
            "few",
            "scarcely",
            "barely");
    private static final Set<String> QUOTES = Set.of("\"", "“", "”");

    /** How many words a negation reaches over. */
    private static final int REACH = 5;

    private static final int MIDDLE = 1;
    private static final int PRIME = 31;

    private static final int QUOTE = WordClusters.hash("<quote>");
    private static final int UNQUOTE = WordClusters.hash("<unquote>");
    private static final int EDGE = WordClusters.hash("<edge>");

    /** Templates of how a holder stands begin here; each is also there with the stance. */
    private static final int HOLDERS = 40;

    private static final int WITH_STANCE = 20;

    private final Reading reading;
    private final VectorClusters vectors = VectorClusters.english();

    private int[] out = new int[1 << 10];
    private int size;

    StanceFeatures(Reading reading) {
        this.reading = reading;
    }

    /** Features of what a sentence says, whoever says it. */
    void of(Frames frames, StanceSink sink) {
        int before = EDGE;
        int beforeThat = EDGE;
        int use = 0;
        int reach = 0;
        boolean quoted = inQuotes(frames.sentence().begin());
        for (int t = frames.sentence().firstToken(); t < frames.sentence().endToken(); t++) {
            String lower = reading.lower(t);
            int word;
            int useHere = 0;
            if (QUOTES.contains(lower)) {
                quoted = !quoted;
                word = quoted ? QUOTE : UNQUOTE;
                sink.key(LinearModel.key(StanceWords.LEMMA, word));
            } else {
                Entity named = reading.pos(t).startsWith("NNP") ? reading.entity(t) : null;
                word = named == null ? 0 : kind(named);
                if (named != null && word == before) {
                    continue; // a name of several words
                }
                boolean behind = reach > 0;
                reach -= behind ? 1 : 0;
                if (named != null) {
                    sink.key(LinearModel.key(StanceWords.LEMMA, word));
                    sink.key(LinearModel.key(StanceWords.WORD, word));
                    if (behind) {
                        sink.key(LinearModel.key(StanceWords.NEGATED, word));
                    }
                } else {
                    StanceWords.Word known = sink.word(reading.token(t).word());
                    word = known.hash();
                    useHere = known.use();
                    sink.lemma(reading.token(t).base(), behind, reach > 0);
                    sink.key(LinearModel.key(9, use * PRIME * 1021 + useHere));
                }
                sink.key(LinearModel.key(2, before * PRIME + word));
                sink.key(LinearModel.key(3, beforeThat * PRIME + word));
                if (NEGATIONS.contains(lower)) {
                    reach = REACH;
                }
            }
            beforeThat = before;
            before = word;
            use = useHere;
        }
        sink.key(LinearModel.key(2, before * PRIME + EDGE));
        frames.clauses().forEach(clause -> clause(frames, clause, sink));
        sink.key(LinearModel.key(14, frames.sentence().headline() ? 1 : 0));
    }

    private void clause(Frames frames, Clause clause, StanceSink sink) {
        int form = (clause.negated() ? 1 : 0) + (clause.passive() ? 2 : 0) + 4 * mood(clause);
        int lemma = WordClusters.hash(clause.lemma());
        sink.key(LinearModel.key(11, lemma * 1024 + form));
        Idioms.Found idiom =
                Idioms.shared().at(reading, clause, frames.sentence().endToken());
        if (idiom != null) {
            sink.key(LinearModel.key(
                    12, idiom.value().hashCode() * 4 + (idiom.negated() ? 1 : 0) + (clause.negated() ? 2 : 0)));
        }
        for (Chunk object : clause.objects()) {
            sink.key(LinearModel.key(13, lemma * PRIME + WordClusters.hash(reading.lemma(object.head()))));
        }
    }

    /**
     * Features of how somebody stands in a sentence that takes a position.
     *
     * @param order how many others of the sentence come before
     * @param stance which position, by {@link StanceModel#STANCES}
     */
    int[] of(StanceHolder holder, int order, int stance) {
        size = 0;
        Chunk group = holder.group();
        Clause clause = holder.clause();
        Entity entity = holder.who().entity();
        int role = holder.role().code;
        int kind = entity != null ? kind(entity) : group == null ? 0 : 1 + use(group);
        boolean says = clause != null && clause.is("report");
        boolean quoted = group != null && inQuotes(reading.token(group.first()).begin());
        int place = role * 16 + Math.min(3, order) * 4 + (quoted ? 2 : 0) + (says ? 1 : 0);
        add(0, role, stance);
        add(1, place, stance);
        add(2, kind, stance);
        add(3, kind * 128 + place, stance);
        add(4, entity != null ? 1 : 0, stance);
        if (clause != null) {
            add(5, WordClusters.hash(clause.lemma()) * 16 + role, stance);
            add(6, mood(clause) * 16 + role, stance);
        }
        if (group != null) {
            add(7, WordClusters.hash(reading.lower(group.first() - 1)) * 16 + role, stance);
            add(8, WordClusters.hash(reading.lower(group.end())) * 16 + role, stance);
            add(9, WordClusters.hash(reading.lower(group.first())), stance);
            add(10, WordClusters.hash(reading.lemma(group.end() - 1)), stance);
        }
        return Arrays.copyOf(out, size);
    }

    private static int kind(Entity entity) {
        return WordClusters.hash(entity.type().name());
    }

    private static int mood(Clause clause) {
        return WordClusters.hash(clause.mood().name()) & 0xFF;
    }

    private int use(Chunk group) {
        return VectorClusters.at(vectors.of(reading.lemma(group.end() - 1)), MIDDLE);
    }

    /** Whether a place in the text, other than its first, is within direct speech. */
    private boolean inQuotes(int at) {
        for (Attribution said : reading.attributions()) {
            if (said.direct() && said.contentBegin() < at && at < said.contentEnd()) {
                return true;
            }
        }
        return false;
    }

    private void add(int template, int value, int stance) {
        add(HOLDERS + template, value);
        add(HOLDERS + WITH_STANCE + template, value * 16 + stance);
    }

    private void add(int template, int value) {
        if (size == out.length) {
            out = Arrays.copyOf(out, size * 2);
        }
        out[size++] = LinearModel.key(template, value);
    }
}
