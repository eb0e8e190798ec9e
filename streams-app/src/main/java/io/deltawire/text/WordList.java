package io.deltawire.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Reads the word lists beside this class. Lines that begin with "# " are comments; each file's first lines say how it
 * was made.
 */
final class WordList {
    private WordList() {}

    /** Lines of a resource (decompressed where its name ends in .gz), comments and empty lines left out. */
    static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        try (InputStream stream = open(name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("# ")) {
                    lines.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
        return lines;
    }

    private static InputStream open(String name) throws IOException {
        InputStream stream = WordList.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("missing resource " + name);
        }
        return name.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
    }

    static Set<String> words(String name) {
        return new LinkedHashSet<>(lines(name));
    }

    /** Lines of the form "key value"; the value may be left out and is then "". */
    static Map<String, String> pairs(String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : lines(name)) {
            int space = line.indexOf(' ');
            pairs.put(
                    space < 0 ? line : line.substring(0, space),
                    space < 0 ? "" : line.substring(space + 1).strip());
        }
        return pairs;
    }
}
