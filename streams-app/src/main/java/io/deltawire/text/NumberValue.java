package io.deltawire.text;

import java.math.BigDecimal;

/**
 * A number of the text with how it is meant: "at least 1,250", "$4.2 billion", "12 per cent", "three", "dozens",
 * "between 10 and 15".
 *
 * @param firstToken index of the first token of the whole expression, hedge, currency sign and unit included
 * @param endToken index after the last token
 * @param low value, or the lower end of a range
 * @param high value, or the upper end of a range
 * @param unit ISO currency ("USD"), "%", "pp" (percentage points), "magnitude", a unit of measure
 *     ("km", "mph", "C"), or "" for a plain count; words such as "dozens" read as the range they allow (24-99)
 * @param use what kind of number it is
 */
public record NumberValue(
        int firstToken, int endToken, BigDecimal low, BigDecimal high, String unit, Hedge hedge, Use use) {

    /** What a number is for; only {@link #COUNT}, {@link #MONEY}, {@link #PERCENT}, {@link #MEASURE}, {@link #DURATION} can become figures. */
    public enum Use {
        COUNT,
        MONEY,
        PERCENT,
        MEASURE,
        /** "34-year-old", "aged 34", "John Doe, 34,". Unit "" for years, else "month", "week", "day". */
        AGE,
        /** "third", "3rd". */
        ORDINAL,
        /** "30-day", "three hours", "for two weeks": never a count and never a date. Unit "hour", "day", "year", … */
        DURATION,
        /** Part of a date or clock time. */
        DATE,
        /** Street number, route, score, telephone, inside a name ("Boeing 737", "COVID-19", "G7"). */
        LABEL
    }

    /** Plain digits with '.', no exponent, no trailing zeros; "low-high" for a range. */
    public String canonical() {
        String first = plain(low);
        return low.compareTo(high) == 0 ? first : first + "-" + plain(high);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
