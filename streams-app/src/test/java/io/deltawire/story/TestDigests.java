package io.deltawire.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Digests for tests, from a title and a text in our own words. */
final class TestDigests {
    static final Instant START = Instant.parse("2025-03-01T08:00:00Z");

    private TestDigests() {}

    static Digest digest(String id, Instant at, String source, String title, String text) {
        TreeMap<String, int[]> counts = new TreeMap<>();
        List<String> words = new ArrayList<>();
        count(title, 0, counts, words);
        count(text, 2, counts, words);
        List<Digest.Term> terms = new ArrayList<>();
        counts.forEach((term, count) -> terms.add(new Digest.Term(term, count[0], count[1], count[2])));
        return new Digest(
                id,
                "en",
                source,
                at,
                title,
                terms,
                List.of(),
                List.of(),
                List.of(),
                Signature.of(words),
                words.size(),
                List.of());
    }

    private static void count(String text, int zone, TreeMap<String, int[]> counts, List<String> words) {
        Arrays.stream(text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\d]+"))
                .filter(word -> !word.isEmpty())
                .forEach(word -> {
                    words.add(word);
                    if (word.length() > 3) {
                        counts.computeIfAbsent(word, key -> new int[3])[zone]++;
                    }
                });
    }

    static final String FERRY_TITLE = "Ferry Halvora runs aground off Tarnsund with 212 aboard";
    static final String FERRY =
            "The ferry Halvora struck a reef near Tarnsund harbour shortly before dawn, the Norlund coast guard "
                    + "said. Passengers were lifted from the deck by helicopters while the hull took in water. Captain Ulrik Desmark told "
                    + "the harbour master that the rudder had jammed. Divers will inspect the reef and the hull when the swell has dropped.";
    static final String FERRY_LATER_TITLE = "Halvora ferry: rudder had jammed before, crew says";
    static final String FERRY_LATER =
            "Two sailors of the ferry Halvora, which ran onto a reef near Tarnsund, say that the rudder had "
                    + "jammed twice in the week before. The Norlund coast guard has begun to pump fuel from the hull. Captain Ulrik Desmark "
                    + "will be heard by the harbour master tomorrow, and divers have found a long gash below the waterline.";
    static final String BANK_TITLE = "Belmark Savings Bank cuts rates for small savers";
    static final String BANK =
            "Belmark Savings Bank lowers interest on small savings accounts to one per cent from June. Consumer "
                    + "groups call the step a slap for pensioners, while the chief economist of the bank points to cheaper mortgages and "
                    + "weak inflation. Rival lenders are expected to follow before the summer, analysts in Belmark believe.";

    static Digest ferry(String id, Instant at, String source) {
        return digest(id, at, source, FERRY_TITLE, FERRY);
    }

    static Digest ferryLater(String id, Instant at, String source) {
        return digest(id, at, source, FERRY_LATER_TITLE, FERRY_LATER);
    }

    static Digest bank(String id, Instant at, String source) {
        return digest(id, at, source, BANK_TITLE, BANK);
    }
}
