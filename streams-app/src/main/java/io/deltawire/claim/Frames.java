package io.deltawire.claim;

import io.deltawire.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/** A sentence in groups and clauses. */
record Frames(Sentence sentence, List<Chunk> chunks, List<Clause> clauses) {
    static List<Frames> of(Reading reading, Lexicons lexicons, List<Sentence> sentences) {
        List<List<Chunk>> chunks = new ArrayList<>(sentences.size());
        for (Sentence sentence : sentences) {
            chunks.add(Chunker.chunk(reading, sentence));
        }
        List<Frames> frames = new ArrayList<>(sentences.size());
        for (int i = 0; i < chunks.size(); i++) {
            List<Clause> clauses = ClauseParser.parse(reading, lexicons.verbs(), chunks.get(i));
            frames.add(new Frames(sentences.get(i), chunks.get(i), clauses));
        }
        return frames;
    }

    /** Position of a group in {@link #chunks()}, or -1. */
    int indexOf(Chunk chunk) {
        // Groups begin each at a token of its own, so most comparisons end at one number.
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.get(i).first() == chunk.first()) {
                return chunks.get(i).equals(chunk) ? i : -1;
            }
        }
        return -1;
    }

    boolean has(int index) {
        return index >= 0 && index < chunks.size();
    }
}
