package io.deltawire.claim;

import io.deltawire.text.Hedge;
import io.deltawire.text.NumberValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** QUANTITY: every number that counts or measures something, with what, whose, where and over which period. */
final class FigureReader implements ClaimReader {
    private static final int MOST_DIGITS = 15;
    /** A measure less sure than this gives way to the noun that the grammar names. */
    private static final double UNNAMED = 0.46;

    /** Tokens between a bare number and ", not 23". */
    private static final int AHEAD = 5;

    /** A figure that only its surroundings may tell: opens a fact and moves none by itself. */
    private static final double PLAIN = 0.35;

    /** What may be a pronoun: "one of them", "the two". */
    private static final int FEW = 2;

    /** Digits between one scale word and the next. */
    private static final int SCALE = 3;

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private static final Set<String> LEFT = Set.of("leave", "only", "still", "just");
    private static final Set<String> REMAINS = Set.of("leave", "remain");
    private static final Set<String> AGO = Set.of("ago", "earlier", "later", "before", "after", "old", "previously");

    private static final Set<String> LEVEL = Set.of("to", "at", "of", "as");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Measures measures;
    private final Surroundings surroundings;
    private final Earlier earlier;
    private final Totals totals;
    private final Terms terms;
    private final Unlisted unlisted;
    private final Map<Integer, int[]> bearings = new HashMap<>();
    private String last = "";
    private int cuedSentence = -1;
    private boolean cued;

    FigureReader(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.measures = new Measures(reading, lexicons);
        this.surroundings = new Surroundings(reading, lexicons);
        this.earlier = new Earlier(reading, lexicons);
        this.totals = new Totals(reading, lexicons);
        this.terms = new Terms(reading, lexicons);
        this.unlisted = new Unlisted(reading, lexicons);
    }

    @Override
    public void read(Frames frames, Claims claims) {
        if (!reading.marked(frames.sentence(), Marks.NUMBER)) {
            return;
        }
        boolean history = Standing.history(reading, lexicons, frames.sentence());
        List<Draft> drafts = new ArrayList<>();
        List<Recalled> recalled = new ArrayList<>();
        for (int i = 0; i < frames.chunks().size(); i++) {
            Chunk chunk = frames.chunks().get(i);
            NumberValue number = chunk.is(Chunk.Kind.NOUN) || chunk.is(Chunk.Kind.ADJECTIVE) ? figure(chunk) : null;
            if (number == null || surroundings.capacity(frames, i)) {
                continue;
            }
            if (earlier.is(
                            frames.sentence(),
                            Math.min(number.firstToken(), chunk.first()),
                            Math.max(number.endToken(), chunk.end()))
                    || (chunk.end() > number.endToken()
                            && earlier.is(frames.sentence(), number.firstToken(), number.endToken()))) {
                recalled.add(new Recalled(i, chunk, number));
                continue;
            }
            Draft draft = draft(frames, i, chunk, number, history);
            if (draft != null) {
                last = draft.subject;
                drafts.add(draft);
            }
        }
        recall(recalled, drafts);
        boolean wrong = !Standing.cues(reading, lexicons, frames.sentence()).isEmpty()
                && !frames.sentence().headline();
        if (drafts.isEmpty() && wrong) {
            // "earlier reports of 40 deaths were wrong": nothing but the old figure, and what is said of it
            for (Recalled old : recalled) {
                Draft draft = draft(frames, old.index(), old.chunk(), old.number(), history);
                if (draft != null) {
                    drafts.add(draft);
                }
            }
        }
        drafts.forEach(claims::add);
    }

    /** Whether the sentence speaks of something new, looked up once a sentence. */
    private boolean cued(Frames frames) {
        if (cuedSentence != frames.sentence().index()) {
            cuedSentence = frames.sentence().index();
            cued = Standing.says(reading, lexicons, frames.sentence(), "update");
        }
        return cued;
    }

    private @Nullable NumberValue figure(Chunk chunk) {
        for (int t = chunk.first(); t < chunk.end(); t++) {
            NumberValue number = reading.number(t);
            if (number != null && (isFigure(number) || isCategory(number)) && !passing(chunk, number)) {
                return number;
            }
        }
        return null;
    }

    /** "a 30-day ceasefire", "two-hour talks": how long something lasts, told in passing. */
    private static boolean passing(Chunk chunk, NumberValue number) {
        boolean term = number.unit().equals("year") || number.unit().equals("month");
        return number.use() == NumberValue.Use.DURATION && !term && !bare(chunk, number);
    }

    /** "a Category 3 storm". */
    private boolean isCategory(NumberValue number) {
        return (number.use() == NumberValue.Use.LABEL || number.use() == NumberValue.Use.COUNT)
                && reading.lower(number.firstToken() - 1).equals("category");
    }

    private static boolean isFigure(NumberValue number) {
        boolean kind = switch (number.use()) {
            case COUNT, MONEY, PERCENT, MEASURE, DURATION -> true;
            case AGE, ORDINAL, DATE, LABEL -> false;
        };
        return kind
                && number.high().precision() - number.high().scale() <= MOST_DIGITS
                && number.high().scale() <= MOST_DIGITS;
    }

    /** Says on the nearest figure of the same kind what it was before; without one the old figure is no news and is left out. */
    private void recall(List<Recalled> recalled, List<Draft> drafts) {
        for (Recalled old : recalled) {
            if (old.countsOther(reading, drafts)) {
                continue; // "to 6.7 after going over records from 40 stations"
            }
            Draft nearest = null;
            for (Draft draft : drafts) {
                String unit = old.number().unit();
                boolean alike = draft.unit.startsWith(unit) || draft.subject.equals("magnitude");
                boolean nearer = nearest == null
                        || Math.abs(draft.firstToken - old.number().firstToken())
                                < Math.abs(nearest.firstToken - old.number().firstToken());
                nearest = alike && nearer ? draft : nearest;
            }
            String was = nearest == null ? "" : scaled(old.number(), nearest.value);
            if (nearest != null && !nearest.value.equals(was)) {
                nearest.cues.remove(Claim.Cue.HISTORY);
                if (nearest.modality == Modality.DENIED) {
                    nearest.put(Modality.HAPPENED); // "is not 9,000 but 1.4 million"
                }
                nearest.with("was", was).cue(Claim.Cue.UPDATE).sure(Math.max(0.7, nearest.confidence));
            }
        }
    }

    /** "47 billion instead of the 95": the scale of the one holds for the other, where that makes them alike. */
    private static String scaled(NumberValue old, String value) {
        String told = old.canonical();
        if (!old.unit().isEmpty() || old.low().compareTo(old.high()) != 0 || value.indexOf('-', 1) > 0) {
            return told;
        }
        BigDecimal now = new BigDecimal(value);
        int scale = Math.max(0, now.precision() - now.scale() - 1) / SCALE * SCALE;
        BigDecimal was = old.low().scaleByPowerOfTen(scale);
        boolean bare = old.low().compareTo(THOUSAND) < 0 && now.compareTo(MILLION) >= 0;
        boolean alike = was.compareTo(now.multiply(BigDecimal.TEN)) <= 0
                && was.multiply(BigDecimal.TEN).compareTo(now) >= 0;
        return bare && alike ? was.stripTrailingZeros().toPlainString() : told;
    }

    private record Recalled(int index, Chunk chunk, NumberValue number) {
        /** A number with a noun of its own that none of the figures counts. */
        boolean countsOther(Reading reading, List<Draft> drafts) {
            if (number.use() != NumberValue.Use.COUNT || number.endToken() >= chunk.end()) {
                return false;
            }
            String noun = reading.lemma(chunk.head());
            return drafts.stream().noneMatch(draft -> {
                        if (draft.attribute.isEmpty()) {
                            return true; // "instead of 900 positions, 650 will go"
                        }
                        for (int t = draft.firstToken; t < draft.endToken; t++) {
                            if (reading.lemma(t).equals(noun)) {
                                return true;
                            }
                        }
                        return false;
                    })
                    && !Standing.GENERAL.contains(noun);
        }
    }

    private @Nullable Draft draft(Frames frames, int i, Chunk chunk, NumberValue number, boolean history) {
        Measures.Role role = measures.role(frames, i);
        Wordings.Found worded = lexicons.wordings().of(reading, lexicons, frames, chunk, number);
        Measures.Measure measure = measures.of(frames, i, chunk, number, role);
        if (worded != null && !firmer(measure, worded)) {
            measure = new Measures.Measure(worded.measure(), "", 0.8);
        }
        boolean counts = number.use() == NumberValue.Use.COUNT;
        String summed = counts ? totals.of(frames.sentence(), number, last) : "";
        if (!summed.isEmpty()) {
            measure = new Measures.Measure(summed, "", 0.85);
        }
        if (isCategory(number)) {
            measure = new Measures.Measure("category", "", 0.85);
        }
        String term = number.use() == NumberValue.Use.DURATION ? terms.of(frames.sentence(), number) : "";
        if (!term.isEmpty()) {
            measure = new Measures.Measure(term, "", 0.8);
        }
        if (measure == null
                && role != null
                && !last.isEmpty()
                && bare(chunk, number)
                && number.use() == NumberValue.Use.COUNT
                && role.clause().is("count")) {
            measure = new Measures.Measure(last, "", 0.6);
        }
        if (measure == null || measure.confidence() < UNNAMED) {
            Measures.Measure counted = unlisted.of(frames, i, chunk, number, role);
            measure = counted == null ? measure : counted;
        }
        if (measure == null && number.use() != NumberValue.Use.DURATION) {
            measure = terms.unnamed(frames, chunk, number);
        }
        if (measure == null && bare(chunk, number) && counts && telling(frames, i, number)) {
            measure = new Measures.Measure("number", "", 0.4);
        }
        measure = measure == null ? plain(chunk, number) : measure;
        if (measure == null) {
            return null;
        }
        // "puts the deficit at 3.9 per cent; she maintains that it is 3.4"
        boolean elliptic = measure.subject().equals("number") && number.low().scale() > 0;
        Clause clause = role == null ? null : role.clause();
        int first = Math.min(number.firstToken(), chunk.first());
        Draft draft = new Draft(Kind.QUANTITY, frames.sentence(), first, Math.max(chunk.end(), number.endToken()))
                .about(measure.subject())
                .is(measure.negative() ? "-" + number.canonical() : number.canonical())
                .measured(elliptic ? unitBefore(frames, i) : unit(number, measure), number.hedge())
                .with("field", measure.field())
                .put(Standing.modality(reading, lexicons, frames.sentence(), clause))
                .sure(measure.confidence());
        if (draft.modality == Modality.POSSIBLE && clause != null && proposed(frames, clause)) {
            draft.put(Modality.PLANNED); // "it would add 140 ships to the list"
        }
        if (worded != null && worded.negates() && draft.modality == Modality.DENIED) {
            draft.put(Modality.HAPPENED);
        }
        if (role != null && (movesTo(role) || left(role, measure))) {
            draft.cue(Claim.Cue.UPDATE);
        }
        surroundings.describe(draft, frames, i, chunk, clause);
        terms.about(draft, frames.sentence(), number);
        Bearings.shared().note(draft, reading, frames.sentence(), bearings);
        if (terms.increment(chunk, number) && (last.isEmpty() || last.equals(draft.subject)) && summed.isEmpty()) {
            draft.cue(Claim.Cue.SUBGROUP);
            draft.qualifiers.removeIf(qualifier -> qualifier.startsWith("field="));
            draft.with("field", "change");
        }
        String side = unlisted.side(frames, i);
        draft.speaker = side.isEmpty() ? unlisted.teller(frames, i) : side;
        boolean own = clause != null && clause.mood() == Clause.Mood.GERUND;
        if (!summed.isEmpty() && own && draft.modality == Modality.DENIED) {
            draft.put(Modality.HAPPENED); // "none of the six had survived, putting the toll at 14"
        }
        if (terms.rest(chunk, number) && summed.isEmpty()) {
            draft.cue(Claim.Cue.SUBGROUP);
        }
        if (!summed.isEmpty()) {
            draft.cue(Claim.Cue.TOTAL).cue(Claim.Cue.UPDATE);
            draft.cues.remove(Claim.Cue.SUBGROUP);
        }
        boolean past = clause == null ? history : Standing.history(reading, lexicons, frames, clause);
        if (past && (!summed.isEmpty() || !draft.cues.contains(Claim.Cue.UPDATE))) {
            draft.cue(Claim.Cue.HISTORY);
        }
        if (measure.subject().equals("magnitude")
                && (draft.modality == Modality.PLANNED || draft.modality == Modality.POSSIBLE)) {
            draft.put(Modality.HAPPENED); // "to magnitude 6.8": taggers take the noun for a verb
        }
        if (measure.subject().equals("sentence") && terms.sought(frames.sentence(), number)) {
            draft.put(Modality.POSSIBLE); // what prosecutors want is no sentence
        }
        if (draft.cues.contains(Claim.Cue.SUBGROUP)
                && !last.isEmpty()
                && !last.equals(draft.subject)
                && terms.ofThem(number)) {
            draft.cues.remove(Claim.Cue.SUBGROUP); // "made 212 people ill and killed six of them"
        }
        if (draft.modality == Modality.HAPPENED && Standing.says(reading, lexicons, frames.sentence(), "rumour")) {
            draft.put(Modality.POSSIBLE); // "unconfirmed messages spoke of twenty dead"
        }
        boolean cued = draft.cues.contains(Claim.Cue.UPDATE) || cued(frames);
        if (cued) {
            draft.sure(Math.max(0.55, draft.confidence));
        }
        if (draft.modality == Modality.HAPPENED
                && number.hedge() == Hedge.EXACT
                && number.low().signum() == 0) {
            draft.sure(Math.min(0.5, draft.confidence));
        }
        return draft;
    }

    /** What no list and no grammar tells the measure of: FACT may know the figure by what is around it. */
    private Measures.@Nullable Measure plain(Chunk chunk, NumberValue number) {
        if (number.use() == NumberValue.Use.DURATION) {
            boolean passed = AGO.contains(reading.lower(number.endToken()));
            return passed ? null : new Measures.Measure("length", "", PLAIN);
        }
        boolean pronoun = number.high().intValue() <= FEW
                && !Character.isDigit(reading.lower(number.firstToken()).charAt(0));
        if (pronoun && !left(chunk, number)) {
            return null;
        }
        boolean noun = !bare(chunk, number) && reading.pos(chunk.head()).startsWith("NN");
        return new Measures.Measure(noun ? reading.lemma(chunk.head()) : "number", "", PLAIN);
    }

    /** "Which leaves one at large", "only two libraries", "two are left": of what is left even few are a figure. */
    private boolean left(Chunk chunk, NumberValue number) {
        boolean told = LEFT.contains(reading.lemma(number.firstToken() - 1));
        for (int t = chunk.end(); t < chunk.end() + FEW && !told; t++) {
            told = REMAINS.contains(reading.lemma(t));
        }
        return told;
    }

    /** "would", with no condition in the sentence: what somebody plans or proposes. */
    private boolean proposed(Frames frames, Clause clause) {
        if (!reading.lower(clause.verb().first()).equals("would")) {
            return false;
        }
        for (int t = frames.sentence().firstToken(); t < frames.sentence().endToken(); t++) {
            String lower = reading.lower(t);
            if (lower.equals("if") || lower.equals("unless") || lower.equals("were")) {
                return false;
            }
        }
        return true;
    }

    /** A bare number that is a level of something, or more or less than something: worth keeping though nothing names it. */
    private boolean telling(Frames frames, int i, NumberValue number) {
        boolean level = i > 0
                && frames.chunks().get(i - 1).is(Chunk.Kind.PREPOSITION)
                && level(reading.lower(frames.chunks().get(i - 1).first()));
        boolean bound = number.hedge() == Hedge.AT_LEAST || number.hedge() == Hedge.AT_MOST;
        int behind = number.endToken();
        while (behind < number.endToken() + AHEAD && !reading.lower(behind).equals(",")) {
            behind++;
        }
        boolean contrasted = reading.lower(behind + 1).equals("not") && reading.number(behind + 2) != null;
        contrasted |= Bearings.shared().contested(reading, frames.sentence(), bearings);
        return number.high().intValue() > 2
                && (contrasted || cued(frames) || bound || (level && number.hedge() != Hedge.ABOUT));
    }

    /** What the grammar tells of the same measure says more; and hostages who were killed count among the killed. */
    private static boolean firmer(Measures.@Nullable Measure measure, Wordings.Found worded) {
        return measure != null
                && (measure.subject().equals(worded.measure()) || (worded.nounOnly() && measure.confidence() >= 0.85));
    }

    /** A magnitude is one whether the word stands before the number or elsewhere; a count's own noun is no unit of measure. */
    private String unit(NumberValue number, Measures.Measure measure) {
        String unit = measure.subject().equals("magnitude") ? "magnitude" : number.unit();
        return number.use() == NumberValue.Use.MONEY && terms.perShare(number) ? unit + "/share" : unit;
    }

    /** "%" where a figure before it in the sentence is a share, else "". */
    private String unitBefore(Frames frames, int i) {
        for (int t = frames.chunks().get(i).first() - 1; t >= frames.sentence().firstToken(); t--) {
            NumberValue number = reading.number(t);
            if (number != null) {
                return number.use() == NumberValue.Use.PERCENT ? number.unit() : "";
            }
        }
        return "";
    }

    /** "rose to 118", "was revised to 97". */
    private boolean movesTo(Measures.Role role) {
        return role.preposition().equals("to") && role.clause().is("change");
    }

    /** "that leaves 14 hostages in their hands": how many there are now. */
    private static boolean left(Measures.Role role, Measures.Measure measure) {
        return role.clause().lemma().equals("leave")
                && role.part() == Measures.Role.Part.PATIENT
                && (measure.subject().equals("hostage")
                        || measure.subject().equals("missing")
                        || measure.subject().equals("trapped"));
    }

    private static boolean bare(Chunk chunk, NumberValue number) {
        return number.endToken() >= chunk.end();
    }

    static boolean level(String preposition) {
        return LEVEL.contains(preposition);
    }
}
