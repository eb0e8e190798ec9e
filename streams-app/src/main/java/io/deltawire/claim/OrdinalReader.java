package io.deltawire.claim;

import io.deltawire.text.NumberValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "A third person has died", "fourth victim dies": the toll that an ordinal gives away. */
final class OrdinalReader implements ClaimReader {
    private static final Set<String> FOUND =
            Set.of("find", "discover", "recover", "identify", "retrieve", "pull", "bury");

    private final Reading reading;
    private final Lexicons lexicons;

    OrdinalReader(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
    }

    @Override
    public void read(Frames frames, Claims claims) {
        if (!reading.marked(frames.sentence(), Marks.ORDINAL)) {
            return;
        }
        nominal(frames, claims);
        for (Clause clause : frames.clauses()) {
            boolean died = clause.is("die") && !clause.passive();
            boolean killed = clause.is("kill") && clause.passive();
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

    /** "becoming the fourth victim of the attack", "the outbreak's fifth death". */
    private void nominal(Frames frames, Claims claims) {
        if (Standing.has(reading, frames.sentence(), "year")) {
            return; // "the city's eighth homicide of the year" counts other events
        }
        for (Chunk group : frames.chunks()) {
            String lemma = reading.lemma(group.head());
            boolean death = lemma.equals("death") || lemma.equals("fatality");
            boolean person = lexicons.persons().has(lemma)
                    && reading.lower(group.first()).equals("the");
            boolean victim = (lemma.equals("victim") && (fatal(frames) || found(frames))) || (person && fatal(frames));
            NumberValue number = group.is(Chunk.Kind.NOUN) && (death || victim) ? ordinal(group) : null;
            if (number != null) {
                claims.add(new Draft(Kind.QUANTITY, frames.sentence(), group.first(), group.end())
                        .about("killed")
                        .is(number.canonical())
                        .measured("", number.hedge())
                        .put(Standing.modality(reading, lexicons, frames.sentence(), null))
                        .cue(Claim.Cue.UPDATE)
                        .sure(0.7));
            }
        }
    }

    /** "A thirteenth victim was found", "the sixth victim was discovered". */
    private boolean found(Frames frames) {
        return frames.clauses().stream()
                .anyMatch(clause -> clause.passive() && !clause.negated() && FOUND.contains(clause.lemma()));
    }

    private boolean fatal(Frames frames) {
        for (Clause clause : frames.clauses()) {
            if (clause.is("die") || clause.is("kill")) {
                return !clause.negated();
            }
            boolean life = clause.lemma().equals("lose")
                    && clause.objects().stream()
                            .anyMatch(o -> reading.lemma(o.head()).equals("life"));
            if (life) {
                return !clause.negated();
            }
        }
        return false;
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
