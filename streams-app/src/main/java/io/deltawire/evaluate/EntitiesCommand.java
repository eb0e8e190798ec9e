package io.deltawire.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deltawire.entity.Entities;
import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.entity.Linker;
import io.deltawire.entity.NameTagger;
import io.deltawire.text.Article;
import io.deltawire.text.Document;
import io.deltawire.text.Reader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate entities}: identities of the seeds' gold list, and names of victims and shooters in gvdb. */
@Command(
        name = "entities",
        mixinStandardHelpOptions = true,
        description = {
            "Measures identity: every row of DIR/seeds/gold.json must be one entity over its articles; and in DIR/gvdb,",
            "how many named victims and shooters come out as a person under that name."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:failed", "2:usage"})
public final class EntitiesCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder that holds seeds/ and gvdb/.")
    private Path data = Path.of("");

    @Option(names = "--errors", paramLabel = "N", description = "Errors to print; default ${DEFAULT-VALUE}.")
    private int errors = 20;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Reader reader = new Reader();
    private final NameTagger tagger = new NameTagger();
    private final Linker linker = new Linker();

    @Override
    public Integer call() throws IOException {
        seeds();
        gvdb();
        return 0;
    }

    private void seeds() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Entities> byArticle = new HashMap<>();
        for (JsonNode row : rows(data.resolve("seeds/articles.jsonl"))) {
            byArticle.put(row.path("id").asText(), entities(row));
        }
        int right = 0;
        int all = 0;
        JsonNode gold = mapper.readTree(Files.readString(data.resolve("seeds/gold.json")));
        for (JsonNode row : gold.path("entities").path("one_identity")) {
            all++;
            if (isOne(row, byArticle)) {
                right++;
            } else {
                out.println("not one identity: " + row.path("id").asText());
            }
        }
        out.printf("seeds: %d of %d identities%n", right, all);
    }

    private static boolean isOne(JsonNode row, Map<String, Entities> byArticle) {
        Set<String> surfaces = new HashSet<>();
        row.path("surface").forEach(surface -> surfaces.add(surface.asText()));
        Set<String> ids = new HashSet<>();
        for (JsonNode article : row.path("in")) {
            Entities entities = byArticle.get(article.asText());
            boolean found = false;
            for (Entity entity : entities == null ? List.<Entity>of() : entities.all()) {
                if (entity.surfaces().stream().anyMatch(surfaces::contains)) {
                    ids.add(entity.id());
                    found = true;
                }
            }
            if (!found) {
                return false;
            }
        }
        return ids.size() == 1;
    }

    private void gvdb() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, JsonNode> articles = new HashMap<>();
        for (JsonNode row : rows(data.resolve("gvdb/articles.jsonl.gz"))) {
            articles.put(row.path("id").asText(), row);
        }
        int wanted = 0;
        int found = 0;
        int whole = 0;
        int shown = 0;
        for (JsonNode facts : rows(data.resolve("gvdb/facts.jsonl.gz"))) {
            JsonNode article = articles.get(facts.path("id").asText());
            if (article == null) {
                continue;
            }
            String text = article.path("text").asText();
            Entities entities = entities(article);
            for (String name : names(facts)) {
                if (!text.contains(name)) {
                    continue;
                }
                wanted++;
                String surname = name.substring(name.lastIndexOf(' ') + 1);
                boolean same = isPerson(entities, name);
                whole += same ? 1 : 0;
                if (same || isPerson(entities, surname)) {
                    found++;
                } else if (shown++ < errors) {
                    out.println("missed " + name + " in " + facts.path("id").asText());
                }
            }
        }
        out.printf(
                "gvdb: of %d victims and shooters whose name stands in the text, %.1f %% found as persons, %.1f %% under"
                        + " the whole name%n",
                wanted, 100.0 * found / Math.max(1, wanted), 100.0 * whole / Math.max(1, wanted));
    }

    private static boolean isPerson(Entities entities, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return entities.all().stream()
                .filter(entity -> entity.type() == EntityType.PERSON)
                .flatMap(entity -> entity.surfaces().stream())
                .anyMatch(surface -> surface.toLowerCase(Locale.ROOT).equals(lower)
                        || surface.toLowerCase(Locale.ROOT).endsWith(" " + lower));
    }

    /** Names of victims and shooters, whatever the depth at which the row holds them. */
    private static List<String> names(JsonNode facts) {
        List<String> names = new ArrayList<>();
        for (String role : List.of("victims", "shooters")) {
            for (JsonNode one : facts.path(role)) {
                String name = one.isTextual() ? one.asText() : one.path("name").asText("");
                if (!name.isBlank() && Character.isUpperCase(name.charAt(0)) && name.indexOf(' ') > 0) {
                    names.add(name.strip());
                }
            }
        }
        return names;
    }

    private Entities entities(JsonNode row) {
        String published = row.path("published_at").asText("");
        Instant time = published.length() == 10
                ? Instant.parse(published + "T12:00:00Z")
                : published.length() > 10 ? Instant.parse(published) : Instant.EPOCH;
        String title = row.path("title").isNull() ? "" : row.path("title").asText("");
        Document document = reader.read(new Article(
                row.path("id").asText(),
                "",
                title,
                row.path("text").asText(),
                time,
                row.path("source").asText(""),
                "en"));
        return linker.link(document, tagger.tag(document));
    }

    private List<JsonNode> rows(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        List<JsonNode> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    rows.add(mapper.readTree(line));
                }
            }
        }
        return rows;
    }
}
