package io.deltawire.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the lists and texts beside this class. */
final class Resources {
    private Resources() {}

    /** Whether there is such a list or text. */
    static boolean has(String name) {
        return Resources.class.getResource(name) != null;
    }

    /** The lines of a list; empty ones and comments, which begin with "# ", are left out. */
    static List<String> lines(String name) {
        return text(name).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .toList();
    }

    /** All lines. */
    static List<String> text(String name) {
        InputStream stream = Resources.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("missing resource " + name);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
