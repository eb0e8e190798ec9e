package io.deltawire.cli;

import io.deltawire.webhook.WebhookTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltawire webhooks}. */
@Command(
        name = "webhooks",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "add|list|remove",
        description = {
            "Says on a topic who is to be told of changes; instances that run with deltawire.webhooks.topic=true take it up at",
            "once. The secret of a webhook is not written: secret_env names a variable of the instances' environment."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed, or there is none of that name", "2:usage"})
public final class WebhooksCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: add, list or remove");
    }

    /** Writes those of a file. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds webhooks, or puts them in the place of those of the same names.")
    int add(
            @Mixin ClusterOptions cluster,
            @Parameters(
                            paramLabel = "FILE",
                            description =
                                    "A JSON object, or an array of them: name, url, secret_env (WEBHOOK_…), and"
                                            + " optionally story, entity, kind, type, min_sources, min_confidence, from, tries.")
                    Path file)
            throws IOException, InterruptedException {
        SortedMap<String, String> hooks;
        try {
            hooks = WebhookTopic.parse(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), file + ": " + e.getMessage(), e);
        }
        try (WebhookTopic topic = new WebhookTopic(cluster.settings())) {
            topic.write(hooks);
        }
        print(hooks);
        return 0;
    }

    /** Prints what is there. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the webhooks of the topic by name.")
    int list(@Mixin ClusterOptions cluster) throws IOException, InterruptedException {
        try (WebhookTopic topic = new WebhookTopic(cluster.settings())) {
            print(topic.read());
        }
        return 0;
    }

    /** Takes some away. */
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Takes webhooks away.")
    int remove(
            @Mixin ClusterOptions cluster,
            @Parameters(arity = "1..*", paramLabel = "NAME", description = "Their names.") List<String> names)
            throws IOException, InterruptedException {
        int code = 0;
        try (WebhookTopic topic = new WebhookTopic(cluster.settings())) {
            SortedMap<String, String> there = topic.read();
            for (String name : names) {
                if (there.containsKey(name)) {
                    topic.remove(name);
                } else {
                    spec.commandLine().getErr().println("deltawire: there is no webhook '" + name + "'");
                    code = 1;
                }
            }
        }
        return code;
    }

    private void print(Map<String, String> hooks) {
        hooks.values().forEach(text -> spec.commandLine().getOut().println(WatchText.printable(text)));
        spec.commandLine().getOut().flush();
    }
}
