package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.claim.Kind;
import io.deltawire.engine.Enricher;
import io.deltawire.state.MapPieces;
import io.deltawire.story.Placement;
import io.deltawire.text.Article;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A short story of shifts.txt: articles of several outlets a day apart, and the shift that the last of them brings.
 *
 * @param shift "KIND before => after", or "none"
 * @param articles each "title || text", in order of time
 */
record Retold(String shift, List<String> articles) {
    private static final Instant FIRST = Instant.parse("2025-05-11T09:00:00Z");

    static List<Retold> all() throws IOException {
        try (InputStream in = Retold.class.getResourceAsStream("shifts.txt")) {
            assertThat(in).isNotNull();
            List<Retold> all = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("== ")) {
                    all.add(new Retold(line.substring(3), new ArrayList<>()));
                } else if (!line.isBlank() && line.charAt(0) != '#') {
                    all.get(all.size() - 1).articles().add(line);
                }
            }
            return all;
        }
    }

    List<Article> read() {
        List<Article> read = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            String[] parts = articles.get(i).split(" \\|\\| ", 2);
            Instant at = FIRST.plus(i, ChronoUnit.DAYS);
            read.add(new Article("a" + i, "", parts[0], parts[1], at, "outlet" + i, "en"));
        }
        return read;
    }

    /** The shifts that come out when all articles are one story, each outlet a source. */
    List<Change> shifts(Enricher enricher) {
        FactEngine engine = new FactEngine(new MapPieces());
        List<Change> changes = new ArrayList<>();
        for (Article article : read()) {
            Placement placement = new Placement("story", "", article.source(), false, List.of());
            changes.addAll(engine.accept(enricher.enrich(article).digest(), placement, article.publishedAt()));
        }
        return changes.stream()
                .filter(change -> change.type() == Change.Type.REVISED
                        || change.type() == Change.Type.DISPUTED
                        || change.type() == Change.Type.SETTLED)
                .toList();
    }

    boolean isQuiet() {
        return shift.equals("none");
    }

    /** What has been put off has a new day and is postponed: one piece of news, of which the story names the day. */
    boolean goesAlong(Change change) {
        return shift.startsWith("SCHEDULE ")
                && change.kind() == Kind.STATUS
                && change.after().equals("postponed");
    }

    boolean fits(Change change) {
        String[] parts = shift.split(" ", 2);
        String[] values = parts[1].split(" => ");
        return change.kind().name().equals(parts[0])
                && contains(change.before(), values[0])
                && contains(change.after(), values[1]);
    }

    private static boolean contains(String value, String words) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(words) + "(?![\\w.])|^" + Pattern.quote(words))
                .matcher(value)
                .find();
    }
}
