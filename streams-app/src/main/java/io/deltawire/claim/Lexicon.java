package io.deltawire.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A word list: each line of a resource is a class, a tab, and the lower-case lemmas (or phrases of lemmas) of that class,
 * comma-separated. Lines that begin with '#' say how the list was made.
 */
public final class Lexicon {
    private static final int BITS = 1 << 14;

    /** Words and phrases by slot, and their hashes beside them: every reader asks for every word, so a look-up must be short. */
    private final int[] hashes;

    private final @Nullable Listed[] entries;
    private final int size;
    private final Set<String> firstWords = new HashSet<>();

    /** Bits by hash, set for what is listed and for what phrases begin with: most words are neither, which this tells fastest. */
    private final long[] listed = new long[BITS / Long.SIZE];

    private final long[] beginning = new long[BITS / Long.SIZE];

    /** A word or phrase with its classes, and the one of them listed first. */
    private record Listed(String word, String first, Set<String> classes) {}

    private Lexicon(Map<String, Set<String>> classes) {
        size = classes.size();
        hashes = new int[Integer.highestOneBit(Math.max(1, size)) * 4];
        entries = new Listed[hashes.length];
        classes.forEach((word, names) -> {
            int slot = slot(word);
            hashes[slot] = word.hashCode();
            entries[slot] = new Listed(word, names.iterator().next(), Set.copyOf(names));
            int blank = word.indexOf(' ');
            String begin = blank < 0 ? word : word.substring(0, blank);
            firstWords.add(begin);
            set(listed, word);
            set(beginning, begin);
        });
    }

    /** @throws IllegalStateException when the resource is missing or a line has no tab */
    public static Lexicon load(String name) {
        Map<String, Set<String>> classes = new LinkedHashMap<>();
        for (String line : lines(name)) {
            int tab = line.indexOf('\t');
            if (tab < 0) {
                throw new IllegalStateException(name + ": no tab in: " + line);
            }
            String className = line.substring(0, tab).strip().intern();
            for (String word : line.substring(tab + 1).split(",")) {
                String key = word.strip();
                if (!key.isEmpty()) {
                    classes.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(className);
                }
            }
        }
        return new Lexicon(classes);
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

    /** The class of a word, the first listed when it has several; "" when it is not listed. */
    public String of(String word) {
        Listed found = find(word);
        return found == null ? "" : found.first;
    }

    /** All classes of a word; none when it is not listed. */
    Set<String> classes(String word) {
        Listed found = find(word);
        return found == null ? Set.of() : found.classes;
    }

    public boolean has(String word) {
        return find(word) != null;
    }

    public boolean is(String word, String className) {
        Listed found = find(word);
        return found != null && found.classes.contains(className);
    }

    private @Nullable Listed find(String word) {
        return may(listed, word) ? entries[slot(word)] : null;
    }

    /** Where a word is, or the free slot where it would be. */
    private int slot(String word) {
        int hash = word.hashCode();
        int slot = (hash ^ hash >>> 15) & (hashes.length - 1);
        for (Listed entry = entries[slot]; entry != null; entry = entries[slot]) {
            if (hashes[slot] == hash && entry.word.equals(word)) {
                break;
            }
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
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
        return size;
    }
}
