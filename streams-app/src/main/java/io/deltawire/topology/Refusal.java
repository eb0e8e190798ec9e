package io.deltawire.topology;

import java.util.Locale;

/** Why a record goes to the dead letters. */
public enum Refusal {
    /** Bytes without the framing of the registry's serializers. */
    NOT_AVRO,
    /** An id that the registry does not know. */
    UNKNOWN_SCHEMA,
    /** A schema that is not this topic's, or bytes that do not follow theirs. */
    WRONG_SCHEMA,
    /** Neither an article nor a mark. */
    NO_VALUE,
    /** More text than an article may have. */
    TOO_LARGE,
    /** No id, or neither title nor text. */
    EMPTY,
    TOO_EARLY,
    IN_THE_FUTURE,
    ENRICH_FAILED,
    STORY_FAILED,
    FACT_FAILED,
    /** What was made of it is larger than the broker takes. */
    OUTPUT_TOO_LARGE;

    /** As metrics name it, such as {@code not-avro}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
