package io.deltawire.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deltawire.avro.ChangeType;
import io.deltawire.avro.ClaimKind;
import io.deltawire.avro.UpdateType;
import io.deltawire.view.Event;
import io.deltawire.view.Filter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One address that is told.
 *
 * @param name by which it is known; part of the consumer group that remembers how far it has been told
 * @param secret key of the signature
 * @param fromBeginning whether a new webhook is told what had happened before
 * @param tries how often one event is tried before it is put aside
 */
public record Webhook(String name, URI url, String secret, Filter filter, boolean fromBeginning, int tries) {
    private static final Set<String> FIELDS = Set.of(
            "name",
            "url",
            "secret_env",
            "secret_file",
            "story",
            "entity",
            "kind",
            "type",
            "min_sources",
            "min_confidence",
            "from",
            "tries");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,60}");
    private static final int USUAL_TRIES = 12;
    private static final int MOST_TRIES = 100;
    private static final int SHORTEST_SECRET = 16;

    /**
     * Reads a file: a JSON array of objects with {@code name}, {@code url}, {@code secret_env} or {@code secret_file}, and what it is to be
     * told: {@code story}, {@code entity}, {@code kind}, {@code type} (several divided by commas), {@code min_sources},
     * {@code min_confidence}; {@code from} ({@code beginning} or {@code latest}); {@code tries}.
     *
     * @param environment where {@code secret_env} is looked up
     * @throws IllegalArgumentException naming what is wrong
     */
    public static List<Webhook> read(Path file, Map<String, String> environment) {
        JsonNode array;
        try {
            array = new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("webhooks file " + file + " can't be read: " + e.getMessage(), e);
        }
        if (!array.isArray()) {
            throw new IllegalArgumentException("webhooks file " + file + " must be a JSON array of objects");
        }
        Secrets secrets = Secrets.beside(file, environment);
        List<Webhook> hooks = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : array) {
            Webhook hook = of(node, "webhooks file " + file, secrets);
            if (!names.add(hook.name())) {
                throw new IllegalArgumentException("webhooks file " + file + ": two are named '" + hook.name() + "'");
            }
            hooks.add(hook);
        }
        return hooks;
    }

    /**
     * @param place where it is written, for messages
     * @throws IllegalArgumentException naming what is wrong
     */
    static Webhook of(JsonNode node, String place, Secrets secrets) {
        String name = node.path("name").asText();
        String where = place + ", '" + name + "': ";
        require(NAME.matcher(name).matches(), where + "name must be 1 to 60 letters, digits, - or _");
        for (Iterator<String> fields = node.fieldNames(); fields.hasNext(); ) {
            String field = fields.next();
            require(
                    FIELDS.contains(field),
                    where + "there is no '" + field + "'; there are "
                            + FIELDS.stream().sorted().toList());
        }
        String from = node.path("from").asText("latest");
        require(from.equals("latest") || from.equals("beginning"), where + "from may be beginning or latest");
        int tries = node.path("tries").asInt(USUAL_TRIES);
        require(tries >= 1 && tries <= MOST_TRIES, where + "tries may be 1 to " + MOST_TRIES);
        Set<String> types = names(node, "type");
        Set<String> kinds = names(node, "kind");
        for (String type : types) {
            require(
                    is(ChangeType.values(), type) || is(UpdateType.values(), type),
                    where + "there is no type '" + type + "'");
        }
        for (String kind : kinds) {
            require(is(ClaimKind.values(), kind), where + "there is no kind '" + kind + "'");
        }
        double confidence = node.path("min_confidence").asDouble(0);
        boolean number =
                !node.has("min_confidence") || node.path("min_confidence").isNumber();
        require(number && confidence >= 0 && confidence <= 1, where + "min_confidence may be 0 to 1");
        JsonNode sources = node.path("min_sources");
        require(
                sources.isMissingNode()
                        || (sources.canConvertToInt() && sources.isIntegralNumber() && sources.asInt() >= 0),
                where + "min_sources may be a whole number from 0 on");
        Filter filter = new Filter(
                EnumSet.allOf(Event.Log.class),
                node.path("story").asText(),
                node.path("entity").asText(),
                kinds,
                types,
                sources.asInt(0),
                confidence);
        URI url = url(node.path("url").asText(), where);
        String secret = secrets.of(node, where);
        require(
                secret.length() >= SHORTEST_SECRET,
                where + "the secret must have " + SHORTEST_SECRET + " characters at least");
        return new Webhook(name, url, secret, filter, from.equals("beginning"), tries);
    }

    private static Set<String> names(JsonNode node, String field) {
        return Arrays.stream(node.path(field).asText().split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet());
    }

    private static boolean is(Enum<?>[] values, String name) {
        return Arrays.stream(values).anyMatch(each -> each.name().equals(name));
    }

    private static URI url(String text, String where) {
        try {
            URI url = URI.create(text);
            require(
                    ("https".equals(url.getScheme()) || "http".equals(url.getScheme())) && url.getHost() != null,
                    where + "url must begin with https:// or http://");
            return url;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + "url must begin with https:// or http://", e);
        }
    }

    static void require(boolean right, String problem) {
        if (!right) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Webhook[" + name + " " + url + "]";
    }
}
