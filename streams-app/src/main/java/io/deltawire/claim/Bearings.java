package io.deltawire.claim;

import io.deltawire.text.Sentence;
import io.deltawire.text.WordForm;
import io.deltawire.text.WordNotes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How an article sets its figures beside others: against them (contest), giving one up for the other (concede), or in its place (move). Counts
 * phrases of bearings.tsv in the figure's sentence, the next one and the title.
 */
final class Bearings {
    private static final Bearings SHARED = load();
    private static final int MOST = 9;
    private static final int KEY = 3;

    private final List<String> names = new ArrayList<>();

    /** Single words, of which mostly the beginning is given, by their first letters. */
    private final Map<String, List<Phrase>> byBeginning = new HashMap<>();

    /** Phrases of several words by the first of them. */
    private final Map<String, List<Phrase>> byFirst = new HashMap<>();

    private final WordNotes<Begun> begun = new WordNotes<>(WordNotes.Place.BEARINGS, this::begun);

    /** Phrases that may begin with a word: of most words none. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Begun(Phrase[] phrases) {}

    /** The last word is a beginning unless {@code whole}. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Phrase(int bearing, String[] words, boolean whole) {
        boolean begins(String word) {
            boolean exact = whole || words.length > 1;
            return exact ? word.equals(words[0]) : word.startsWith(words[0]);
        }

        boolean at(Reading reading, int t) {
            int last = words.length - 1;
            for (int i = 0; i < last; i++) {
                if (!reading.lower(t + i).equals(words[i])) {
                    return false;
                }
            }
            String word = reading.lower(t + last);
            return whole ? word.equals(words[last]) : word.startsWith(words[last]);
        }
    }

    private Bearings() {}

    static Bearings shared() {
        return SHARED;
    }

    /** Notes on a figure how often each bearing is told: three digits, of its sentence, the next and the title; none when all are 0. */
    void note(Draft draft, Reading reading, Sentence sentence, Map<Integer, int[]> known) {
        int[] own = counts(reading, sentence.index(), known);
        int[] next = sentence.headline() ? new int[names.size()] : counts(reading, sentence.index() + 1, known);
        boolean titled = reading.document().sentences().get(0).headline();
        int[] title = titled && !sentence.headline() ? counts(reading, 0, known) : new int[names.size()];
        for (int i = 0; i < names.size(); i++) {
            if (own[i] + next[i] + title[i] > 0) {
                draft.with(names.get(i), "" + own[i] + next[i] + title[i]);
            }
        }
    }

    /** Whether a sentence sets its figures against others: "the department stood by six". */
    boolean contested(Reading reading, Sentence sentence, Map<Integer, int[]> known) {
        return counts(reading, sentence.index(), known)[names.indexOf("contest")] > 0;
    }

    private int[] counts(Reading reading, int index, Map<Integer, int[]> known) {
        return known.computeIfAbsent(index, i -> {
            List<Sentence> sentences = reading.document().sentences();
            int[] counts = new int[names.size()];
            if (i < sentences.size()) {
                Sentence sentence = sentences.get(i);
                for (int t = sentence.firstToken(); t < sentence.endToken(); t++) {
                    count(reading, t, counts);
                }
            }
            return counts;
        });
    }

    private void count(Reading reading, int t, int[] counts) {
        if (!reading.marked(t, Marks.BEARING)) {
            return;
        }
        Phrase[] phrases = begun.of(reading.token(t).word()).phrases;
        for (Phrase phrase : phrases) {
            if (counts[phrase.bearing] < MOST && phrase.at(reading, t)) {
                counts[phrase.bearing]++;
            }
        }
    }

    /** Whether any phrase begins with a word. */
    boolean begins(String word) {
        return phrases(word).findAny().isPresent();
    }

    private Stream<Phrase> phrases(String word) {
        return Stream.of(byBeginning.get(beginning(word)), byFirst.get(word))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(phrase -> phrase.begins(word));
    }

    private Begun begun(WordForm form) {
        return new Begun(phrases(form.lower()).toArray(Phrase[]::new));
    }

    private static String beginning(String word) {
        return word.length() <= KEY ? word : word.substring(0, KEY);
    }

    private static Bearings load() {
        Bearings bearings = new Bearings();
        try (InputStream stream = Bearings.class.getResourceAsStream("bearings.tsv")) {
            if (stream == null) {
                throw new IllegalStateException("missing resource bearings.tsv");
            }
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(bearings::add);
            return bearings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 2) {
            throw new IllegalStateException("bearings.tsv: " + line);
        }
        for (String cell : cells[1].split(",")) {
            boolean whole = cell.endsWith("=");
            String text = whole ? cell.substring(0, cell.length() - 1) : cell;
            Phrase phrase = new Phrase(names.size(), text.split(" "), whole);
            String first = phrase.words[0];
            if (phrase.words.length > 1) {
                byFirst.computeIfAbsent(first, any -> new ArrayList<>()).add(phrase);
            } else {
                byBeginning
                        .computeIfAbsent(beginning(first), any -> new ArrayList<>())
                        .add(phrase);
            }
        }
        names.add(cells[0]);
    }
}
