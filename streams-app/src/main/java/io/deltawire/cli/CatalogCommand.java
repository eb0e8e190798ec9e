package io.deltawire.cli;

import io.deltawire.avro.Entity;
import io.deltawire.ops.CatalogWriter;
import io.deltawire.ops.Subscriber;
import io.deltawire.schemas.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltawire catalog}. */
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "add|list|import",
        description = {
            "Adds entities to the catalog while the line runs. An entry holds for articles of its effective time and later;",
            "an id that ships with deltawire is replaced from then on."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:usage", "3:some lines were left out; each is named on standard error"})
public final class CatalogCommand implements Runnable {
    /** So that all instances have read an entry before an article that it holds for comes. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: add, list or import");
    }

    /** Writes one entry. */
    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds an entity, or a new form of one.")
    int add(
            @Mixin ClusterOptions cluster,
            @Parameters(paramLabel = "ID", description = "Entity id, for ever: org:acme, person:jane-doe.") String id,
            @Option(names = "--name", required = true, description = "Canonical name.") String name,
            @Option(names = "--type", required = true, description = "PERSON, ORGANISATION, PLACE or OTHER.")
                    String type,
            @Option(names = "--alias", description = "Another name or spelling; may be given more than once.") @Nullable
                    List<String> aliases,
            @Option(
                            names = "--country",
                            description =
                                    "Country it belongs to or speaks for: ru, or the country's id in the catalog.")
                    Optional<String> country,
            @Option(names = "--same-as", description = "Its id elsewhere, as wikidata=Q42.") @Nullable
                    Map<String, String> ids,
            @Option(
                            names = "--effective-from",
                            paramLabel = "TIME",
                            description =
                                    "Event time (ISO 8601) from which it holds; five seconds from now by default.")
                    Optional<String> from)
            throws IOException, InterruptedException, ExecutionException {
        Entity entity;
        try {
            Instant effective =
                    from.map(Instant::parse).orElseGet(() -> Instant.now().plus(AHEAD));
            entity = CatalogLine.entry(
                    id,
                    name,
                    type,
                    country.orElse(""),
                    aliases == null ? List.of() : aliases,
                    ids == null ? Map.of() : ids,
                    effective);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        try (CatalogWriter writer = new CatalogWriter(cluster.settings())) {
            writer.write(entity);
            writer.flush();
        }
        print(line(entity));
        return 0;
    }

    /** Writes the entries of a file. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Adds a file of entities: JSON lines with id, name, type, country?, aliases?, ids?, effective_from?.")
    int importFile(
            @Mixin ClusterOptions cluster, @Parameters(paramLabel = "FILE", description = "JSON lines.") Path file)
            throws IOException, InterruptedException, ExecutionException {
        Instant otherwise = Instant.now().plus(AHEAD);
        int number = 0;
        int written = 0;
        int left = 0;
        try (BufferedReader lines = Files.newBufferedReader(file);
                CatalogWriter writer = new CatalogWriter(cluster.settings())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    writer.write(CatalogLine.parse(line, otherwise));
                    written++;
                } catch (IllegalArgumentException e) {
                    left++;
                    spec.commandLine().getErr().println("line " + number + ": " + e.getMessage());
                }
            }
            writer.flush();
        }
        print(written + " entries written" + (left == 0 ? "" : ", " + left + " left out"));
        return left == 0 ? 0 : 3;
    }

    /** Prints what was added. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists what was added, by id and time.")
    int list(@Mixin ClusterOptions cluster) throws IOException {
        Settings settings = cluster.settings();
        TreeMap<String, Entity> entries = new TreeMap<>();
        List<String> topics = List.of(settings.topics().entitiesCatalog());
        try (Subscriber subscriber = new Subscriber(settings, topics, Optional.of(Instant.EPOCH))) {
            subscriber.read(false, record -> {
                if (record.value() instanceof Entity entity) {
                    entries.put(record.key(), entity);
                } else {
                    entries.remove(record.key());
                }
                return true;
            });
        }
        entries.values().forEach(entity -> print(line(entity)));
        return 0;
    }

    private static String line(Entity entity) {
        return "%s  %s  %s  %s%s  from %s"
                .formatted(
                        entity.getId(),
                        entity.getType(),
                        entity.getName(),
                        entity.getAliases(),
                        entity.getCountry().isEmpty() ? "" : "  " + entity.getCountry(),
                        entity.getEffectiveFrom());
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
