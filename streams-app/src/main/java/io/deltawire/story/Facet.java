package io.deltawire.story;

/** Kinds of detail in which two articles can agree or be at odds: two shootings in two towns are two stories. */
enum Facet {
    PERSON,
    PLACE,
    ORGANISATION,
    NAME,
    LEAD_NAME,
    TITLE_NAME,
    AGE,
    STREET,
    NUMBER,
    DAY;

    static final Facet[] ALL = values();

    /** Marks the keys of this facet, so that equal words of two facets don't meet. */
    char kind() {
        return (char) ('A' + ordinal());
    }
}
