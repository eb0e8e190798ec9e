package io.deltawire.claim;

import io.deltawire.text.NumberValue;
import org.jspecify.annotations.Nullable;

/** "A third person has died", "fourth victim dies": the toll that an ordinal gives away. */
final class OrdinalReader implements ClaimReader {
    private final Reading reading;
    private final Lexicons lexicons;

    OrdinalReader(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
    }

    @Override
    public void read(Frames frames, Claims claims) {
        for (Clause clause : frames.clauses()) {
            boolean died = lexicons.verbs().is(clause.lemma(), "die") && !clause.passive();
            boolean killed = lexicons.verbs().is(clause.lemma(), "kill") && clause.passive();
            if ((!died && !killed) || clause.negated() || clause.mood() != Clause.Mood.FACT) {
                continue;
            }
            for (Chunk group : killed ? clause.patients() : clause.subjects()) {
                NumberValue number = ordinal(group);
                if (number != null && lexicons.persons().has(reading.lemma(group.head()))) {
                    claims.add(new Draft(Kind.QUANTITY, frames.sentence(), group.first(), group.end())
                            .about("killed")
                            .is(number.canonical())
                            .measured("", number.hedge())
                            .put(Standing.modality(reading, lexicons, frames.sentence(), clause))
                            .cue(Claim.Cue.UPDATE)
                            .sure(0.75));
                }
            }
        }
    }

    private @Nullable NumberValue ordinal(Chunk group) {
        for (int t = group.first(); t < group.end(); t++) {
            NumberValue number = reading.number(t);
            if (number != null
                    && number.use() == NumberValue.Use.ORDINAL
                    && number.low().intValue() > 1) {
                return number;
            }
        }
        return null;
    }
}
