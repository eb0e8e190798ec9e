package io.deltawire.claim;

import io.deltawire.text.Hedge;
import io.deltawire.text.NumberValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** QUANTITY: every number that counts or measures something, with what, whose, where and over which period. */
final class FigureReader implements ClaimReader {
    private static final int MOST_DIGITS = 15;
    private static final Set<String> LEVEL = Set.of("to", "at", "of", "as");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Measures measures;
    private final Surroundings surroundings;

    FigureReader(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.measures = new Measures(reading, lexicons);
        this.surroundings = new Surroundings(reading, lexicons);
    }

    @Override
    public void read(Frames frames, Claims claims) {
        boolean history = Standing.history(reading, lexicons, frames.sentence());
        String before = "";
        for (int i = 0; i < frames.chunks().size(); i++) {
            Chunk chunk = frames.chunks().get(i);
            NumberValue number = chunk.is(Chunk.Kind.NOUN) || chunk.is(Chunk.Kind.ADJECTIVE) ? figure(chunk) : null;
            if (number == null || isBase(frames, i)) {
                continue;
            }
            Draft draft = draft(frames, i, chunk, number, history, before);
            if (draft != null) {
                before = draft.subject;
                claims.add(draft);
            }
        }
    }

    private @Nullable NumberValue figure(Chunk chunk) {
        for (int t = chunk.first(); t < chunk.end(); t++) {
            NumberValue number = reading.number(t);
            if (number != null && (isFigure(number) || isCategory(number))) {
                return number;
            }
        }
        return null;
    }

    /** "a Category 3 storm". */
    private boolean isCategory(NumberValue number) {
        return number.use() == NumberValue.Use.LABEL
                && reading.lower(number.firstToken() - 1).equals("category");
    }

    private static boolean isFigure(NumberValue number) {
        boolean kind = switch (number.use()) {
            case COUNT, MONEY, PERCENT, MEASURE -> true;
            case AGE, ORDINAL, DURATION, DATE, LABEL -> false;
        };
        return kind
                && number.high().precision() - number.high().scale() <= MOST_DIGITS
                && number.high().scale() <= MOST_DIGITS;
    }

    /** "rose from 41 to 118", "up from 41": what it was before. */
    private boolean isBase(Frames frames, int i) {
        if (i == 0 || !reading.lower(frames.chunks().get(i - 1).first()).equals("from")) {
            return false;
        }
        String lower = reading.lower(frames.chunks().get(i - 1).first() - 1);
        if (lower.equals("up") || lower.equals("down") || lower.equals("revised")) {
            return true;
        }
        for (Clause clause : frames.clauses()) {
            if (clause.index() < i && lexicons.verbs().is(clause.lemma(), "change")) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Draft draft(
            Frames frames, int i, Chunk chunk, NumberValue number, boolean history, String before) {
        Measures.Role role = measures.role(frames, i);
        Wordings.Found worded = lexicons.wordings().of(reading, lexicons, frames, chunk, number);
        Measures.Measure measure = measures.of(frames, i, chunk, number, role);
        if (worded != null && !firmer(measure, worded)) {
            measure = new Measures.Measure(worded.measure(), "", 0.8);
        }
        if (measure == null
                && role != null
                && !before.isEmpty()
                && bare(chunk, number)
                && number.use() == NumberValue.Use.COUNT
                && lexicons.verbs().is(role.clause().lemma(), "count")) {
            measure = new Measures.Measure(before, "", 0.6);
        }
        if (measure == null) {
            return null;
        }
        Clause clause = role == null ? null : role.clause();
        int first = Math.min(number.firstToken(), chunk.first());
        Draft draft = new Draft(Kind.QUANTITY, frames.sentence(), first, Math.max(chunk.end(), number.endToken()))
                .about(measure.subject())
                .is(measure.negative() ? "-" + number.canonical() : number.canonical())
                .measured(unit(number, measure), number.hedge())
                .with("field", measure.field())
                .put(Standing.modality(reading, lexicons, frames.sentence(), clause))
                .sure(measure.confidence());
        if (worded != null && worded.negates() && draft.modality == Modality.DENIED) {
            draft.put(Modality.HAPPENED);
        }
        if (role != null && movesTo(role)) {
            draft.cue(Claim.Cue.UPDATE);
        }
        surroundings.describe(draft, frames, i, chunk, clause);
        boolean past = clause == null ? history : Standing.history(reading, lexicons, frames, clause);
        if (past) {
            draft.cue(Claim.Cue.HISTORY);
        }
        if (draft.modality == Modality.HAPPENED
                && number.hedge() == Hedge.EXACT
                && number.low().signum() == 0) {
            draft.sure(Math.min(0.5, draft.confidence));
        }
        return draft;
    }

    /** What the grammar tells of the same measure says more; and hostages who were killed count among the killed. */
    private static boolean firmer(Measures.@Nullable Measure measure, Wordings.Found worded) {
        return measure != null
                && (measure.subject().equals(worded.measure()) || (worded.nounOnly() && measure.confidence() >= 0.85));
    }

    /** A magnitude is one whether the word stands before the number or elsewhere; a count's own noun is no unit of measure. */
    private static String unit(NumberValue number, Measures.Measure measure) {
        return measure.subject().equals("magnitude") ? "magnitude" : number.unit();
    }

    /** "rose to 118", "was revised to 97". */
    private boolean movesTo(Measures.Role role) {
        return role.preposition().equals("to")
                && lexicons.verbs().is(role.clause().lemma(), "change");
    }

    private static boolean bare(Chunk chunk, NumberValue number) {
        return number.endToken() >= chunk.end();
    }

    static boolean level(String preposition) {
        return LEVEL.contains(preposition);
    }
}
