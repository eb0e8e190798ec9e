package io.deltawire.claim;

/** Takes the claims of one kind from a sentence. One instance serves one article. */
interface ClaimReader {
    void read(Frames frames, Claims claims);

    /** Called once, behind the article's last sentence. */
    default void end(Claims claims) {}
}
