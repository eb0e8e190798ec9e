package io.deltawire.evaluate;

import io.deltawire.text.Article;
import io.deltawire.text.Document;
import io.deltawire.text.Hedge;
import io.deltawire.text.NumberValue;
import io.deltawire.text.Reader;
import io.deltawire.text.TimeValue;
import io.deltawire.text.ValueFinder;
import io.deltawire.text.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what {@link ValueFinder} reads with a gold list: tab-separated publication day, part, sentence, and the values as
 * "COUNT>= 12; MONEY 4200000000 USD; DAY 2025-05-15".
 *
 * @param errors "missed …" and "false …" lines, in file order
 */
public record ValueScore(int right, int missed, int spurious, List<String> errors) {

    /**
     * Reads and scores one part of a gold file.
     *
     * @param part name in the file's second column
     * @throws UncheckedIOException when the file cannot be read
     */
    public static ValueScore of(Path gold, String part) {
        Reader reader = new Reader();
        ValueFinder finder = new ValueFinder();
        int right = 0;
        int missed = 0;
        int spurious = 0;
        List<String> errors = new ArrayList<>();
        for (String line : lines(gold)) {
            String[] row = line.split("\t", -1);
            if (line.startsWith("#") || row.length < 4 || !row[1].equals(part)) {
                continue;
            }
            Instant published = Instant.parse(row[0] + "T12:00:00Z");
            Document document = reader.read(new Article("gold", "", "", row[2], published, "", "en"));
            List<String> found = new ArrayList<>(read(finder.find(document)));
            for (String want : row[3].split(";", -1)) {
                if (found.remove(want)) {
                    right++;
                } else {
                    missed++;
                    errors.add("missed " + want + " in: " + row[2]);
                }
            }
            spurious += found.size();
            found.forEach(value -> errors.add("false " + value + " in: " + row[2]));
        }
        return new ValueScore(right, missed, spurious, errors);
    }

    public double precision() {
        return right == 0 ? 0 : 100.0 * right / (right + spurious);
    }

    public double recall() {
        return right == 0 ? 0 : 100.0 * right / (right + missed);
    }

    public double f1() {
        return right == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
    }

    /** All values in the notation of the gold list; numbers that are part of a date are left to the times. */
    static List<String> read(Values values) {
        List<String> found = new ArrayList<>();
        for (NumberValue number : values.numbers()) {
            if (number.use() != NumberValue.Use.DATE) {
                String unit = number.unit().isEmpty() ? "" : " " + number.unit();
                found.add(number.use() + hedge(number.hedge()) + " " + number.canonical() + unit);
            }
        }
        for (TimeValue time : values.times()) {
            found.add(time.precision() + " " + time.canonical());
        }
        return found;
    }

    private static String hedge(Hedge hedge) {
        return switch (hedge) {
            case EXACT -> "";
            case AT_LEAST -> ">=";
            case AT_MOST -> "<=";
            case ABOUT -> "~";
        };
    }

    private static List<String> lines(Path gold) {
        try {
            return Files.readAllLines(gold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
