package io.deltawire.claim;

import io.deltawire.entity.Attribution;
import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.entity.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds who holds the position that a clause tells of: its subject, the name beside a title, the speaker behind "it" and "we", whoever
 * the sentence before was about. Serves one article, sentence by sentence.
 */
final class Voices {
    private static final Set<String> THEY = Set.of("it", "they", "its", "their");
    private static final Set<String> HE = Set.of("he", "she");
    private static final Set<String> WE = Set.of("we", "i", "our", "us");
    private static final Set<String> COPULA = Set.of("be", "seem", "appear", "become", "take", "remain");

    /** Nouns that say little without the word before them: "the interior ministry", "the miners' union". */
    private static final Set<String> SORTED = Set.of("ministry", "minister", "department", "secretary", "office");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Parties parties;
    private @Nullable Voice before;
    private @Nullable Voice now;

    Voices(Reading reading, Lexicons lexicons, Parties parties) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.parties = parties;
    }

    /** Begins a sentence. */
    void turn(Frames frames) {
        before = now;
        Voice main = null;
        for (Clause clause : frames.clauses()) {
            Voice voice = clause.subjects().isEmpty()
                    ? null
                    : named(frames, clause.subjects().get(0));
            boolean says = clause.is("report");
            if (voice != null && (main == null || (says && !clause.passive()))) {
                main = voice;
                if (says) {
                    break;
                }
            }
        }
        boolean headline = frames.sentence().headline();
        now = headline ? null : main;
    }

    /** Who holds what the clause says, or null. */
    @Nullable
    Voice of(Frames frames, Clause clause) {
        Chunk group = clause.passive()
                ? clause.after("by")
                : clause.subjects().isEmpty() ? null : clause.subjects().get(0);
        return group == null ? null : of(frames, clause, group);
    }

    /** Whom a passive tells of: "the mayor was won over". */
    @Nullable
    Voice affected(Frames frames, Clause clause) {
        return clause.subjects().isEmpty()
                ? null
                : of(frames, clause, clause.subjects().get(0));
    }

    private @Nullable Voice of(Frames frames, Clause clause, Chunk group) {
        if (!group.is(Chunk.Kind.NOUN)) {
            return null;
        }
        String lower = reading.lower(group.head());
        if (WE.contains(lower) || WE.contains(reading.lower(group.first()))) {
            return quoted(group.first());
        }
        Voice named = named(frames, group);
        if (named != null) {
            return named;
        }
        if (!reading.pos(group.head()).equals("PRP")) {
            return null;
        }
        Voice said = speaker(frames, clause);
        said = said == null ? goneOn(frames, clause) : said;
        if (said != null) {
            return said;
        }
        boolean body = THEY.contains(lower) && !COPULA.contains(clause.lemma());
        Voice near = body ? nearby(frames, clause, lower.equals("it")) : null;
        return near != null ? near : body || person(lower) ? before : null;
    }

    /** "The airline agreed to pay the fine, which it had refused to do": whom the sentence was about until then. */
    private @Nullable Voice nearby(Frames frames, Clause clause, boolean one) {
        Voice near = null;
        for (Clause other : frames.clauses()) {
            boolean ahead = other.index() < clause.index()
                    && other.mood() == Clause.Mood.FACT
                    && !other.passive()
                    && !other.subjects().isEmpty();
            if (ahead) {
                Chunk subject = other.subjects().get(0);
                boolean many = reading.pos(subject.head()).equals("NNS");
                Voice voice = one && many ? null : named(frames, subject);
                near = voice == null ? near : voice;
            }
        }
        return near;
    }

    private boolean person(String pronoun) {
        Entity entity = before == null ? null : before.entity();
        return HE.contains(pronoun) && entity != null && entity.type() == EntityType.PERSON;
    }

    /**
     * Whom the sentence is about, for a clause that hangs on its main verb: "Netlyra confirmed that hackers were at work, a day after ruling
     * it out", "Having first declined help, the governor has now accepted it". Null where nobody is named.
     */
    @Nullable
    Voice main(Frames frames, Clause clause) {
        for (Clause other : frames.clauses()) {
            boolean own = other.mood() == Clause.Mood.FACT
                    && !other.passive()
                    && !other.subjects().isEmpty()
                    && !other.equals(clause);
            Voice voice = own ? of(frames, other) : null;
            if (voice != null) {
                return voice;
            }
        }
        return null;
    }

    /** Who holds it too: "Finland and Sweden rejected", "reached a deal with the airline" when both sides of it are meant. */
    List<Voice> beside(Frames frames, Clause clause, boolean mutual) {
        List<Voice> others = new ArrayList<>();
        for (int i = 1; i < clause.subjects().size() && !clause.passive(); i++) {
            Voice voice = named(frames, clause.subjects().get(i));
            if (voice != null) {
                others.add(voice);
            }
        }
        Chunk with = mutual ? clause.after("with") : null;
        Voice partner = with == null ? null : named(frames, with);
        if (partner != null) {
            others.add(partner);
        }
        return others;
    }

    /** Who says what stands at a token: the source of the sentence, in quotation marks or reported. */
    @Nullable
    Voice sayer(Frames frames, Clause clause) {
        Voice quoted = quoted(clause.verb().first());
        return quoted != null ? quoted : speaker(frames, clause);
    }

    /** Whoever a group names or calls by a noun for people or bodies, however it stands in the sentence; null for others. */
    @Nullable
    Voice any(Frames frames, Chunk group) {
        if (!group.is(Chunk.Kind.NOUN)) {
            return null;
        }
        Voice named = named(frames, group);
        if (named != null) {
            return named;
        }
        int end = group.first();
        while (end < group.end()
                && !reading.lower(end).equals("'s")
                && !reading.lower(end).equals("’s")) {
            end++;
        }
        int head = end < group.end() ? end - 1 : group.head();
        if (head < group.first()) {
            return null;
        }
        Entity entity = reading.entity(head);
        if (entity != null && entity.type() != EntityType.OTHER) {
            return new Voice(group.first(), entity, "", parties.sideOf(entity));
        }
        String lemma = reading.lemma(head);
        boolean likely = reading.pos(head).startsWith("NN")
                && (lexicons.holders().has(lemma)
                        || lexicons.persons().has(lemma)
                        || LikelyHolders.shared().has(lemma));
        return likely ? new Voice(group.first(), null, lemma, "") : null;
    }

    /** A group that names a holder, or calls one by a noun that can hold positions; null for others. */
    private @Nullable Voice named(Frames frames, Chunk subject) {
        Chunk group = apposed(frames, subject);
        if (!group.is(Chunk.Kind.NOUN)) {
            return null;
        }
        String lemma = reading.lemma(group.head());
        Entity entity = parties.holder(group);
        boolean holder = lexicons.holders().has(lemma);
        boolean body = entity != null && holder && parties.isNoun(group.head());
        if (entity != null && !body) {
            String pos = reading.pos(group.head());
            boolean known = pos.startsWith("NNP")
                    || pos.startsWith("PRP")
                    || spans(group)
                    || holder
                    || lexicons.persons().has(lemma);
            return known ? new Voice(group.first(), entity, "", parties.sideOf(entity)) : null;
        }
        if (!holder) {
            return reading.pos(group.head()).startsWith("NNP") ? introduced(group) : null;
        }
        Entity owner = parties.ownerOf(frames, group);
        if (owner == null && THEY.contains(reading.lower(group.first()))) {
            owner = ownerBefore(frames, group);
        }
        String sort = group.head() > group.first()
                        && SORTED.contains(lemma)
                        && reading.pos(group.head() - 1).startsWith("NN")
                ? reading.lower(group.head() - 1) + " "
                : "";
        sort = owner != null && reading.entity(group.head() - 1) != null ? "" : sort;
        String noun = (owner == null ? "" : owner.name() + " ") + sort + lemma;
        return new Voice(group.first(), null, noun, owner == null ? "" : parties.sideOrId(owner));
    }

    /** "Dinamo Ruse": a name of several words, whatever the tagger takes the last one for. */
    private boolean spans(Chunk group) {
        Mention mention = reading.mention(group.head());
        return mention != null
                && mention.endToken() - mention.firstToken() > 1
                && mention.endToken() == group.head() + 1;
    }

    /** "small-business lobby Retail Voice": a name that nobody knows, behind a noun that can hold positions. */
    private @Nullable Voice introduced(Chunk group) {
        for (int t = group.first(); t < group.head(); t++) {
            boolean noun = reading.pos(t).equals("NN") && lexicons.holders().has(reading.lemma(t));
            if (noun && reading.pos(t + 1).startsWith("NNP")) {
                return new Voice(group.first(), null, reading.text(t + 1, group.end()), "");
            }
        }
        return null;
    }

    /** "Basel-based Helvexa said its board": whom "its" stands for. */
    private @Nullable Entity ownerBefore(Frames frames, Chunk group) {
        Entity found = null;
        for (Chunk chunk : frames.chunks()) {
            if (chunk.first() >= group.first()) {
                break;
            }
            Entity entity = chunk.is(Chunk.Kind.NOUN) ? reading.entity(chunk.head()) : null;
            found = entity != null && found == null ? entity : found;
        }
        return found != null || before == null ? found : before.entity();
    }

    /** "The interior minister, General Ana Ruiz, ruled out": the name, where one stands beside the title. */
    private Chunk apposed(Frames frames, Chunk group) {
        int i = frames.indexOf(group);
        if (i < 0 || reading.entity(group.head()) != null) {
            return group;
        }
        int next = i + 1;
        if (frames.has(i + 2)
                && reading.lower(frames.chunks().get(i + 1).first()).equals("of")) {
            next = i + 3; // "the chief pharmacist of Lumo, Dr Ana Ruiz,"
        }
        boolean closed = !frames.has(next + 2)
                || frames.chunks().get(next + 2).is(Chunk.Kind.COMMA)
                || frames.chunks().get(next + 2).is(Chunk.Kind.BREAK);
        if (!closed || !frames.has(next + 1) || !frames.chunks().get(next).is(Chunk.Kind.COMMA)) {
            return group;
        }
        Chunk name = frames.chunks().get(next + 1);
        Entity entity = name.is(Chunk.Kind.NOUN) ? reading.named(name) : null;
        if (entity == null) {
            return group;
        }
        Entity owner = parties.ownerOf(frames, group);
        if (owner != null && entity.type() == EntityType.PERSON) {
            parties.speaksFor(entity, owner);
        }
        return name;
    }

    /** "Estara said it would accept", "it would not sign, the union said": who says it. */
    private @Nullable Voice speaker(Frames frames, Clause clause) {
        Voice found = null;
        for (Clause other : frames.clauses()) {
            boolean says = other.is("report")
                    && !other.passive()
                    && other.index() != clause.index()
                    && !other.subjects().isEmpty();
            if (says && (other.index() < clause.index() || found == null)) {
                Voice voice = named(frames, other.subjects().get(0));
                found = voice == null ? found : voice;
            }
        }
        return found;
    }

    /** "It had previously said there would be no payment": whom the sentence before was about. */
    @Nullable
    Voice goneOn(Frames frames, Clause clause) {
        for (Clause other : frames.clauses()) {
            boolean says = other.is("report")
                    && !other.passive()
                    && other.index() < clause.index()
                    && !other.subjects().isEmpty();
            String lower = says ? reading.lower(other.subjects().get(0).head()) : "";
            if (THEY.contains(lower) || person(lower)) {
                return before;
            }
        }
        return null;
    }

    /** Who says in quotation marks what stands at a token. */
    @Nullable
    Voice quoted(int token) {
        int at = reading.token(token).begin();
        for (Attribution said : reading.attributions()) {
            if (said.direct()
                    && said.contentBegin() <= at
                    && at < said.contentEnd()
                    && !said.speaker().isEmpty()) {
                Entity entity = reading.entities().byId(said.speaker());
                if (entity != null) {
                    return new Voice(token, entity, "", parties.sideOf(entity));
                }
                String noun = said.speaker().substring(said.speaker().lastIndexOf(' ') + 1);
                return lexicons.holders().has(noun) ? new Voice(token, null, noun, "") : null;
            }
        }
        return null;
    }
}
