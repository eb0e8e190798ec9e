package io.deltawire.entity;

import java.time.LocalDate;

/**
 * A catalog entry with what linking needs beside it.
 *
 * @param surname normal surname of a person, else ""
 * @param alone the surname may stand alone in a text that never gives the full name
 * @param office "President"; "" when none
 * @param since first day in office
 * @param until last day in office
 * @param region first-level region code of a place, else ""
 * @param people thousands of people of a place, else 0
 */
record Known(
        CatalogEntry entry,
        String surname,
        boolean alone,
        String office,
        LocalDate since,
        LocalDate until,
        String region,
        int people) {

    static Known of(CatalogEntry entry) {
        String surname = "";
        if (entry.type() == EntityType.PERSON) {
            var parts = NameKeys.personParts(NameKeys.normal(entry.name()));
            surname = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        }
        return new Known(entry, surname, false, "", LocalDate.MIN, LocalDate.MAX, "", 0);
    }

    /** What is known once another entry of this id and type holds. */
    Known replacedBy(CatalogEntry other) {
        CatalogEntry next = other.country().isEmpty()
                ? new CatalogEntry(
                        other.id(), other.name(), other.type(), other.aliases(), entry.country(), other.effectiveFrom())
                : other;
        boolean sameName = NameKeys.normal(other.name()).equals(NameKeys.normal(entry.name()));
        String family = sameName ? surname : of(other).surname();
        return new Known(next, family, alone, office, since, until, region, people);
    }

    boolean inOffice(LocalDate day) {
        return !office.isEmpty() && !day.isBefore(since) && !day.isAfter(until);
    }
}
