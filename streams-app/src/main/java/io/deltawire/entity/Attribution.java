package io.deltawire.entity;

/**
 * Who says what: source, cue and content of reported speech, as char offsets into the clean text.
 *
 * @param speaker entity id of the source, or its text in lower case where it is no entity ("police", "witnesses")
 * @param sourceBegin offset of the source's span ("Mr Smith", "officials"); equal to {@code sourceEnd} when the source
 *     is only implied
 * @param cueBegin offset of the cue ("said", "according to")
 * @param contentBegin offset of what is said
 * @param direct in quotation marks
 * @param cue lemma of the cue
 */
public record Attribution(
        String speaker,
        int sourceBegin,
        int sourceEnd,
        int cueBegin,
        int cueEnd,
        int contentBegin,
        int contentEnd,
        boolean direct,
        String cue) {}
