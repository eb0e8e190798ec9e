package io.deltawire.story;

/** An article's place in memory: which story it is in, and where in the index. */
final class Entry {
    Member member;
    Story story;
    /** Position in the story; orders its members, survives a restart. */
    int seq;
    /** Slot in the index, -1 when not indexed. */
    int slot = -1;
    /** Place among the copies, when it has a signature. */
    int copies = -1;
    /** Scratch of the query under way. */
    int score;

    Entry(Member member, Story story, int seq) {
        this.member = member;
        this.story = story;
        this.seq = seq;
    }
}
