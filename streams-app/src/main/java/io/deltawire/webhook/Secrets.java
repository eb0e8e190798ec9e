package io.deltawire.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where the keys of signatures are: never in what names a webhook, which says only where to look. */
interface Secrets {
    /** What begins the names of environment variables that an entry of the topic may name. */
    String VARIABLES = "WEBHOOK_";

    /**
     * @param where begins messages
     * @throws IllegalArgumentException if it is not said where the secret is, or it is not there
     */
    String of(JsonNode hook, String where);

    /** For a file of webhooks: {@code secret_env}, or {@code secret_file}, a path from the file's folder. */
    static Secrets beside(Path file, Map<String, String> environment) {
        return (hook, where) -> {
            String variable = hook.path("secret_env").asText();
            String path = hook.path("secret_file").asText();
            Webhook.require(
                    variable.isEmpty() != path.isEmpty(),
                    where + "one of secret_env and secret_file must say where the secret is");
            if (!variable.isEmpty()) {
                return environment.getOrDefault(variable, "");
            }
            try {
                return Files.readString(file.resolveSibling(path)).strip();
            } catch (IOException e) {
                throw new IllegalArgumentException(where + "secret_file can't be read: " + e.getMessage(), e);
            }
        };
    }

    /**
     * For the topic: {@code secret_env} with a variable that begins with {@value #VARIABLES}, since who may write the topic must not
     * choose among all that the instances' environment holds, nor among their files.
     */
    static Secrets ofEnvironment(Map<String, String> environment) {
        return (hook, where) -> {
            String variable = variable(hook, where);
            Webhook.require(environment.containsKey(variable), where + variable + " is not set for this instance");
            return environment.getOrDefault(variable, "");
        };
    }

    /** For who writes the topic from another machine: that it is said where the secret is; what it is is not looked up. */
    static Secrets named() {
        return (hook, where) -> "named by " + variable(hook, where);
    }

    private static String variable(JsonNode hook, String where) {
        String variable = hook.path("secret_env").asText();
        Webhook.require(
                variable.startsWith(VARIABLES) && variable.length() > VARIABLES.length() && !hook.has("secret_file"),
                where + "secret_env must name an environment variable of the instances that begins with " + VARIABLES);
        return variable;
    }
}
