package io.deltawire.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verb with what stands around it.
 *
 * @param index position of its verb group among the sentence's groups
 * @param verb the verb group
 * @param lemma main verb with its particle, where the verb lexicon knows the pair ("call off")
 * @param known what the verb lexicon knows of the lemma
 * @param passive "was killed", also the reduced "soldiers killed in an attack"
 * @param negated "not", "never", "no longer", "no one was …"
 * @param mood what auxiliaries and conjunctions make of it
 * @param subjects noun groups before an active verb; the groups acted on when passive
 * @param objects noun groups right after the verb
 * @param obliques prepositional groups after the verb
 * @param governor clause it depends on ("agreed" of "agreed to meet"), or null
 */
record Clause(
        int index,
        Chunk verb,
        String lemma,
        Lexicon.Listed known,
        boolean passive,
        boolean negated,
        Mood mood,
        List<Chunk> subjects,
        List<Chunk> objects,
        List<Oblique> obliques,
        @Nullable Clause governor) {

    enum Mood {
        FACT,
        FUTURE,
        POSSIBLE,
        CONDITIONAL,
        INFINITIVE,
        GERUND
    }

    /** A preposition with its noun group or time. */
    record Oblique(String preposition, Chunk group) {}

    /** Whether its verb is of a class of the verb lexicon. */
    boolean is(String verbs) {
        return known.is(verbs);
    }

    /** Who or what is acted on: subject of a passive, object of an active verb. */
    List<Chunk> patients() {
        return passive ? subjects : objects;
    }

    /** Group after one of the prepositions, or null. */
    @Nullable
    Chunk after(String... prepositions) {
        for (Oblique oblique : obliques) {
            for (String preposition : prepositions) {
                if (oblique.preposition().equals(preposition)) {
                    return oblique.group();
                }
            }
        }
        return null;
    }
}
