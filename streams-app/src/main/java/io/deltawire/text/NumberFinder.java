package io.deltawire.text;

import io.deltawire.text.NumberValue.Use;
import io.deltawire.text.NumeralParser.Numeral;
import io.deltawire.text.NumeralParser.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts numerals together with hedge, range, currency and unit, and has {@link NumberUses} say what they are for. */
final class NumberFinder {
    private final NumberWords words;
    private final NumeralParser numerals;
    private final NumberUses uses;
    private final Set<String> beginnings;

    NumberFinder(NumberWords words, NumeralParser numerals) {
        this.words = words;
        this.numerals = numerals;
        uses = new NumberUses(words);
        beginnings = numerals.beginnings();
    }

    /** An expression under way: atoms [from, to) with what was read of it so far. */
    record Reading(
            int from,
            int core,
            int coreEnd,
            int to,
            BigDecimal low,
            BigDecimal high,
            String unit,
            Hedge hedge,
            Numeral first) {}

    /** What a word may begin, see {@link Atoms#mayBegin}. */
    int beginnings(String lower) {
        return beginnings.contains(lower) ? Atoms.NUMBER : 0;
    }

    /** Numbers in text order without overlap. */
    List<NumberValue> find(Atoms atoms, BitSet dated) {
        List<NumberValue> found = new ArrayList<>();
        int lastToken = 0;
        int floor = 0;
        int i = 0;
        while (i < atoms.size()) {
            if (!atoms.mayBegin(i, Atoms.NUMBER)) {
                i++;
                continue;
            }
            Numeral numeral = dated.get(i) && !atoms.isDigits(i) ? null : numerals.at(atoms, i);
            if (numeral == null) {
                i++;
                continue;
            }
            NumberValue value =
                    dated.get(i) ? plain(atoms, i, i + 1, numeral, Use.DATE) : read(atoms, i, numeral, floor, dated);
            boolean age = value != null
                    && value.use() == Use.COUNT
                    && !found.isEmpty()
                    && found.get(found.size() - 1).use() == Use.AGE
                    && uses.continuesAges(atoms, i, floor);
            value = age ? plain(atoms, i, numeral.end(), numeral, Use.AGE) : value;
            int end = dated.get(i) ? i + 1 : numeral.end();
            if (value != null) {
                int firstToken = Math.max(value.firstToken(), lastToken);
                if (value.endToken() > firstToken) {
                    found.add(
                            firstToken == value.firstToken()
                                    ? value
                                    : new NumberValue(
                                            firstToken,
                                            value.endToken(),
                                            value.low(),
                                            value.high(),
                                            value.unit(),
                                            value.hedge(),
                                            value.use()));
                    lastToken = value.endToken();
                    while (end < atoms.size() && atoms.token(end) < lastToken) {
                        end++;
                    }
                }
            }
            floor = end;
            i = Math.max(i + 1, end);
        }
        return found;
    }

    private static NumberValue plain(Atoms atoms, int from, int to, Numeral numeral, Use use) {
        return new NumberValue(
                atoms.token(from), atoms.token(to - 1) + 1, numeral.low(), numeral.high(), "", Hedge.EXACT, use);
    }

    private @Nullable NumberValue read(Atoms atoms, int i, Numeral numeral, int floor, BitSet dated) {
        if (numeral.shape() == Shape.ORDINAL) {
            return uses.isOrdinal(atoms, i, numeral) ? plain(atoms, i, numeral.end(), numeral, Use.ORDINAL) : null;
        }
        if (numeral.shape() == Shape.PLURAL) {
            return uses.decadeOfAge(atoms, i, numeral);
        }
        int label = uses.labelEnd(atoms, i, numeral);
        if (label > 0) {
            return plain(atoms, i, label, numeral, Use.LABEL);
        }
        if (numeral.word() && uses.isPronoun(atoms, i, numeral)) {
            return null;
        }
        Reading reading = unit(atoms, range(atoms, hedged(atoms, i, numeral, floor), dated));
        reading = hedgedAfter(atoms, reading);
        Use use = uses.of(atoms, reading);
        String unit = uses.unitFor(atoms, reading, use);
        int to = uses.endFor(atoms, reading, use);
        return new NumberValue(
                atoms.token(reading.from()),
                atoms.token(to - 1) + 1,
                reading.low(),
                reading.high(),
                unit,
                reading.hedge(),
                use);
    }

    /** Looks back for a currency mark and a hedge. */
    private Reading hedged(Atoms atoms, int i, Numeral numeral, int floor) {
        int from = i;
        String unit = "";
        PhraseTable.Phrase sign = words.currencySigns.endingAt(atoms, i - 1);
        if (sign != null && i - sign.words().size() >= floor && uses.isCurrency(atoms, i, numeral)) {
            from -= sign.words().size();
            unit = sign.columns().get(0);
        }
        Hedge hedge = numeral.shape() == Shape.VAGUE ? Hedge.ABOUT : Hedge.EXACT;
        int before = from;
        if (atoms.is(before - 1, "a") || atoms.is(before - 1, "the")) {
            boolean led = words.hedges.endingAt(atoms, before - 2) != null;
            before -= led ? 1 : 0;
        }
        PhraseTable.Phrase phrase = words.hedges.endingAt(atoms, before - 1);
        if (phrase != null && before - phrase.words().size() >= floor && uses.isHedge(atoms, phrase, before)) {
            from = before - phrase.words().size();
            Hedge said = Hedge.valueOf(phrase.columns().get(0));
            hedge = numeral.shape() == Shape.VAGUE && said != Hedge.AT_LEAST ? Hedge.ABOUT : said;
        }
        return new Reading(from, i, numeral.end(), numeral.end(), numeral.low(), numeral.high(), unit, hedge, numeral);
    }

    /** "10 to 15", "between 10 and 15", "two or three", "$5m-$6m". */
    private Reading range(Atoms atoms, Reading reading, BitSet dated) {
        Numeral first = reading.first();
        if (first.shape() != Shape.CARDINAL) {
            return reading;
        }
        int at = first.end();
        at += atoms.is(at, "%") ? 1 : 0;
        boolean between = isBefore(atoms, reading.from(), "between") || isBefore(atoms, reading.core(), "between");
        boolean joined = (atoms.is(at, "to") && !isBefore(atoms, reading.from(), "from"))
                || (between && atoms.is(at, "and"))
                || (atoms.isHyphen(at) && (atoms.glued(at) == atoms.glued(at + 1)))
                || atoms.is(at, "or");
        if (!joined) {
            return reading;
        }
        boolean or = atoms.is(at, "or");
        int next = at + 1;
        PhraseTable.Phrase sign = words.currencySigns.startingAt(atoms, next);
        next += sign == null || reading.unit().isEmpty() ? 0 : sign.words().size();
        if (dated.get(Math.min(next, atoms.size())) || !atoms.sameSentence(reading.core(), next)) {
            return reading;
        }
        Numeral second = numerals.at(atoms, next);
        if (second == null || second.shape() != Shape.CARDINAL) {
            return reading;
        }
        BigDecimal low = first.low();
        if (second.scaled() && !first.scaled() && low.compareTo(BigDecimal.valueOf(1000)) < 0 && !or) {
            low = scaledLike(low, atoms, next, second);
        }
        boolean apart = or
                && second.high().compareTo(low.multiply(BigDecimal.valueOf(2)).add(BigDecimal.ONE)) > 0;
        if (low.compareTo(second.high()) >= 0 || apart) {
            return reading;
        }
        int from = between && isBefore(atoms, reading.from(), "between") ? reading.from() - 1 : reading.from();
        return new Reading(
                from,
                reading.core(),
                second.end(),
                second.end(),
                low,
                second.high(),
                reading.unit(),
                reading.hedge(),
                second);
    }

    /** "10 to 15 million": the scale holds for both ends. */
    private BigDecimal scaledLike(BigDecimal low, Atoms atoms, int next, Numeral second) {
        Numeral bare = atoms.isDigits(next) ? numerals.bare(atoms, next) : null;
        if (bare == null || bare.low().signum() == 0) {
            return low;
        }
        return low.multiply(second.low()).divide(bare.low(), java.math.MathContext.DECIMAL64);
    }

    private static boolean isBefore(Atoms atoms, int i, String word) {
        return atoms.is(i - 1, word) && atoms.sameSentence(i - 1, i);
    }

    private Reading unit(Atoms atoms, Reading reading) {
        int at = reading.coreEnd();
        PhraseTable.Phrase phrase = atoms.sameSentence(at - 1, at) ? words.units.startingAt(atoms, at) : null;
        int length = phrase == null ? 0 : phrase.words().size();
        if (phrase == null && atoms.isHyphen(at) && atoms.glued(at) && atoms.glued(at + 1)) {
            phrase = words.units.startingAt(atoms, at + 1);
            length = phrase == null ? 0 : phrase.words().size() + 1;
        }
        if (phrase == null || !reading.unit().isEmpty() || !uses.isUnit(atoms, reading, phrase, at)) {
            return reading;
        }
        return new Reading(
                reading.from(),
                reading.core(),
                reading.coreEnd(),
                at + length,
                reading.low(),
                reading.high(),
                phrase.columns().get(0) + ":" + phrase.columns().get(1),
                reading.hedge(),
                reading.first());
    }

    private Reading hedgedAfter(Atoms atoms, Reading reading) {
        int at = reading.to();
        PhraseTable.Phrase phrase = atoms.sameSentence(at - 1, at) ? words.hedgesAfter.startingAt(atoms, at) : null;
        if (phrase == null
                || reading.hedge() != Hedge.EXACT
                || (phrase.words().get(0).equals("plus") && !atoms.glued(at))) {
            return reading;
        }
        // "12 at least" only where nothing is left for it to belong to.
        int end = at + phrase.words().size();
        if (phrase.words().get(0).equals("at") && (atoms.isDigits(end) || numerals.at(atoms, end) != null)) {
            return reading;
        }
        return new Reading(
                reading.from(),
                reading.core(),
                reading.coreEnd(),
                end,
                reading.low(),
                reading.high(),
                reading.unit(),
                Hedge.valueOf(phrase.columns().get(0)),
                reading.first());
    }
}
