package io.deltawire.text;

import java.time.LocalDate;

/**
 * A calendar expression resolved against the day of the text: "on Thursday", "May 15", "in 2022", "next week".
 *
 * @param firstToken index of the first token, preposition excluded
 * @param endToken index after the last token
 * @param begin first day meant
 * @param end last day meant; equal to {@code begin} for a single day
 * @param precision how exact the text is
 * @param clock clock time "HH:mm" when the text gives one, else ""
 */
public record TimeValue(
        int firstToken, int endToken, LocalDate begin, LocalDate end, Precision precision, String clock) {

    public enum Precision {
        DAY,
        WEEK,
        MONTH,
        SEASON,
        YEAR,
        DECADE
    }

    /** ISO date at the text's precision: 2025-05-15, 2025-W20, 2025-05, 2025. */
    public String canonical() {
        return switch (precision) {
            case DAY -> begin.toString();
            case WEEK ->
                "%04d-W%02d"
                        .formatted(
                                begin.get(java.time.temporal.IsoFields.WEEK_BASED_YEAR),
                                begin.get(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> begin.toString().substring(0, 7);
            case YEAR -> begin.toString().substring(0, 4);
            case SEASON, DECADE ->
                begin.toString().substring(0, 7) + "/" + end.toString().substring(0, 7);
        };
    }
}
