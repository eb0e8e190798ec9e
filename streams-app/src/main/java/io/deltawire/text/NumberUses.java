package io.deltawire.text;

import io.deltawire.text.NumberFinder.Reading;
import io.deltawire.text.NumberValue.Use;
import io.deltawire.text.NumeralParser.Numeral;
import io.deltawire.text.NumeralParser.Shape;
import java.math.BigDecimal;
import java.util.Set;

/** Says what a number is for, from the atoms around it. */
final class NumberUses {
    private static final Set<String> EMERGENCY_NUMBERS = Set.of("911", "999", "112");
    private static final Set<String> CALLING = Set.of(
            "call", "calls", "called", "calling", "dial", "dials", "dialed", "dialled", "dialing", "phone", "phoned");
    private static final Set<String> OF_CALLS = Set.of(
            "call", "calls", "caller", "callers", "dispatch", "dispatcher", "dispatchers", "operator", "operators");
    private static final Set<String> SCORE_WORDS = Set.of(
            "won",
            "win",
            "wins",
            "beat",
            "beats",
            "lost",
            "loss",
            "defeat",
            "defeated",
            "victory",
            "draw",
            "drew",
            "lead",
            "led",
            "score",
            "scored",
            "vote",
            "voted",
            "ruling",
            "ruled",
            "decision",
            "record",
            "tie",
            "tied",
            "odds");
    private static final Set<String> NOT_A_NUMBER_ONE = Set.of(
            "no",
            "any",
            "every",
            "each",
            "this",
            "that",
            "the",
            "which",
            "another",
            "some",
            "only",
            "everyone",
            "another's",
            "new",
            "last",
            "next",
            "latest",
            "first");
    private static final Set<String> POSSESSIVE = Set.of("his", "her", "their", "my", "our", "your", "its");
    private static final BigDecimal OLDEST = BigDecimal.valueOf(115);

    private final NumberWords words;

    NumberUses(NumberWords words) {
        this.words = words;
    }

    /** "one" that stands for somebody, not for a count; also "a second" of time. */
    boolean isPronoun(Atoms atoms, int i, Numeral numeral) {
        if (!atoms.is(i, "one") || numeral.end() != i + 1) {
            return false;
        }
        String before = atoms.sameSentence(i - 1, i) ? atoms.at(i - 1) : "";
        String after = atoms.sameSentence(i, i + 1) ? atoms.at(i + 1) : "";
        return NOT_A_NUMBER_ONE.contains(before)
                || after.equals("another")
                || after.equals("'s")
                || after.equals("’s")
                || after.equals("can")
                || (after.equals("day") && !before.equals("for") && !before.equals("within"))
                || (atoms.isHyphen(i - 1) && atoms.glued(i));
    }

    /** "second" is an ordinal unless it measures time or goes on as a fraction ("two thirds"). */
    boolean isOrdinal(Atoms atoms, int i, Numeral numeral) {
        boolean fraction =
                atoms.isHyphen(i - 1) && atoms.glued(i) && numeral.word() && words.word(atoms.at(i - 2)) != null;
        boolean time = atoms.is(i, "second") && (atoms.is(i - 1, "per") || atoms.is(i - 1, "split"));
        return !fraction && !time;
    }

    /** "in her 20s" as an age, any other plural of digits as a label. */
    NumberValue decadeOfAge(Atoms atoms, int i, Numeral numeral) {
        int owner = i - 1;
        while (atoms.is(owner, "early") || atoms.is(owner, "mid") || atoms.is(owner, "late") || atoms.isHyphen(owner)) {
            owner--;
        }
        boolean age = POSSESSIVE.contains(atoms.at(owner)) && numeral.low().compareTo(OLDEST) < 0;
        BigDecimal high = age ? numeral.low().add(BigDecimal.valueOf(9)) : numeral.low();
        return new NumberValue(
                atoms.token(i),
                atoms.token(numeral.end() - 1) + 1,
                numeral.low(),
                high,
                "",
                Hedge.EXACT,
                age ? Use.AGE : Use.LABEL);
    }

    /** Atom after the label when the numeral is one, else 0. */
    int labelEnd(Atoms atoms, int i, Numeral numeral) {
        int end = numeral.end();
        if (numeral.shape() == Shape.LABEL) {
            return end;
        }
        if (numeral.word()) {
            return isCompound(atoms, end) || isFraction(atoms, end) ? end + 1 : 0;
        }
        boolean currency = isCurrency(atoms, i, numeral);
        boolean letterBefore = atoms.glued(i) && atoms.isWord(i - 1) && !currency;
        boolean nameBefore = atoms.glued(i)
                && atoms.isHyphen(i - 1)
                && atoms.glued(i - 1)
                && atoms.isWord(i - 2)
                && !isPrefix(atoms.at(i - 2));
        boolean lettersAfter = atoms.glued(end)
                && atoms.isWord(end)
                && !numeral.scaled()
                && words.units.startingAt(atoms, end) == null;
        if (letterBefore || nameBefore || lettersAfter || atoms.is(i - 1, "#") || atoms.is(i - 1, "№")) {
            return end;
        }
        int joined = joinedDigits(atoms, i, end, currency);
        if (joined > 0) {
            return joined;
        }
        return isCompound(atoms, end)
                        || isEmergency(atoms, i, end)
                        || isAreaCode(atoms, i, end)
                        || isNumbered(atoms, i)
                        || isHouse(atoms, i, end)
                        || (!currency && isNamed(atoms, i, numeral))
                ? end
                : 0;
    }

    /** Whether a mark of money stands before a numeral: "Rs 320", "KSh 45"; a single letter is one only in "N140,000" and "R120 million". */
    boolean isCurrency(Atoms atoms, int i, Numeral numeral) {
        PhraseTable.Phrase sign = words.currencySigns.endingAt(atoms, i - 1);
        if (sign == null || !atoms.isWord(i - 1) || atoms.is(i - 1, "rs")) {
            return sign != null;
        }
        boolean letter = atoms.at(i - 1).length() == 1;
        boolean sum = numeral.scaled() || atoms.at(i).indexOf(',') > 0;
        return atoms.isCapital(i - 1) && (!letter || (atoms.glued(i) && sum));
    }

    private static boolean isPrefix(String word) {
        return switch (word) {
            case "mid", "early", "late", "pre", "post", "near", "non", "some", "over", "under", "sub", "a" -> true;
            default -> false;
        };
    }

    /** "Called 911", "the 911 call". */
    private static boolean isEmergency(Atoms atoms, int i, int end) {
        return EMERGENCY_NUMBERS.contains(atoms.at(i))
                && (CALLING.contains(atoms.at(i - 1)) || OF_CALLS.contains(atoms.at(end)));
    }

    /** "(918) 555-0142". */
    private static boolean isAreaCode(Atoms atoms, int i, int end) {
        return atoms.is(i - 1, "(")
                && atoms.is(end, ")")
                && atoms.at(i).length() == 3
                && atoms.isDigits(end + 1)
                && atoms.at(end + 1).length() == 3
                && atoms.isHyphen(end + 2);
    }

    /** "555-0142"; a range of round numbers is none. */
    private static boolean isTelephone(String first, String last) {
        boolean round = first.endsWith("0") && last.endsWith("00");
        return first.length() == 3 && last.length() == 4 && last.indexOf(',') < 0 && !round;
    }

    /** Telephone numbers, "9/11", "24/7", scores such as "3-2", aspect ratios: the end, or 0. */
    private int joinedDigits(Atoms atoms, int i, int end, boolean currency) {
        int at = end;
        int parts = 1;
        boolean slash = false;
        String last = "";
        while (parts < 8
                && (atoms.isHyphen(at) || atoms.is(at, "/") || atoms.is(at, ":"))
                && atoms.glued(at)
                && atoms.glued(at + 1)
                && atoms.isDigits(at + 1)) {
            slash |= !atoms.isHyphen(at);
            last = atoms.at(at + 1);
            at += 2;
            parts++;
        }
        if (parts == 1) {
            return 0;
        }
        boolean descends = parts == 2 && digits(last).compareTo(digits(atoms.at(i))) <= 0;
        boolean unit = words.units.startingAt(atoms, at) != null || currency;
        boolean score = SCORE_WORDS.contains(atoms.at(i - 1))
                || SCORE_WORDS.contains(atoms.at(i - 2))
                || SCORE_WORDS.contains(atoms.at(at));
        boolean letters =
                atoms.isHyphen(at) && atoms.glued(at) && atoms.glued(at + 1) && atoms.isCapital(at + 1) && !slash;
        boolean telephone = parts == 2 && !slash && (isTelephone(atoms.at(i), last) || letters);
        return parts > 2 || slash || ((descends || telephone) && !unit) || score ? at : 0;
    }

    private static BigDecimal digits(String text) {
        try {
            return text.length() > 18 ? BigDecimal.ZERO : new BigDecimal(text.replace(",", ""));
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }

    /** "three-way", "12-point plan"; "30-day", "12-member", "34-year-old", "5-mile" are no labels. */
    private boolean isCompound(Atoms atoms, int end) {
        return atoms.isHyphen(end)
                && atoms.glued(end)
                && atoms.glued(end + 1)
                && atoms.isWord(end + 1)
                && words.word(atoms.at(end + 1)) == null
                && words.units.startingAt(atoms, end + 1) == null
                && words.units.startingAt(atoms, end) == null
                && !words.compounds.contains(atoms.at(end + 1));
    }

    private boolean isFraction(Atoms atoms, int end) {
        NumberWords.Word word = atoms.isHyphen(end) && atoms.glued(end) ? words.word(atoms.at(end + 1)) : null;
        String next = atoms.at(end + 1);
        return (word != null && word.role() == NumberWords.Role.ORDINAL)
                || (atoms.isHyphen(end)
                        && (next.endsWith("thirds") || next.endsWith("ths") || next.startsWith("quarter")));
    }

    private boolean isNumbered(Atoms atoms, int i) {
        int before = i - 1;
        before -= atoms.is(before, ".") ? 1 : 0;
        return atoms.sameSentence(before, i)
                && words.labelsBefore.contains(atoms.at(before))
                && !isVerb(atoms, before)
                && (!atoms.is(before, "no") || before < i - 1 || atoms.isCapital(before))
                && (!atoms.is(before, "count") || !atoms.is(i + 1, "people"))
                && (atoms.isCapital(before)
                        || !isThing(atoms, i + 1)
                        || atoms.is(before, "top")
                        || isOneOf(atoms, before));
    }

    /** "Furnace number 5 of the works": which one it is, whatever follows. */
    private static boolean isOneOf(Atoms atoms, int number) {
        return atoms.is(number, "number") && atoms.pos(number - 1).equals("NN");
    }

    /** "Evacuees number 1,150", "the injured now number 44", "the fleet is to count 60". */
    private static boolean isVerb(Atoms atoms, int i) {
        if (atoms.isCapital(i)) {
            return false;
        }
        String before = atoms.pos(i - 1);
        boolean led = atoms.is(i, "number")
                && (before.equals("NNS")
                        || before.equals("MD")
                        || atoms.is(i - 1, "now")
                        || atoms.at(i + 1).indexOf(',') > 0);
        return led || atoms.pos(i).startsWith("VB");
    }

    /** "2810 W. Arkansas", "1000 block of", "12 Main Street". */
    private boolean isHouse(Atoms atoms, int i, int end) {
        if (atoms.is(end, "block") && (atoms.is(end + 1, "of") || atoms.is(end + 1, "on"))) {
            return true;
        }
        int at = end;
        while (at < end + 5
                && atoms.sameSentence(i, at)
                && (atoms.isCapital(at) || atoms.is(at, ".") || atoms.isDigits(at))) {
            if (at > end && words.streets.contains(atoms.at(at)) && atoms.isCapital(at)) {
                return true;
            }
            at++;
        }
        return false;
    }

    /** "Boeing 737", "Apollo 11": digits behind a name, with nothing counted after them. */
    private boolean isNamed(Atoms atoms, int i, Numeral numeral) {
        return !numeral.scaled()
                && atoms.isCapital(i - 1)
                && atoms.sameSentence(i - 1, i)
                && !atoms.startsSentence(i - 1)
                && atoms.at(i).indexOf(',') < 0
                && (atoms.at(i).indexOf('.') < 0 || numeral.low().compareTo(BigDecimal.TEN) < 0)
                && words.word(atoms.at(i - 1)) == null
                && words.hedges.endingAt(atoms, i - 1) == null
                && words.units.startingAt(atoms, numeral.end()) == null
                && !atoms.isHyphen(numeral.end())
                && !isThing(atoms, numeral.end());
    }

    /** Something that can be counted follows: a word in lower case that is no function word. */
    private boolean isThing(Atoms atoms, int i) {
        if (!atoms.isWord(i) || atoms.isCapital(i) || !atoms.sameSentence(i - 1, i)) {
            return false;
        }
        String pos = atoms.pos(i);
        if (!pos.isEmpty()) {
            return pos.startsWith("NN") || pos.startsWith("JJ") || pos.equals("VBN") || atoms.is(i, "of");
        }
        return atoms.at(i).length() > 3 && !words.notThings.contains(atoms.at(i));
    }

    /** "over" is a hedge before a number, but not "over" in "over 12 rounds"; "some" needs no verb. */
    boolean isHedge(Atoms atoms, PhraseTable.Phrase phrase, int numberAt) {
        String first = phrase.words().get(0);
        if (first.equals("past") || first.equals("near") || first.equals("under") || first.equals("beyond")) {
            return !atoms.is(numberAt - 2, "the") && !atoms.isCapital(numberAt - 1);
        }
        return true;
    }

    /** Whether the unit word is one here: "won" the verb and "second" the ordinal are not. */
    boolean isUnit(Atoms atoms, Reading reading, PhraseTable.Phrase phrase, int at) {
        String word = phrase.words().get(0);
        boolean large = reading.low().compareTo(BigDecimal.valueOf(1000)) >= 0;
        return switch (word) {
            case "won", "rand", "real", "lei" -> large;
            case "mb", "t", "g", "l", "c", "f", "min", "sec", "mile" ->
                atoms.glued(at) || atoms.isHyphen(at) || word.length() > 2;
            default -> true;
        };
    }

    /** The use of a number that is no label, ordinal or date. */
    Use of(Atoms atoms, Reading reading) {
        if (isAge(atoms, reading)) {
            return Use.AGE;
        }
        String unit = reading.unit();
        int colon = unit.indexOf(':');
        if (colon > 0) {
            return Use.valueOf(unit.substring(0, colon));
        }
        if (!unit.isEmpty()) {
            return Use.MONEY;
        }
        return isMagnitude(atoms, reading) ? Use.MEASURE : Use.COUNT;
    }

    String unitFor(Atoms atoms, Reading reading, Use use) {
        return switch (use) {
            case MONEY, PERCENT, MEASURE, DURATION -> {
                String unit = reading.unit();
                if (unit.isEmpty()) {
                    yield "magnitude";
                }
                String code = unit.substring(unit.indexOf(':') + 1);
                yield code.equals("GBP") && isWeight(atoms, reading) ? "lb" : code;
            }
            case AGE ->
                reading.unit().isEmpty() || reading.unit().endsWith(":year")
                        ? ""
                        : reading.unit().substring(reading.unit().indexOf(':') + 1);
            default -> "";
        };
    }

    /** Atom after the expression: for an age it takes in "-year-old". */
    int endFor(Atoms atoms, Reading reading, Use use) {
        if (use != Use.AGE) {
            return reading.to();
        }
        int at = reading.to();
        at += atoms.isHyphen(at) ? 1 : 0;
        if (atoms.is(at, "old") || atoms.is(at, "olds")) {
            return at + 1;
        }
        return atoms.is(at, "of") && atoms.is(at + 1, "age") ? at + 2 : reading.to();
    }

    /** "aged 14, 15 and 17": a bare number that goes on a list of ages. */
    boolean continuesAges(Atoms atoms, int i, int lastEnd) {
        int at = lastEnd;
        at += atoms.is(at, ",") ? 1 : 0;
        at += atoms.is(at, "and") || atoms.is(at, "or") ? 1 : 0;
        return at > lastEnd && at == i && atoms.isDigits(i) && atoms.at(i).length() <= 3 && !isThing(atoms, i + 1);
    }

    private static boolean isWeight(Atoms atoms, Reading reading) {
        return reading.unit().startsWith("MONEY")
                && (atoms.is(reading.to(), "of") || atoms.is(reading.from() - 1, "weighing"));
    }

    private static boolean isMagnitude(Atoms atoms, Reading reading) {
        int before = reading.from() - 1;
        before -= atoms.is(before, "of") ? 1 : 0;
        return atoms.is(before, "magnitude") && reading.high().compareTo(BigDecimal.TEN) <= 0;
    }

    private boolean isAge(Atoms atoms, Reading reading) {
        if (reading.high().compareTo(OLDEST) > 0) {
            return false;
        }
        int at = reading.to();
        if (reading.unit().startsWith("DURATION")) {
            int old = atoms.isHyphen(at) ? at + 1 : at;
            return atoms.is(old, "old") || atoms.is(old, "olds") || (atoms.is(at, "of") && atoms.is(at + 1, "age"));
        }
        if (!reading.unit().isEmpty()) {
            return false;
        }
        int before = reading.from() - 1;
        if (atoms.is(before, "aged") || atoms.is(before, "age") || atoms.is(before, "ages")) {
            return true;
        }
        if (atoms.is(before, "of") && (atoms.is(before - 1, "age") || atoms.is(before - 1, "ages"))) {
            return true;
        }
        boolean bare = reading.from() == reading.core()
                && reading.core() + 1 == reading.coreEnd()
                && atoms.isDigits(reading.core());
        boolean named = (atoms.isCapital(before - 1) || words.persons.contains(atoms.at(before - 1)))
                && atoms.sameSentence(before - 1, reading.core());
        boolean closed = atoms.is(at, ",")
                || atoms.is(at, ")")
                || atoms.is(at, ".")
                || atoms.is(at, ";")
                || !atoms.sameSentence(reading.core(), at)
                || atoms.is(at, "and")
                || atoms.is(at, "of");
        return bare
                && named
                && closed
                && reading.low().signum() > 0
                && atoms.at(reading.core()).length() <= 3
                && (atoms.is(before, ",") || (atoms.is(before, "(") && atoms.is(at, ")")));
    }
}
