package io.deltawire.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How common words are in news stories before any is seen: the table behind a desk's first articles. Immutable. */
public final class Background {
    private static final String RESOURCE = "/story/background.tsv";

    private final int stories;
    private final SortedMap<String, Integer> terms;

    /** @param counts stories each term occurs in */
    public Background(int stories, SortedMap<String, Integer> counts) {
        this.stories = stories;
        this.terms = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** The table that is shipped: lines of term and number of stories; '#' begins a comment, "stories" the total. */
    public static Background shipped() {
        try (InputStream in = Background.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + RESOURCE);
            }
            SortedMap<String, Integer> counts = new TreeMap<>();
            int stories = 0;
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                if (line.startsWith("#stories\t")) {
                    stories = Integer.parseInt(line.substring(tab + 1));
                } else if (tab > 0 && !line.startsWith("#")) {
                    counts.put(line.substring(0, tab), Integer.parseInt(line.substring(tab + 1)));
                }
            }
            return new Background(stories, counts);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + RESOURCE, e);
        }
    }

    /** Text form, as {@link #shipped} reads it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("#stories\t" + stories);
        terms.forEach((term, count) -> lines.add(term + "\t" + count));
        return lines;
    }

    /** Stories the counts are of. */
    public int stories() {
        return stories;
    }

    /** Stories each term occurs in. */
    public SortedMap<String, Integer> counts() {
        return terms;
    }

    /** Counts by key, a new table each time. */
    IntTable table() {
        IntTable table = new IntTable(2 * terms.size());
        terms.forEach((term, count) -> table.put(Keys.of('t', term), count));
        return table;
    }
}
