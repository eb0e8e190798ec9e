package io.deltawire.engine;

/** What divides the news into desks, each clustered by itself. */
public enum DeskRule {
    /** "en": one desk per language. */
    LANGUAGE,
    /** "en-sport": one desk per language and section of the outlet. */
    LANGUAGE_AND_SECTION,
    /** "tenant-7": one desk per section or tenant, whatever the language. */
    SECTION;

    /**
     * Name of the desk.
     *
     * @param lang language found in the article
     * @param section section or tenant that the producer gave; "" when it gave none
     */
    public String desk(String lang, String section) {
        return switch (this) {
            case LANGUAGE -> lang;
            case LANGUAGE_AND_SECTION -> section.isEmpty() ? lang : lang + "-" + plain(section);
            case SECTION -> section.isEmpty() ? lang : plain(section);
        };
    }

    /** Story ids begin with the desk and keys of stores with desk and NUL, so neither may hold what divides them. */
    private static String plain(String section) {
        return section.replaceAll("[:\\p{Cntrl}\\s]+", "_");
    }
}
