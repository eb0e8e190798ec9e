package io.deltawire.text;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The number words of one language; a language without lists reads digits, signs and percentages only. */
final class NumberWords {
    enum Role {
        UNIT,
        TEN,
        SCALE,
        PLURAL,
        ORDINAL
    }

    /** @param high the upper end for {@link Role#PLURAL} ("dozens"), else equal to {@code value} */
    record Word(Role role, BigDecimal value, BigDecimal high) {}

    private final Map<String, Word> words = new HashMap<>();
    private final Map<String, BigDecimal> suffixes = new HashMap<>();
    final PhraseTable hedges;
    final PhraseTable hedgesAfter;
    final PhraseTable units;
    final PhraseTable currencySigns;
    final Set<String> labelsBefore = new HashSet<>();
    final Set<String> streets = new HashSet<>();
    final Set<String> compounds = new HashSet<>();
    /** Words for people, behind which a number between commas is an age: "a woman, 29,". */
    final Set<String> persons = new HashSet<>();
    /** Longer function words, which no number counts. */
    final Set<String> notThings = new HashSet<>();

    final boolean decimalComma;

    NumberWords(String lang) {
        String folder = "values/" + lang + "/";
        boolean known = Lexicon.has(NumberWords.class, folder + "numbers.tsv");
        // Signs, codes and SI units are much the same everywhere, so the English list serves as a fallback.
        String units = known ? folder : "values/en/";
        if (known) {
            for (String[] row : Lexicon.rows(NumberWords.class, folder + "numbers.tsv")) {
                read(row);
            }
        }
        List<String[]> hedgeRows = known ? Lexicon.rows(NumberWords.class, folder + "hedges.tsv") : List.of();
        hedges = new PhraseTable(
                hedgeRows.stream().filter(row -> row[2].equals("before")).toList());
        hedgesAfter = new PhraseTable(
                hedgeRows.stream().filter(row -> row[2].equals("after")).toList());
        this.units = new PhraseTable(Lexicon.rows(NumberWords.class, units + "units.tsv"));
        currencySigns = new PhraseTable(Lexicon.rows(NumberWords.class, units + "currency-signs.tsv"));
        for (String[] row : Lexicon.rows(NumberWords.class, units + "labels.tsv")) {
            switch (row[1]) {
                case "before" -> labelsBefore.add(row[0]);
                case "street" -> streets.add(row[0]);
                case "person" -> persons.add(row[0]);
                case "function" -> notThings.add(row[0]);
                default -> compounds.add(row[0]);
            }
        }
        decimalComma = Lexicon.rows(NumberWords.class, "values/decimal-comma.txt").stream()
                .anyMatch(row -> row[0].equals(lang));
    }

    Set<String> all() {
        return words.keySet();
    }

    @Nullable
    Word word(String lower) {
        return words.get(lower);
    }

    /** What a suffix glued to digits multiplies by ("bn"), or null. */
    @Nullable
    BigDecimal suffix(String lower) {
        return suffixes.get(lower);
    }

    private void read(String[] row) {
        BigDecimal value = new BigDecimal(row[2]);
        BigDecimal high = row.length > 3 ? new BigDecimal(row[3]) : value;
        switch (row[1]) {
            case "unit" -> words.put(row[0], new Word(Role.UNIT, value, high));
            case "ten" -> words.put(row[0], new Word(Role.TEN, value, high));
            case "scale" -> words.put(row[0], new Word(Role.SCALE, value, high));
            case "plural" -> words.put(row[0], new Word(Role.PLURAL, value, high));
            case "ordinal" -> words.put(row[0], new Word(Role.ORDINAL, value, high));
            case "suffix" -> suffixes.put(row[0], value);
            default -> throw new IllegalStateException("number word of unknown role: " + row[0]);
        }
    }
}
