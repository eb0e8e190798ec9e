package io.deltawire.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads word lists: UTF-8, one entry a line, columns set apart by tabs; lines that begin with '#' are comments. */
public final class Lexicon {
    private Lexicon() {}

    /**
     * The rows of a resource, in file order.
     *
     * @param owner class beside which the resource lies
     * @param name path relative to the class's package
     * @throws IllegalStateException when the resource is missing, which is a broken build
     */
    public static List<String[]> rows(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name + " beside " + owner.getName());
            }
            return rows(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a language has its own resource of that name. */
    public static boolean has(Class<?> owner, String name) {
        return owner.getResource(name) != null;
    }

    private static List<String[]> rows(InputStream in) throws IOException {
        List<String[]> rows = new ArrayList<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isEmpty() && line.charAt(0) != '#') {
                rows.add(line.split("\t", -1));
            }
        }
        return rows;
    }
}
