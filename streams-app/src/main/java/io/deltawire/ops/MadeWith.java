package io.deltawire.ops;

import io.deltawire.article.ArticleParser;
import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a run's output was made with: the bytes of the streams app, of its models, word lists and catalog, entries added to the
 * catalog, and the settings that decide what comes out. Two runs made with the same and of one input give the same records.
 *
 * @param parts fingerprints by name: code, models, catalog; 12 hexadecimal digits each
 * @param config settings that were set and change what comes out
 */
public record MadeWith(Map<String, String> parts, SortedMap<String, String> config) {
    private static final int BYTES = 6;
    private static final String CODE = "code";
    private static final String MODELS = "models";
    private static final String CATALOG = "catalog";
    private static final String CATALOG_FILES = "io/deltawire/entity/catalog/";

    /** Settings that change what comes out; the rest (addresses, threads) must not. */
    private static final List<String> DECIDING =
            List.of("deltawire.desk.by", "deltawire.reorder.bound.ms", "deltawire.story.", "deltawire.fact.");

    private static final Map<String, String> SHIPPED = shippedParts();

    /** What ships with deltawire, with the defaults. */
    public static MadeWith shipped() {
        return of(Settings.of(Map.of()), "");
    }

    /** @param catalogAdded whatever tells apart the entries that were added to the catalog; "" when none were */
    public static MadeWith of(Settings settings, String catalogAdded) {
        Map<String, String> parts = new TreeMap<>(SHIPPED);
        if (!catalogAdded.isEmpty()) {
            parts.compute(CATALOG, (name, shipped) -> hash(digest -> text(digest, shipped + catalogAdded)));
        }
        SortedMap<String, String> config = new TreeMap<>();
        settings.values().forEach((name, value) -> {
            if (DECIDING.stream().anyMatch(name::startsWith)) {
                config.put(name, value);
            }
        });
        return new MadeWith(parts, config);
    }

    /** One name for all of it: 12 hexadecimal digits. */
    public String runId() {
        return hash(digest -> {
            new TreeMap<>(parts).forEach((name, part) -> text(digest, name + "=" + part + "\n"));
            config.forEach((name, value) -> text(digest, name + "=" + value + "\n"));
        });
    }

    /** The streams app, and the module that reads articles and schemas. */
    private static Map<String, String> shippedParts() {
        Map<String, String> app = partsOf(MadeWith.class);
        Map<String, String> below = partsOf(ArticleParser.class);
        Map<String, String> parts = new TreeMap<>();
        app.forEach((name, part) -> parts.put(
                name, name.equals(CODE) ? hash(digest -> text(digest, part + below.getOrDefault(CODE, ""))) : part));
        return parts;
    }

    private static Map<String, String> partsOf(Class<?> type) {
        try {
            Path home = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(home)) {
                return parts(home);
            }
            try (FileSystem jar = FileSystems.newFileSystem(home)) {
                return parts(jar.getPath("/"));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By name and content, so that a jar and the folder it was made of give the same. */
    private static Map<String, String> parts(Path root) throws IOException {
        List<String> names;
        try (Stream<Path> walk = Files.walk(root)) {
            names = walk.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("META-INF"))
                    .sorted()
                    .toList();
        }
        Map<String, String> parts = new TreeMap<>();
        for (String part : List.of(CODE, MODELS, CATALOG)) {
            parts.put(
                    part,
                    hash(digest -> names.stream()
                            .filter(name -> partOf(name).equals(part))
                            .forEach(name -> add(digest, root, name))));
        }
        return parts;
    }

    private static String partOf(String name) {
        return name.endsWith(".class") ? CODE : name.startsWith(CATALOG_FILES) ? CATALOG : MODELS;
    }

    private static void add(MessageDigest digest, Path root, String name) {
        text(digest, name);
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(root.resolve(name))) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Consumer<MessageDigest> content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            content.accept(digest);
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void text(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
