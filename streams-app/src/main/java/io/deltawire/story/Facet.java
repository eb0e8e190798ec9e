package io.deltawire.story;

/** Kinds of detail in which two articles can agree or be at odds: two shootings in two towns are two stories. */
enum Facet {
    PERSON(0),
    PLACE(1),
    ORGANISATION(2),
    NAME(3),
    LEAD_NAME(4),
    TITLE_NAME(5),
    AGE(6),
    STREET(7),
    NUMBER(8),
    /** Days in days since 1970, so that it can be told how far apart two are. */
    DAY(9),
    /** Years written out in title and lead: a dateline, mostly. */
    YEAR(10),
    /** The one person a text says most of, and the one place. */
    MAIN_PERSON(11),
    MAIN_PLACE(12),
    /** Figures with what they count ("killed=4"). Two that tell of other figures are not at odds: reports of one event revise them. */
    FIGURE(13);

    static final Facet[] ALL = values();

    /** Where arrays over facets hold this one. */
    final int index;

    Facet(int index) {
        this.index = index;
    }

    /** Whether two articles of which each has its own say that they are of two events. */
    boolean atOdds() {
        return this != FIGURE;
    }

    /** Marks the keys of this facet, so that equal words of two facets don't meet. */
    char kind() {
        return (char) ('A' + index);
    }
}
