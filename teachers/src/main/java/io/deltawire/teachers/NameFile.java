package io.deltawire.teachers;

import edu.emory.mathcs.nlp.common.collection.tree.PrefixNode;
import edu.emory.mathcs.nlp.common.collection.tree.PrefixTree;
import io.deltawire.entity.NameLexicon;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Writes the lexicon that {@link NameLexicon} reads: what share of a word's uses in NLP4J's gazetteers is in names of which type, and
 * phrases that are places, organisations or works. Full names of persons are left out: their first and last words say nearly as much.
 */
final class NameFile {
    private static final String LEXICON = "en-named-entity-gazetteers-simplified.xz";
    private static final int LONGEST = 6;
    private static final Pattern SIGNS = Pattern.compile("[,(:]");

    // Types of the gazetteers, by number, as their entries show: 4 given names, 6 and 11 places, 13 organisations, 14 persons;
    // 8, 9, 10, 12 and 15 are works, events, products and the like.
    private static final String GIVEN = "4";
    private static final Set<String> PLACES = Set.of("6", "11");
    private static final Set<String> WORKS = Set.of("8", "9", "10", "12", "15");
    private static final int KINDS = 5;

    private final TreeMap<String, int[]> words = new TreeMap<>();
    private final TreeMap<Integer, Integer> phrases = new TreeMap<>();

    private NameFile() {}

    static String write(Path file) throws IOException {
        NameFile names = new NameFile();
        names.walk(((PrefixTree<?, ?>) Lexica.read(LEXICON)).getRoot(), "");
        return names.save(file);
    }

    private void walk(PrefixNode<?, ?> node, String phrase) {
        if (node.hasValue()) {
            Set<String> types = new TreeSet<>(Set.of(
                    String.valueOf(node.getValue()).replaceAll("[\\[\\] ]", "").split(",")));
            add(phrase.strip(), types);
        }
        node.forEach((word, next) -> walk(next, phrase + " " + word));
    }

    private void add(String phrase, Set<String> types) {
        String[] tokens = phrase.split(" +");
        boolean usable = !SIGNS.matcher(phrase).find()
                && tokens.length <= LONGEST
                && (tokens.length > 1 || phrase.length() > 1)
                && phrase.chars().anyMatch(Character::isUpperCase);
        if (!usable) {
            return;
        }
        boolean person = types.contains("14");
        boolean place = types.stream().anyMatch(PLACES::contains);
        boolean organisation = types.contains("13");
        boolean work = types.stream().anyMatch(WORKS::contains);
        if (types.contains(GIVEN) && tokens.length == 1) {
            count(tokens[0], 0, 3);
        }
        if (person && tokens.length >= 2 && tokens.length <= 4) {
            count(tokens[0], 0, 1);
            count(tokens[tokens.length - 1], 1, 1);
        }
        for (String token : tokens) {
            if (Character.isUpperCase(token.charAt(0))) {
                if (place) {
                    count(token, 2, tokens.length == 1 ? 3 : 1);
                }
                if (organisation) {
                    count(token, 3, 1);
                }
                if (work) {
                    count(token, 4, 1);
                }
            }
        }
        phrase(tokens, person, place, organisation, work);
    }

    private void phrase(String[] tokens, boolean person, boolean place, boolean organisation, boolean work) {
        boolean single = tokens.length == 1;
        int bits = (place ? NameLexicon.PLACE : 0)
                | (organisation ? NameLexicon.ORGANISATION : 0)
                | (work ? NameLexicon.WORK : 0)
                | (person && single ? NameLexicon.PERSON : 0);
        if (work && !place && !organisation) {
            // Titles of one word are words like any other, and long ones are sentences.
            bits = single ? bits & NameLexicon.PERSON : tokens.length > 4 ? 0 : bits;
        }
        if (bits == 0 || (single && !Character.isUpperCase(tokens[0].charAt(0)))) {
            return;
        }
        int hash = NameLexicon.begin();
        for (String token : tokens) {
            hash = NameLexicon.hash(token.toLowerCase(Locale.ROOT), hash);
        }
        phrases.merge(hash, bits, (one, other) -> one | other);
    }

    private void count(String word, int kind, int by) {
        words.computeIfAbsent(word.toLowerCase(Locale.ROOT), each -> new int[KINDS])[kind] += by;
    }

    private String save(Path file) throws IOException {
        TreeMap<Integer, Integer> shares = new TreeMap<>();
        words.forEach((word, counts) -> {
            int total = 0;
            for (int count : counts) {
                total += count;
            }
            int value = 0;
            for (int kind = 0; kind < 4 && total > 1; kind++) {
                value |= share(counts[kind], total) << (2 * kind);
            }
            if (value != 0) {
                shares.put(NameLexicon.hash(word, NameLexicon.begin()), value);
            }
        });
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new BestGzip(Files.newOutputStream(file))))) {
            save(shares, out);
            save(phrases, out);
        }
        return "%d words, %d phrases, %d bytes".formatted(shares.size(), phrases.size(), Files.size(file));
    }

    private static void save(TreeMap<Integer, Integer> table, DataOutputStream out) throws IOException {
        Lexica.writeKeys(table, out);
        for (int value : table.values()) {
            out.writeByte(value);
        }
    }

    /** 0 never, 1 seldom, 2 often (a quarter), 3 mostly (six in ten, and more than once). */
    private static int share(int count, int total) {
        double share = count / (double) total;
        return count == 0 ? 0 : count >= 2 && share > 0.6 ? 3 : share > 0.25 ? 2 : 1;
    }
}
