package io.deltawire.producer.source;

import io.deltawire.article.ArticleLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the archives in files and folders. */
public final class Archives {
    private Archives() {}

    /**
     * A folder gives its {@code .txt}, {@code .html}, {@code .htm}, {@code .jsonl} and {@code .jsonl.gz} files, hidden ones and
     * links left out, in the order of their names; a file that is neither text nor HTML by its name is taken as JSONL.
     *
     * @throws NoSuchFileException if there is no such file or folder
     */
    public static List<Archive> in(Path path, ArticleLimits limits) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString(), null, "no such file or folder");
        }
        List<Path> files = Files.isDirectory(path) ? files(path) : List.of(path);
        List<Path> pages = files.stream().filter(Archives::isPage).toList();
        List<Archive> archives = new ArrayList<>();
        for (Path file : files) {
            if (!isPage(file)) {
                archives.add(new JsonlArchive(file, limits));
            }
        }
        if (!pages.isEmpty()) {
            archives.add(new PageArchive(pages, limits));
        }
        return archives;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .filter(file -> isPage(file) || isJsonl(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".txt") || name.endsWith(".html") || name.endsWith(".htm");
    }

    private static boolean isJsonl(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz") || name.endsWith(".ndjson");
    }
}
