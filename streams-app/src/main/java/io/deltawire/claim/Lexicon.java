package io.deltawire.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A word list: each line of a resource is a class, a tab, and the lower-case lemmas (or phrases of lemmas) of that class,
 * comma-separated. Lines that begin with '#' say how the list was made.
 */
public final class Lexicon {
    private static final int BITS = 1 << 14;

    private final Map<String, Set<String>> classes = new HashMap<>();
    private final Map<String, String> first = new HashMap<>();
    private final Set<String> firstWords = new HashSet<>();

    /** Bits by hash, set for what is listed and for what phrases begin with: most words are neither, which this tells fastest. */
    private final long[] listed = new long[BITS / Long.SIZE];

    private final long[] beginning = new long[BITS / Long.SIZE];

    private Lexicon() {}

    /** @throws IllegalStateException when the resource is missing or a line has no tab */
    public static Lexicon load(String name) {
        Lexicon lexicon = new Lexicon();
        lines(name).forEach(line -> lexicon.add(line, name));
        return lexicon;
    }

    /**
     * Lines of a word list without its comments.
     *
     * @throws IllegalStateException when the resource is missing
     */
    static List<String> lines(String name) {
        String path = "/io/deltawire/claim/" + name + ".tsv";
        try (InputStream in = Lexicon.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line, String path) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            throw new IllegalStateException(path + ": no tab in: " + line);
        }
        String className = line.substring(0, tab).strip();
        for (String word : line.substring(tab + 1).split(",")) {
            String key = word.strip();
            if (!key.isEmpty()) {
                classes.computeIfAbsent(key, k -> new HashSet<>()).add(className);
                first.putIfAbsent(key, className);
                int blank = key.indexOf(' ');
                String begin = blank < 0 ? key : key.substring(0, blank);
                firstWords.add(begin);
                set(listed, key);
                set(beginning, begin);
            }
        }
    }

    /** The class of a word, the first listed when it has several; "" when it is not listed. */
    public String of(String word) {
        return may(listed, word) ? first.getOrDefault(word, "") : "";
    }

    /** All classes of a word; none when it is not listed. */
    Set<String> classes(String word) {
        return may(listed, word) ? classes.getOrDefault(word, Set.of()) : Set.of();
    }

    public boolean has(String word) {
        return may(listed, word) && first.containsKey(word);
    }

    public boolean is(String word, String className) {
        return classes(word).contains(className);
    }

    /** Whether any word or phrase listed begins with this word. */
    public boolean begins(String word) {
        return may(beginning, word) && firstWords.contains(word);
    }

    private static void set(long[] bits, String word) {
        int bit = bit(word);
        bits[bit >> 6] |= 1L << bit;
    }

    private static boolean may(long[] bits, String word) {
        int bit = bit(word);
        return (bits[bit >> 6] >>> bit & 1) != 0;
    }

    private static int bit(String word) {
        int h = word.hashCode() * 0x9E3779B9;
        return h >>> 18;
    }

    /** Number of words listed. */
    public int size() {
        return first.size();
    }
}
