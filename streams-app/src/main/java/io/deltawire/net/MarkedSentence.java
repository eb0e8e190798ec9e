package io.deltawire.net;

import java.util.List;

/**
 * A sentence as {@link SentenceNet} sees it, with those in it who are asked about.
 *
 * @param lemmas base form of each token, "" for a name
 * @param tags part of speech of each token
 * @param kinds what each token names, 0 to {@link #KINDS} - 1, 0 being no name
 * @param quoted whether each token is within direct speech
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record MarkedSentence(List<String> lemmas, List<String> tags, int[] kinds, boolean[] quoted, List<Mark> marks) {
    public static final int KINDS = 5;
    public static final int ROLES = 6;

    /** Tokens of a longer sentence that are looked at. */
    public static final int LONGEST = 96;

    static final int PLACES = 21;
    static final int OWNERS = 3;

    /** Distances up to this are told apart one by one. */
    private static final int NEAR = 5;

    private static final int FAR = 6;
    private static final int FARTHER = 8;
    private static final int FARTHEST = 12;
    private static final int REMOTE = 18;
    private static final int MIDDLE = 9;
    private static final int ELSEWHERE = 20;

    /**
     * Somebody or something a sentence may tell of.
     *
     * @param role how it stands, 0 to {@link #ROLES} - 1
     * @param first its first token, or -1 when the sentence does not name it
     * @param end the token after its last
     * @param also other tokens that name it
     */
    public record Mark(int role, int first, int end, List<Integer> also) {
        private void fill(int[] to, int length, int with) {
            for (int token = Math.max(0, first); token < Math.min(length, end); token++) {
                to[token] = with;
            }
            for (int token : also) {
                if (token < length) {
                    to[token] = with;
                }
            }
        }

        /** How far a token is from it, in steps that grow with the distance. */
        int place(int token) {
            if (first < 0) {
                return ELSEWHERE;
            }
            int distance = token < first ? first - token : Math.max(0, token - end + 1);
            int step = distance <= NEAR
                    ? distance
                    : FAR + (distance > FARTHER ? 1 : 0) + (distance > FARTHEST ? 1 : 0) + (distance > REMOTE ? 1 : 0);
            return MIDDLE + (token < first ? -step : step);
        }
    }

    int size() {
        return Math.min(LONGEST, lemmas.size());
    }

    /** Of each token whether it names any of the marks (2) or none (0). */
    int[] named() {
        int[] named = new int[size()];
        for (Mark mark : marks) {
            mark.fill(named, named.length, 2);
        }
        return named;
    }

    /** Of each token whether it names the one asked about (1), another of the marks (2), or none (0). */
    void owners(int mark, int[] named, int[] to) {
        System.arraycopy(named, 0, to, 0, named.length);
        marks.get(mark).fill(to, named.length, 1);
    }
}
