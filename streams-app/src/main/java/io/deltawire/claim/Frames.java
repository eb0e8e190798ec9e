package io.deltawire.claim;

import io.deltawire.text.Sentence;
import java.util.List;

/** A sentence in groups and clauses. */
record Frames(Sentence sentence, List<Chunk> chunks, List<Clause> clauses) {
    static Frames of(Reading reading, Lexicons lexicons, Sentence sentence) {
        List<Chunk> chunks = Chunker.chunk(reading, sentence);
        return new Frames(sentence, chunks, ClauseParser.parse(reading, lexicons.verbs(), chunks));
    }

    /** Position of a group in {@link #chunks()}, or -1. */
    int indexOf(Chunk chunk) {
        return chunks.indexOf(chunk);
    }

    boolean has(int index) {
        return index >= 0 && index < chunks.size();
    }
}
