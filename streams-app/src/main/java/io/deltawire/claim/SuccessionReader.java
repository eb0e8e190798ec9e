package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.entity.Mention;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * OFFICE: who follows whom, also where the office or its body is left to the reader: "appointed Dana Wells, replacing Leo Hart",
 * "her successor is Rui Lopes", "Karl Moe steps in as acting chief executive". A claim without a body, or with "office" for its
 * office, only fills a fact that the story has already.
 */
final class SuccessionReader implements ClaimReader {
    static final String UNNAMED = "office";
    private static final int REACH = 14;
    private static final Set<String> FOLLOWS = Set.of("replace", "succeed", "supplant", "displace", "unseat", "oust");
    private static final Set<String> CHARGE = Set.of(
            "charge",
            "helm",
            "rein",
            "reins",
            "control",
            "controls",
            "oath",
            "office",
            "job",
            "role",
            "post",
            "seat",
            "chair",
            "reigns",
            "leadership",
            "place",
            "baton");
    private static final Set<String> TAKES = Set.of("take", "assume", "get", "land", "fill", "inherit");
    private static final Set<String> OLDER = Set.of("replacing", "succeeding", "after", "ousting", "unseating");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Parties parties;
    private final Titles titles;
    /** The office named last, for "was chosen by the board on Wednesday". */
    private Titles.@Nullable Title before;

    private int beforeAt;

    SuccessionReader(Reading reading, Lexicons lexicons, Parties parties) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.parties = parties;
        this.titles = new Titles(reading, lexicons);
    }

    @Override
    public void read(Frames frames, Claims claims) {
        for (Clause clause : frames.clauses()) {
            if (clause.mood() == Clause.Mood.CONDITIONAL || clause.negated()) {
                continue;
            }
            taken(frames, clause, claims);
        }
        named(frames, claims);
        for (int t = frames.sentence().firstToken(); t < frames.sentence().endToken(); t++) {
            Titles.Title title = titles.at(t, frames.sentence().endToken());
            if (title != null && !titles.former(frames.sentence(), title)) {
                before = title;
                beforeAt = frames.sentence().index();
            }
        }
    }

    private void taken(Frames frames, Clause clause, Claims claims) {
        String lemma = clause.lemma();
        boolean handed = (lemma.equals("give") || lemma.equals("hand") || lemma.equals("entrust")) && holds(clause);
        boolean appoints = lexicons.verbs().is(lemma, "appoint") || handed;
        boolean follows = FOLLOWS.contains(lemma);
        boolean takes = lemma.equals("take over")
                || lemma.equals("step in")
                || lemma.equals("step up")
                || lemma.equals("take office")
                || lemma.equals("take charge")
                || (TAKES.contains(lemma) && holds(clause));
        boolean becomes = lemma.equals("become");
        if (!appoints && !follows && !takes && !becomes) {
            return;
        }
        Entity incoming = null;
        Entity outgoing = null;
        if (follows) {
            incoming = clause.passive() ? person(clause.after("by")) : person(clause.subjects());
            outgoing = clause.passive() ? person(clause.subjects()) : person(clause.objects());
            if (incoming == null && clause.governor() != null) {
                incoming = person(clause.governor().patients());
            }
        } else {
            incoming = appoints ? person(clause.patients()) : person(clause.subjects());
            outgoing = older(frames, clause, incoming);
        }
        Titles.Title title = titleNear(frames, clause);
        boolean board =
                appoints && title == null && before != null && frames.sentence().index() - beforeAt <= 1;
        title = board ? before : title;
        boolean told = title != null || outgoing != null || (takes && !lemma.startsWith("take"));
        if (incoming == null || !told || incoming.equals(outgoing) || (becomes && title == null)) {
            return;
        }
        add(frames, clause, title, body(frames, clause, title), incoming, outgoing, claims);
    }

    private boolean holds(Clause clause) {
        for (Chunk object : clause.objects()) {
            if (CHARGE.contains(reading.lemma(object.head())) || CHARGE.contains(reading.lower(object.head()))) {
                return true;
            }
        }
        return false;
    }

    /** "Her successor is Rui Lopes", "the successor, Rui Lopes". */
    private void named(Frames frames, Claims claims) {
        int end = frames.sentence().endToken();
        for (int t = frames.sentence().firstToken(); t < end; t++) {
            boolean successor = reading.lemma(t).equals("successor");
            if (!successor || !reading.pos(t).startsWith("NN")) {
                continue;
            }
            Entity after = personFrom(t + 1, Math.min(end, t + 8));
            Entity before = personBack(t - 1, Math.max(frames.sentence().firstToken(), t - 8));
            Entity owner =
                    reading.lower(t - 1).equals("'s") || reading.lower(t - 1).equals("’s") ? before : null;
            boolean copula = after != null || before != null;
            Entity incoming = after != null ? after : owner == null ? before : null;
            if (copula && incoming != null && !incoming.equals(owner)) {
                add(frames, null, null, null, incoming, owner == null ? possessor(t) : owner, claims);
            }
        }
    }

    private @Nullable Entity possessor(int t) {
        boolean pronoun = reading.pos(t - 1).equals("PRP$");
        Entity entity = pronoun ? reading.entity(t - 1) : null;
        return entity != null && entity.type() == EntityType.PERSON ? entity : null;
    }

    private void add(
            Frames frames,
            @Nullable Clause clause,
            Titles.@Nullable Title title,
            @Nullable Entity body,
            Entity incoming,
            @Nullable Entity outgoing,
            Claims claims) {
        int first =
                clause == null ? frames.sentence().firstToken() : clause.verb().first();
        Draft draft = new Draft(
                        Kind.OFFICE,
                        frames.sentence(),
                        first,
                        clause == null ? first + 1 : clause.verb().end())
                .about(title == null ? UNNAMED : title.office())
                .is(incoming)
                .cue(Claim.Cue.UPDATE)
                .sure(title == null ? 0.7 : 0.8);
        if (clause != null) {
            // "said that Karl Moe would take over"
            Modality modality = Standing.modality(reading, lexicons, frames.sentence(), clause);
            boolean elected = title != null
                    && title.office().equals("president")
                    && (clause.lemma().equals("elect") || clause.lemma().equals("vote in"));
            draft.put(
                    modality == Modality.POSSIBLE ? Modality.POSSIBLE : elected ? Modality.PLANNED : Modality.HAPPENED);
        }
        if (body != null) {
            String id = parties.sideOf(body);
            draft.on(body.name())
                    .with(body.type() == EntityType.PLACE ? "country" : "body", id.isEmpty() ? body.id() : id);
        }
        if (outgoing != null) {
            draft.with("was", outgoing.name());
        }
        claims.add(draft);
    }

    private Titles.@Nullable Title titleNear(Frames frames, Clause clause) {
        int end = Math.min(frames.sentence().endToken(), clause.verb().end() + REACH);
        for (int t = clause.verb().end(); t < end; t++) {
            Titles.Title title = titles.at(t, end);
            if (title != null && !titles.former(frames.sentence(), title)) {
                return title;
            }
        }
        return null;
    }

    private @Nullable Entity body(Frames frames, Clause clause, Titles.@Nullable Title title) {
        if (title != null) {
            Entity own = titles.bodyOf(frames.sentence(), title);
            if (own != null) {
                return own;
            }
        }
        if (!clause.passive()) {
            for (Chunk subject : clause.subjects()) {
                Entity entity = reading.entity(subject.head());
                Entity owner = entity == null ? parties.owner(subject) : entity;
                if (owner != null && owner.type() != EntityType.PERSON) {
                    return owner;
                }
            }
        }
        return null;
    }

    /** "replacing Leo Hart", "in place of Leo Hart", "to succeed Hugo Blom", "after Paul Renner was sacked", "from the Frenchman X". */
    private @Nullable Entity older(Frames frames, Clause clause, @Nullable Entity incoming) {
        int end = frames.sentence().endToken();
        for (int t = clause.verb().end(); t < end; t++) {
            String lower = reading.lower(t);
            boolean recalls = OLDER.contains(lower)
                    || FOLLOWS.contains(reading.lemma(t))
                    || (lower.equals("of") && reading.lower(t - 1).equals("place"))
                    || (lower.equals("from") && clause.lemma().equals("take over"))
                    || (lower.equals("for") && reading.lower(t - 1).equals("in"));
            Entity person = recalls ? personFrom(t + 1, Math.min(end, t + 7)) : null;
            if (person != null && !person.equals(incoming)) {
                return person;
            }
        }
        return null;
    }

    private @Nullable Entity person(List<Chunk> groups) {
        for (Chunk group : groups) {
            Entity entity = person(group);
            if (entity != null) {
                return entity;
            }
        }
        return null;
    }

    private @Nullable Entity person(@Nullable Chunk group) {
        if (group == null) {
            return null;
        }
        for (int t = group.first(); t < group.end(); t++) {
            Entity entity = reading.entity(t);
            if (entity != null && entity.type() == EntityType.PERSON) {
                return entity;
            }
        }
        return null;
    }

    private @Nullable Entity personFrom(int from, int to) {
        for (int t = from; t < to; t++) {
            if (reading.lower(t).equals(";")) {
                return null;
            }
            Entity entity = reading.entity(t);
            Mention mention = reading.mention(t);
            if (entity != null
                    && mention != null
                    && entity.type() == EntityType.PERSON
                    && mention.form() == Mention.Form.NAME) {
                return entity;
            }
        }
        return null;
    }

    private @Nullable Entity personBack(int from, int to) {
        for (int t = from; t >= to; t--) {
            Entity entity = reading.entity(t);
            Mention mention = reading.mention(t);
            boolean named = mention != null && mention.form() == Mention.Form.NAME;
            if (entity != null && named && entity.type() == EntityType.PERSON) {
                return entity;
            }
        }
        return null;
    }
}
