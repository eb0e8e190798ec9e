package io.deltawire.entity;

/**
 * Somebody who may be saying something: tokens of the cue and of the source.
 *
 * @param sourceHead main word of the source
 * @param cueHead main word of the cue
 * @param inverted the source stands behind the cue
 * @param features what {@link CueModel} weighs: hashes of words and parts of speech around the pair
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; boxing them would cost more than all else here
public record CueCandidate(
        int cueFirst,
        int cueEnd,
        int cueHead,
        int sourceFirst,
        int sourceEnd,
        int sourceHead,
        boolean inverted,
        int[] features) {}
