package io.deltawire.train;

import io.deltawire.story.Background;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * How common words are in English at large. A few thousand labelled stories leave most words unseen: without this, "quake" looks as
 * telling as the name of a village.
 */
public final class EnglishWords {
    /** Stories the table is scaled to: what no list knows counts as rarer than one in so many. */
    private static final int STORIES = 10_000;
    /** Words of running text a story is taken to have. */
    private static final double STORY_WORDS = 250;

    private static final double LISTED_IN = 1e8;
    private static final int LEAST = 1;

    private EnglishWords() {}

    /** A background that takes each word as common as English or the labelled stories have it, whichever is more. */
    static Background under(Background labelled) {
        Map<String, Double> shares = shares();
        double stories = Math.max(1, labelled.stories());
        labelled.counts().forEach((term, count) -> shares.merge(term, count / stories, Math::max));
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            int count = (int) Math.round(STORIES * share.getValue());
            if (count >= LEAST) {
                counts.put(share.getKey(), count);
            }
        }
        return new Background(STORIES, counts);
    }

    /** The words of the list, lower case. */
    public static Set<String> listed() {
        return Set.copyOf(shares().keySet());
    }

    /** Share of stories in which a word stands at least once, as if words fell independently. */
    private static Map<String, Double> shares() {
        Map<String, Double> shares = new TreeMap<>();
        try (InputStream in = EnglishWords.class.getResourceAsStream("english-words.tsv.gz")) {
            if (in == null) {
                throw new IllegalStateException("Missing resource english-words.tsv.gz");
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && !line.startsWith("#")) {
                    double rate = Integer.parseInt(line.substring(tab + 1)) / LISTED_IN;
                    shares.put(line.substring(0, tab), -StrictMath.expm1(-rate * STORY_WORDS));
                }
            }
            return shares;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read english-words.tsv.gz", e);
        }
    }
}
