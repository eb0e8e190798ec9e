package io.deltawire.ops;

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
import java.util.stream.Stream;

/**
 * Names what a run's output was made with: the bytes of the streams app (code, models, word lists and gazetteer are all in it)
 * and the settings that decide what comes out. Two runs with one id and one input give the same records.
 */
public final class RunId {
    private static final int BYTES = 6;

    /** Settings that change what comes out; the rest (addresses, threads) must not. */
    private static final List<String> DECIDING =
            List.of("deltawire.desk.by", "deltawire.reorder.bound.ms", "deltawire.story.");

    private RunId() {}

    /** 12 hexadecimal digits. */
    public static String of(Settings settings) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Path home = Path.of(RunId.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                add(digest, home);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(home)) {
                    add(digest, jar.getPath("/"));
                }
            }
            settings.values().forEach((name, value) -> {
                if (DECIDING.stream().anyMatch(name::startsWith)) {
                    digest.update((name + "=" + value + "\n").getBytes(StandardCharsets.UTF_8));
                }
            });
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException | URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By name and content, so that a jar and the folder it was made of give one id. */
    private static void add(MessageDigest digest, Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !root.relativize(file).startsWith("META-INF"))
                    .sorted((a, b) -> name(root, a).compareTo(name(root, b)))
                    .toList();
        }
        byte[] buffer = new byte[1 << 16];
        for (Path file : files) {
            digest.update(name(root, file).getBytes(StandardCharsets.UTF_8));
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                }
            }
        }
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
