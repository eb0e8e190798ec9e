package io.deltawire.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One spelling for the address of one article: scheme and host in lower case, default port, user, fragment and tracking
 * parameters dropped, percent escapes in upper case, http written as https: feeds and links of one outlet give both for
 * one article. Applying it twice changes nothing. Addresses of real pages break
 * RFC 3986 in many ways (spaces, pipes), so this never refuses: what has no scheme and host is only trimmed.
 */
public final class CanonicalUrl {
    private static final Pattern PARTS =
            Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<host>[^/?]*)(?<path>[^?]*)(?:\\?(?<query>.*))?");
    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");
    private static final Set<String> TRACKING = new HashSet<>();
    private static final Set<String> TRACKING_PREFIXES = new HashSet<>();

    static {
        for (String line : tracking()) {
            if (line.endsWith("*")) {
                TRACKING_PREFIXES.add(line.substring(0, line.length() - 1));
            } else {
                TRACKING.add(line);
            }
        }
    }

    private CanonicalUrl() {}

    public static String of(String url) {
        String trimmed = withoutFragment(url.replaceAll("[\\p{Cntrl}]", "").strip());
        Matcher parts = PARTS.matcher(trimmed);
        if (!parts.matches()) {
            return trimmed;
        }
        String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        String host = host(parts.group("host"), scheme);
        // A port that is not the scheme's own says that the two are served apart.
        String origin = (scheme.equals("http") && !host.contains(":") ? "https" : scheme) + "://" + host;
        String path = parts.group("path").isEmpty() ? "/" : parts.group("path");
        String query = parts.group("query") == null ? "" : query(parts.group("query"));
        String canonical = origin + path + (query.isEmpty() ? "" : "?" + query);
        return ESCAPE.matcher(canonical.strip())
                .replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
    }

    /** Host of an address without {@code www.}; empty when it has none. */
    public static String hostOf(String url) {
        Matcher parts = PARTS.matcher(of(url));
        if (!parts.matches()) {
            return "";
        }
        String host = parts.group("host").replaceFirst(":\\d*$", "");
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash).strip();
    }

    private static String host(String authority, String scheme) {
        String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        String defaultPort = scheme.equals("https") ? ":443" : scheme.equals("http") ? ":80" : ":";
        int length;
        do {
            length = host.length();
            host = withoutEnd(withoutEnd(withoutEnd(host, defaultPort), ":"), ".");
        } while (host.length() < length);
        return host;
    }

    private static String withoutEnd(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    private static String query(String query) {
        StringJoiner kept = new StringJoiner("&");
        for (String parameter : query.split("&")) {
            if (!parameter.isBlank() && !isTracking(parameter)) {
                kept.add(parameter);
            }
        }
        return kept.toString();
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals))
                .strip()
                .toLowerCase(Locale.ROOT);
        return TRACKING.contains(name) || TRACKING_PREFIXES.stream().anyMatch(name::startsWith);
    }

    private static Iterable<String> tracking() {
        InputStream resource = Objects.requireNonNull(
                CanonicalUrl.class.getResourceAsStream("tracking-parameters.txt"), "tracking-parameters.txt");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
