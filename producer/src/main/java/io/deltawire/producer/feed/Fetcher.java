package io.deltawire.producer.feed;

import io.deltawire.producer.feed.Answer.Body;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/**
 * Gets a feed over HTTP within {@link FetchLimits}. Redirects are followed one by one, and only to http and https at public
 * addresses; the address a user gave himself may be any. Thread-safe.
 */
final class Fetcher {
    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1";

    private final HttpClient client;
    private final FetchLimits limits;

    Fetcher(FetchLimits limits) {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(limits.timeout())
                .build();
    }

    /**
     * @param etag validator of the last answer, or empty
     * @param lastModified validator of the last answer, or empty
     */
    Answer fetch(URI uri, String etag, String lastModified) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + limits.timeout().toNanos();
        URI at = uri;
        boolean permanent = true;
        for (int hop = 0; hop <= limits.maxRedirects(); hop++) {
            HttpResponse<byte[]> response = get(at, etag, lastModified, deadline);
            int status = response.statusCode();
            Optional<String> location = response.headers().firstValue("Location");
            if (!isRedirect(status) || location.isEmpty()) {
                return answer(response, permanent && hop > 0 ? Optional.of(at) : Optional.empty());
            }
            permanent &= status == 301 || status == 308;
            at = target(at, location.get());
        }
        throw new FetchException("more than " + limits.maxRedirects() + " redirects");
    }

    private HttpResponse<byte[]> get(URI uri, String etag, String lastModified, long deadline)
            throws IOException, InterruptedException {
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(uri);
        } catch (IllegalArgumentException e) {
            throw new FetchException("not an address: " + e.getMessage());
        }
        request.timeout(limits.timeout())
                .header("User-Agent", "deltawire-producer (news feed reader)")
                .header("Accept", ACCEPT)
                .header("Accept-Encoding", "gzip");
        if (!etag.isEmpty()) {
            request.header("If-None-Match", etag);
        }
        if (!lastModified.isEmpty()) {
            request.header("If-Modified-Since", lastModified);
        }
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(request.build(), info -> new CappedBody(limits.maxBytes()));
        try {
            return response.get(Math.max(deadline - System.nanoTime(), 1), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new FetchException(
                    "no whole answer within " + limits.timeout().toSeconds() + " s");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            throw new FetchException(why);
        } finally {
            response.cancel(true);
        }
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private URI target(URI from, String location) throws IOException {
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new FetchException("redirected to something that is no address");
        }
        String scheme = to.getScheme() == null ? "" : to.getScheme().toLowerCase(Locale.ROOT);
        if (to.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new FetchException("redirected to something that is neither http nor https");
        }
        if (!limits.allowPrivate() && !PublicAddress.isPublic(to.getHost())) {
            throw new FetchException(
                    "redirected to a private address, " + to.getHost() + " (--allow-private follows it)");
        }
        return to;
    }

    private Answer answer(HttpResponse<byte[]> response, Optional<URI> movedTo) throws IOException {
        int status = response.statusCode();
        if (status != 200 && status != 304) {
            throw new FetchException("the server answers " + status, status == 410, retryAfter(response));
        }
        return new Answer(
                status == 304 ? Optional.empty() : Optional.of(new Body(unpacked(response))),
                header(response, "Content-Type"),
                header(response, "ETag"),
                header(response, "Last-Modified"),
                movedTo);
    }

    private byte[] unpacked(HttpResponse<byte[]> response) throws IOException {
        String encoding = header(response, "Content-Encoding").toLowerCase(Locale.ROOT);
        if (encoding.isEmpty() || encoding.equals("identity")) {
            return response.body();
        }
        if (!encoding.equals("gzip") && !encoding.equals("x-gzip")) {
            throw new FetchException("an encoding we did not ask for: " + encoding);
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            byte[] bytes = in.readNBytes(limits.maxBytes() + 1);
            if (bytes.length > limits.maxBytes()) {
                throw new FetchException("more than " + limits.maxBytes() + " bytes once unpacked");
            }
            return bytes;
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Seconds or an HTTP date (RFC 9110, 10.2.3). */
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        String value = header(response, "Retry-After").strip();
        try {
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (value.chars().allMatch(Character::isDigit)) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
            }
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(Instant.now(), until));
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
