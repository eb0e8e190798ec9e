package io.deltawire.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
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

    /** Words, phrases and what phrases begin with, by slot: every reader asks for every word. */
    private final @Nullable Listed[] entries;

    private final int size;

    /** Second words of phrases. */
    private final Set<String> seconds = new HashSet<>();

    /** Bits by hash, set for what has an entry: most words have none, which this tells fastest. */
    private final long[] known = new long[BITS / Long.SIZE];

    /**
     * A word or phrase with its classes; none when it is only what phrases begin with.
     *
     * @param bits by hash of a class, set for those it has: most classes that are asked for are none of a word's, which this tells without a look at them
     * @param leads whether phrases begin with it
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Listed(String word, int hash, long bits, String[] classes, Set<String> all, boolean leads) {
        /** A word that is not listed. */
        static final Listed NONE = of("", Set.of(), false);

        static Listed of(String word, Set<String> classes, boolean leads) {
            long bits = 0;
            for (String each : classes) {
                bits |= 1L << each.hashCode();
            }
            return new Listed(
                    word,
                    word.hashCode(),
                    bits,
                    classes.toArray(String[]::new),
                    Collections.unmodifiableSet(new LinkedHashSet<>(classes)),
                    leads);
        }

        /** Whether it is listed itself, and not only begins phrases that are. */
        boolean has() {
            return classes.length > 0;
        }

        boolean is(String className) {
            if ((bits >>> className.hashCode() & 1) == 0) {
                return false;
            }
            // A handful at most: gone through faster than a set is asked.
            for (String each : classes) {
                if (each.equals(className)) {
                    return true;
                }
            }
            return false;
        }
    }

    private Lexicon(Map<String, Set<String>> classes) {
        size = classes.size();
        Set<String> leads = new LinkedHashSet<>();
        for (String word : classes.keySet()) {
            int blank = word.indexOf(' ');
            if (blank > 0) {
                leads.add(word.substring(0, blank));
                int next = word.indexOf(' ', blank + 1);
                seconds.add(word.substring(blank + 1, next < 0 ? word.length() : next));
            }
        }
        Set<String> all = new LinkedHashSet<>(classes.keySet());
        all.addAll(leads);
        entries = new Listed[Integer.highestOneBit(Math.max(1, all.size())) * 4];
        for (String word : all) {
            entries[slot(word)] = Listed.of(word, classes.getOrDefault(word, Set.of()), leads.contains(word));
            int bit = bit(word);
            known[bit >> 6] |= 1L << bit;
        }
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
                String key = word.strip().intern(); // as the words of a text are, so that most are compared at one look
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
        return found == null || found.classes.length == 0 ? "" : found.classes[0];
    }

    /** All classes of a word, in the order of the list; none when it is not listed. */
    Set<String> classes(String word) {
        Listed found = find(word);
        return found == null ? Set.of() : found.all;
    }

    public boolean has(String word) {
        Listed found = find(word);
        return found != null && found.has();
    }

    public boolean is(String word, String className) {
        Listed found = find(word);
        return found != null && found.is(className);
    }

    /** Whether any word or phrase listed begins with this word. */
    public boolean begins(String word) {
        return find(word) != null;
    }

    /** Whether any phrase listed begins with this word: where none does, none need be put together. */
    boolean leads(String word) {
        Listed found = find(word);
        return found != null && found.leads;
    }

    /** Whether this is the second word of any phrase listed. */
    boolean follows(String word) {
        return seconds.contains(word);
    }

    /** What is known of a word, for those who ask for more than one thing; {@link Listed#NONE} when it is not listed. */
    Listed listed(String word) {
        Listed found = find(word);
        return found == null ? Listed.NONE : found;
    }

    private @Nullable Listed find(String word) {
        int bit = bit(word);
        return ((known[bit >> 6] >>> bit) & 1) == 0 ? null : entries[slot(word)];
    }

    /** Where a word is, or the free slot where it would be. */
    private int slot(String word) {
        int hash = word.hashCode();
        int slot = (hash ^ hash >>> 15) & (entries.length - 1);
        for (Listed entry = entries[slot]; entry != null; entry = entries[slot]) {
            if (entry.hash == hash && entry.word.equals(word)) {
                break;
            }
            slot = (slot + 1) & (entries.length - 1);
        }
        return slot;
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
