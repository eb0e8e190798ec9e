package io.deltawire.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads files of the CoNLL kind, plain or gzipped: a token a line with its columns, an empty line between sentences. Lines that begin with
 * "# " and lines of "-DOCSTART-" part documents or carry comments; they are left out here.
 */
public final class ColumnFile {
    private ColumnFile() {}

    /** A sentence: the columns of each token; whether a new document begins with it. */
    public record Rows(List<String[]> rows, boolean beginsDocument) {}

    /** @throws IOException if the file cannot be read */
    public static List<Rows> read(Path file) throws IOException {
        List<Rows> sentences = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        boolean begins = false;
        try (BufferedReader in = open(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                boolean mark = line.startsWith("-DOCSTART-") || line.startsWith("# newdoc");
                if (line.isBlank() || mark) {
                    if (!rows.isEmpty()) {
                        sentences.add(new Rows(List.copyOf(rows), begins));
                        begins = false;
                    }
                    rows.clear();
                    begins |= mark;
                } else if (!isComment(line)) {
                    rows.add(
                            line.contains("\t")
                                    ? line.split("\t")
                                    : line.strip().split(" +"));
                }
            }
        }
        if (!rows.isEmpty()) {
            sentences.add(new Rows(List.copyOf(rows), begins));
        }
        return sentences;
    }

    /** "# text = …" of CoNLL-U; a token "#" has its columns behind a tab or a single letter. */
    private static boolean isComment(String line) {
        return line.startsWith("# ") && line.contains(" = ") && !line.contains("\t");
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }
}
