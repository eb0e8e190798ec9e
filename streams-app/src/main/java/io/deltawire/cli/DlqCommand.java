package io.deltawire.cli;

import io.deltawire.ops.Letter;
import io.deltawire.ops.LetterBox;
import io.deltawire.ops.LetterRetry;
import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltawire dlq}. */
@Command(
        name = "dlq",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "list|show|retry",
        description = {
            "Lists, shows and republishes dead letters: what no stage could process. A",
            "letter is named by its partition and offset in <prefix>articles.dlq, as 0-17."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong use, or no such letter", "3:retry: some could not be republished"
        })
public final class DlqCommand implements Runnable {
    private static final int USAGE = 2;
    private static final int PARTLY = 3;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: list, show or retry");
    }

    /** One line a letter. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "One line a letter: id, when, retried or not, article, where it came from, why.")
    int list(
            @Mixin ClusterOptions cluster,
            @Option(names = "--open", description = "Only letters that were not retried.") boolean open)
            throws IOException {
        try (LetterBox box = new LetterBox(cluster.settings())) {
            int shown = 0;
            for (Letter letter : box.letters().values()) {
                if (!open || !letter.retried()) {
                    print(LetterText.line(letter));
                    shown++;
                }
            }
            print(shown + (shown == 1 ? " letter" : " letters"));
        }
        return 0;
    }

    /** All of one letter. */
    @Command(name = "show", mixinStandardHelpOptions = true, description = "All of one letter: headers and content.")
    int show(
            @Mixin ClusterOptions cluster, @Parameters(paramLabel = "ID", description = "As list prints it.") String id)
            throws IOException {
        Settings settings = cluster.settings();
        try (LetterBox box = new LetterBox(settings)) {
            Letter letter = box.letters().get(id);
            if (letter == null) {
                return noSuch(id);
            }
            LetterText.full(letter, settings).forEach(this::print);
        }
        return 0;
    }

    /** Republishes letters. */
    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = {
                "Republishes letters where they came from: same key, bytes, headers and time. A",
                "letter is republished once; trying again says so. What fails again becomes a",
                "new letter. Where no producer runs, a mark lets retried articles take effect:",
                "deltawire mark --end --at TIME, with the time of the newest article."
            })
    int retry(
            @Mixin ClusterOptions cluster,
            @Option(names = "--all", description = "All letters that were not retried.") boolean all,
            @Parameters(arity = "0..*", paramLabel = "ID", description = "As list prints them.") List<String> ids)
            throws IOException {
        List<String> named = ids == null ? List.of() : ids;
        if (all == !named.isEmpty()) {
            throw new ParameterException(spec.subcommands().get("retry"), "name letters, or say --all");
        }
        Settings settings = cluster.settings();
        try (LetterBox box = new LetterBox(settings)) {
            Map<String, Letter> letters = box.letters();
            for (String id : named) {
                if (!letters.containsKey(id)) {
                    return noSuch(id);
                }
            }
            List<Letter> chosen = letters.values().stream()
                    .filter(letter -> all ? !letter.retried() : named.contains(letter.id()))
                    .toList();
            return retry(settings, box, chosen);
        }
    }

    private int retry(Settings settings, LetterBox box, List<Letter> letters) {
        int failed = 0;
        try (LetterRetry retry = new LetterRetry(settings, box)) {
            for (Letter letter : letters) {
                LetterRetry.Outcome outcome = retry.retry(letter);
                boolean done =
                        outcome == LetterRetry.Outcome.REPUBLISHED || outcome == LetterRetry.Outcome.ALREADY_RETRIED;
                failed += done ? 0 : 1;
                print(letter.id() + " "
                        + outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        return failed > 0 ? PARTLY : 0;
    }

    private int noSuch(String id) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("deltawire: no letter " + WatchText.printable(id));
        err.flush();
        return USAGE;
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(WatchText.printable(line));
        out.flush();
    }
}
