package io.deltawire.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Cuts text into the pieces of words that a BERT vocabulary has (Wu et al., 2016), in lower case and without accents: of a word the longest
 * beginning that it knows, then the longest next piece. Immutable.
 */
public final class WordPieces {
    /** Longer words are one unknown piece. */
    private static final int LONGEST_WORD = 100;

    private static final String UNKNOWN = "[UNK]";
    private static final String CONTINUED = "##";

    private final Map<String, Integer> ids = new HashMap<>();
    private final int unknown;

    /**
     * @param vocabulary a piece a line, its number the line's, from 0
     * @throws IllegalArgumentException when it has no "[UNK]"
     */
    public WordPieces(InputStream vocabulary) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(vocabulary, StandardCharsets.UTF_8))) {
            String line;
            while ((line = reader.readLine()) != null) {
                ids.put(line, ids.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("vocabulary of word pieces", e);
        }
        unknown = id(UNKNOWN);
    }

    /** @throws IllegalArgumentException when the vocabulary has no such piece */
    public int id(String piece) {
        Integer id = ids.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("no piece " + piece + " in the vocabulary");
        }
        return id;
    }

    /**
     * Pieces of a text.
     *
     * @param ids of the first pieces
     * @param begins where each begins in the text
     * @param ends where it ends
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
    public record Cut(int[] ids, int[] begins, int[] ends) {
        public int size() {
            return ids.length;
        }
    }

    /** All pieces of a text. */
    public Cut cut(String text) {
        Cutting cutting = new Cutting(text.length());
        StringBuilder word = new StringBuilder();
        int[] from = new int[2 * text.length() + 2];
        int[] to = new int[from.length];
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                flush(word, from, to, cutting);
            } else if (stands(point)) {
                flush(word, from, to, cutting);
                add(word, point, at, next, from, to);
                flush(word, from, to, cutting);
            } else if (!Character.isISOControl(point)) {
                add(word, point, at, next, from, to);
            }
            at = next;
        }
        flush(word, from, to, cutting);
        return cutting.done();
    }

    /** Whether a character is a word by itself: a mark, or one of a script that has no spaces. */
    private static boolean stands(int point) {
        boolean ascii = point < 128;
        if (ascii) {
            return !Character.isLetterOrDigit(point);
        }
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> Character.isIdeographic(point);
        };
    }

    private static void add(StringBuilder word, int point, int begin, int end, int[] from, int[] to) {
        String plain = Character.toString(Character.toLowerCase(point));
        if (point >= 128) {
            plain = Normalizer.normalize(plain, Normalizer.Form.NFD);
        }
        for (int i = 0; i < plain.length() && word.length() < from.length; i++) {
            char one = plain.charAt(i);
            if (Character.getType(one) != Character.NON_SPACING_MARK) {
                from[word.length()] = begin;
                to[word.length()] = end;
                word.append(one);
            }
        }
    }

    private void flush(StringBuilder word, int[] from, int[] to, Cutting cutting) {
        if (word.length() == 0) {
            return;
        }
        int first = cutting.size;
        for (int begin = 0; begin < word.length(); ) {
            int end = word.length();
            Integer id = null;
            while (end > begin && word.length() <= LONGEST_WORD) {
                String piece = word.substring(begin, end);
                id = ids.get(begin == 0 ? piece : CONTINUED + piece);
                if (id != null) {
                    break;
                }
                end--;
            }
            if (id == null) {
                cutting.size = first;
                cutting.add(unknown, from[0], to[word.length() - 1]);
                break;
            }
            cutting.add(id, from[begin], to[end - 1]);
            begin = end;
        }
        word.setLength(0);
    }

    private static final class Cutting {
        private int[] ids;
        private int[] begins;
        private int[] ends;
        private int size;

        Cutting(int length) {
            // a character can come apart into several
            ids = new int[4 * length + 1];
            begins = new int[ids.length];
            ends = new int[ids.length];
        }

        void add(int id, int begin, int end) {
            ids[size] = id;
            begins[size] = begin;
            ends[size++] = end;
        }

        Cut done() {
            return new Cut(
                    java.util.Arrays.copyOf(ids, size),
                    java.util.Arrays.copyOf(begins, size),
                    java.util.Arrays.copyOf(ends, size));
        }
    }
}
