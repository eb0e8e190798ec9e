package io.deltawire.text;

import io.deltawire.text.NumberWords.Role;
import io.deltawire.text.NumberWords.Word;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one numeral, in digits or words, that begins at a given atom: the value without hedge, range or unit. */
final class NumeralParser {
    /** More digits than this are a label, never a figure. */
    private static final int MAX_DIGITS = 18;

    /** Keeps "hundred hundred hundred …" within a long. */
    private static final long MAX_GROUP = 1_000_000_000_000L;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    enum Shape {
        CARDINAL,
        ORDINAL,
        /** "dozens", "tens of thousands", "several hundred". */
        VAGUE,
        /** Digits that are no quantity: "1.2.3", twenty digits in a row. */
        LABEL,
        /** "1990s", "20s". */
        PLURAL
    }

    /**
     * @param end atom after the numeral
     * @param scaled has a scale word or suffix
     * @param word written in words only
     */
    record Numeral(int end, BigDecimal low, BigDecimal high, Shape shape, boolean scaled, boolean word) {}

    /** Words other than numbers that a numeral can begin with. */
    private static final Set<String> ARTICLES = Set.of("a", "an", "half");

    private static final Set<String> SOME = Set.of("several", "few");

    private final NumberWords words;

    NumeralParser(NumberWords words) {
        this.words = words;
    }

    /** All words that a numeral can begin with. */
    Set<String> beginnings() {
        Set<String> all = new HashSet<>(words.all());
        all.addAll(ARTICLES);
        all.addAll(SOME);
        return all;
    }

    /** The numeral that begins at {@code i}, or null. */
    @Nullable
    Numeral at(Atoms atoms, int i) {
        if (atoms.isDigits(i)) {
            return digits(atoms, i);
        }
        return atoms.isWord(i) ? inWords(atoms, i) : null;
    }

    /** The digits at an atom without any scale behind them, or null. */
    @Nullable
    Numeral bare(Atoms atoms, int i) {
        BigDecimal value = value(atoms.at(i));
        return value == null ? null : new Numeral(i + 1, value, value, Shape.CARDINAL, false, false);
    }

    private Numeral digits(Atoms atoms, int i) {
        BigDecimal value = value(atoms.at(i));
        int next = i + 1;
        if (value == null) {
            return new Numeral(next, BigDecimal.ZERO, BigDecimal.ZERO, Shape.LABEL, false, false);
        }
        if (atoms.glued(next) && atoms.isWord(next)) {
            String tail = atoms.at(next);
            if (tail.equals("st") || tail.equals("nd") || tail.equals("rd") || tail.equals("th")) {
                return new Numeral(next + 1, value, value, Shape.ORDINAL, false, false);
            }
            if (tail.equals("s") || tail.equals("'s") || tail.equals("’s")) {
                return new Numeral(next + 1, value, value, Shape.PLURAL, false, false);
            }
            BigDecimal suffix = words.suffix(tail);
            boolean money = (i > 0 && words.currencySigns.endingAt(atoms, i - 1) != null) || isMoney(atoms, next + 1);
            // "100m" without a currency may be metres, "5t" tonnes and "4k" a screen: only money takes the short ones.
            if (suffix != null && (money || tail.length() > 1 || (tail.equals("k") && !atoms.isHyphen(i - 1)))) {
                BigDecimal scaled = value.multiply(suffix);
                return new Numeral(next + 1, scaled, scaled, Shape.CARDINAL, true, false);
            }
        }
        return scaled(atoms, next, value, false);
    }

    /** "38m euros": a currency follows. */
    private boolean isMoney(Atoms atoms, int i) {
        PhraseTable.Phrase unit = atoms.sameSentence(i - 1, i) ? words.units.startingAt(atoms, i) : null;
        return unit != null && unit.columns().get(0).equals("MONEY");
    }

    private Numeral scaled(Atoms atoms, int from, BigDecimal base, boolean word) {
        int next = from;
        BigDecimal value = base;
        boolean scaled = false;
        while (true) {
            int at = atoms.isHyphen(next) && atoms.glued(next) && atoms.glued(next + 1) ? next + 1 : next;
            Word scale = atoms.sameSentence(from - 1, at) ? words.word(atoms.at(at)) : null;
            if (scale == null || scale.role() != Role.SCALE) {
                return new Numeral(next, value, value, Shape.CARDINAL, scaled, word);
            }
            value = value.multiply(scale.value());
            scaled = true;
            next = at + 1;
        }
    }

    private @Nullable Numeral inWords(Atoms atoms, int i) {
        String first = atoms.at(i);
        if (ARTICLES.contains(first)) {
            return article(atoms, i);
        }
        if (SOME.contains(first)) {
            return several(atoms, i);
        }
        Word word = words.word(first);
        if (word == null) {
            return null;
        }
        return switch (word.role()) {
            case PLURAL -> vague(atoms, i, word);
            case ORDINAL -> new Numeral(i + 1, word.value(), word.value(), Shape.ORDINAL, false, true);
            case SCALE -> null;
            case UNIT, TEN -> cardinal(atoms, i);
        };
    }

    /** "a dozen", "a million", "half a million", "half a dozen"; also "a few hundred". */
    private @Nullable Numeral article(Atoms atoms, int i) {
        int at = i;
        BigDecimal base = BigDecimal.ONE;
        if (atoms.is(at, "half")) {
            base = HALF;
            at++;
            at += atoms.isHyphen(at) ? 1 : 0;
        }
        if (atoms.is(at, "a") || atoms.is(at, "an")) {
            at++;
        }
        if (atoms.is(at, "few")) {
            return several(atoms, at);
        }
        if (atoms.is(at, "half") && at > i) {
            base = HALF;
            at++;
        }
        at += atoms.isHyphen(at) ? 1 : 0;
        Word scale = words.word(atoms.at(at));
        if (scale == null || scale.role() != Role.SCALE || at == i || !atoms.sameSentence(i, at)) {
            return null;
        }
        Numeral found = scaled(atoms, at, base, true);
        return tail(atoms, found);
    }

    /** "several hundred", "few dozen": three to nine of them. */
    private @Nullable Numeral several(Atoms atoms, int i) {
        Word scale = words.word(atoms.at(i + 1));
        if (scale == null || scale.role() != Role.SCALE || !atoms.sameSentence(i, i + 1)) {
            return null;
        }
        Numeral one = scaled(atoms, i + 1, BigDecimal.ONE, true);
        BigDecimal low = one.low().multiply(BigDecimal.valueOf(3));
        BigDecimal high = one.low().multiply(BigDecimal.TEN).subtract(BigDecimal.ONE);
        return new Numeral(one.end(), low, high, Shape.VAGUE, true, true);
    }

    /** "hundreds", "tens of thousands": from the least to the most that the words allow. */
    private Numeral vague(Atoms atoms, int i, Word word) {
        Word next = atoms.is(i + 1, "of") ? words.word(atoms.at(i + 2)) : null;
        if (next == null || next.role() != Role.PLURAL) {
            return new Numeral(i + 1, word.value(), word.high(), Shape.VAGUE, true, true);
        }
        // "hundreds of thousands": 200 to 999 times a thousand; a plural's own low end is two of it.
        BigDecimal unit = next.value().compareTo(BigDecimal.valueOf(100)) < 0
                ? BigDecimal.ONE
                : next.value().divide(BigDecimal.valueOf(2));
        BigDecimal low = word.value().multiply(unit);
        BigDecimal high = word.high().add(BigDecimal.ONE).multiply(unit).subtract(BigDecimal.ONE);
        return new Numeral(i + 3, low, high, Shape.VAGUE, true, true);
    }

    /** "two hundred and five thousand", "twenty-three", "twenty-first". */
    private Numeral cardinal(Atoms atoms, int i) {
        long total = 0;
        long group = 0;
        int at = i;
        int end = i;
        Role last = Role.SCALE;
        boolean scaled = false;
        while (at < atoms.size() && atoms.sameSentence(i, at) && at - i < 20) {
            Word word = words.word(atoms.at(at));
            boolean fits = word != null
                    && switch (word.role()) {
                        case UNIT ->
                            last == Role.SCALE
                                    || (last == Role.TEN
                                            && word.value().signum() > 0
                                            && word.value().intValue() < 10);
                        case TEN -> last == Role.SCALE;
                        case SCALE -> true;
                        case ORDINAL -> last == Role.TEN && word.value().intValue() < 10 && atoms.isHyphen(at - 1);
                        case PLURAL -> false;
                    };
            if (word == null || !fits) {
                break;
            }
            long value = word.value().longValueExact();
            if (word.role() == Role.ORDINAL) {
                BigDecimal all = BigDecimal.valueOf(total + group + value);
                return new Numeral(at + 1, all, all, Shape.ORDINAL, false, true);
            }
            if (word.role() == Role.SCALE) {
                scaled = true;
                if (value <= 100) {
                    group = Math.min(MAX_GROUP, Math.max(1, group) * value);
                } else {
                    total = saturated(total, Math.max(1, group), value);
                    group = 0;
                }
            } else {
                group += value;
            }
            last = word.role();
            end = at + 1;
            at = end;
            boolean joined = (atoms.isHyphen(at) && atoms.glued(at) && atoms.glued(at + 1))
                    || (atoms.is(at, "and") && last == Role.SCALE && !atoms.is(at + 1, "a"));
            at += joined ? 1 : 0;
        }
        BigDecimal value = BigDecimal.valueOf(total + group);
        return tail(atoms, new Numeral(end, value, value, Shape.CARDINAL, scaled, true));
    }

    private static long saturated(long total, long group, long scale) {
        long limit = 999_999_999_999_999_999L;
        return group > limit / scale || total > limit - group * scale ? limit : total + group * scale;
    }

    /** "two and a half", "two and a half million". */
    private Numeral tail(Atoms atoms, Numeral numeral) {
        int at = numeral.end();
        if (atoms.is(at, "and")
                && atoms.is(at + 1, "a")
                && atoms.is(at + 2, "half")
                && atoms.sameSentence(at - 1, at)) {
            return scaled(atoms, at + 3, numeral.low().add(HALF), true);
        }
        return numeral;
    }

    /** The value of digits with separators as the language writes them, or null where they are no number. */
    private @Nullable BigDecimal value(String text) {
        if (text.length() > MAX_DIGITS + 6) {
            return null;
        }
        char group = words.decimalComma ? '.' : ',';
        char point = words.decimalComma ? ',' : '.';
        int firstPoint = text.indexOf(point);
        String whole = firstPoint < 0 ? text : text.substring(0, firstPoint);
        if (firstPoint >= 0 && (text.indexOf(point, firstPoint + 1) >= 0 || text.indexOf(group, firstPoint) >= 0)) {
            return null;
        }
        if (!grouped(whole, group)) {
            // A lone wrong separator is the other convention: "12,5" in English text, "12.5" in German.
            int at = whole.indexOf(group);
            boolean lone = firstPoint < 0 && whole.indexOf(group, at + 1) < 0;
            return lone ? new BigDecimal(whole.replace(group, '.')) : null;
        }
        String plain = text.replace(String.valueOf(group), "").replace(point, '.');
        return plain.length() > MAX_DIGITS ? null : new BigDecimal(plain);
    }

    /** Whether separators stand at every third digit ("1,250,000") or, as in India, every second before ("12,50,000"). */
    private static boolean grouped(String whole, char group) {
        int last = whole.lastIndexOf(group);
        if (last < 0) {
            return true;
        }
        if (whole.length() - last != 4 || whole.charAt(0) == group) {
            return false;
        }
        int run = 0;
        for (int k = last - 1; k >= 0; k--) {
            if (whole.charAt(k) == group) {
                if (run < 2 || run > 3) {
                    return false;
                }
                run = 0;
            } else {
                run++;
            }
        }
        return run >= 1 && run <= 3;
    }
}
