package io.deltawire.serve;

import io.deltawire.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;

/** The page: files that the build of module {@code page} put into its jar. Names of all but the first change with their content. */
final class PageFiles implements Routes {
    private static final String FOLDER = "/io/deltawire/page/";
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*\\.(js|css|svg|png|woff2|txt|webmanifest)");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8",
            "webmanifest", "application/manifest+json");

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", PageFiles::index);
        routes.get("/stories/{id}", PageFiles::index);
        routes.get(
                "/assets/{name}",
                ctx -> file(ctx, "assets/", ctx.pathParam("name"), "public, max-age=31536000, immutable"));
        routes.get("/favicon.svg", ctx -> file(ctx, "", "favicon.svg", "public, max-age=86400"));
    }

    /** Every address of the page is the same file; what it shows is found there. */
    private static void index(Context ctx) throws IOException {
        Answers.tagged(ctx, "text/html; charset=utf-8", bytes("index.html"));
    }

    private static void file(Context ctx, String folder, String name, String cache) throws IOException {
        var matched = NAME.matcher(name);
        if (!matched.matches()) {
            throw new NotFoundResponse("there is no such file");
        }
        byte[] bytes = bytes(folder + name);
        ctx.header("Cache-Control", cache);
        ctx.contentType(TYPES.getOrDefault(matched.group(1), "application/octet-stream"))
                .result(bytes);
    }

    private static byte[] bytes(String path) throws IOException {
        try (InputStream resource = PageFiles.class.getResourceAsStream(FOLDER + path)) {
            if (resource == null) {
                throw new NotFoundResponse("there is no such file");
            }
            return resource.readAllBytes();
        }
    }
}
