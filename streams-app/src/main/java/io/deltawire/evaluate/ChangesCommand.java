package io.deltawire.evaluate;

import io.deltawire.evaluate.ScenarioGold.Told;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deltawire evaluate changes}. */
@Command(
        name = "changes",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the changes that short stories bring about against a gold list: found, missed, false, by kind.",
            "Articles are read from articles.jsonl beside the gold file unless --articles or --updates says otherwise."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured, and above --min", "1:failed, or below --min", "2:usage"})
public final class ChangesCommand implements Callable<Integer> {
    @Option(names = "--gold", required = true, paramLabel = "FILE", description = "Gold list of scenarios, JSON.")
    private Path gold = Path.of("");

    @Option(names = "--articles", paramLabel = "FILE", description = "Articles of the scenarios, JSONL.")
    private @Nullable Path articles;

    @Option(names = "--updates", paramLabel = "FILE", description = "Score this updates.jsonl of a backtest instead.")
    private @Nullable Path updates;

    @Option(
            names = "--given-stories",
            description = "Each scenario is one story: measures ENRICH and FACT without STORY.")
    private boolean givenStories;

    @Option(names = "--why", description = "Say of each missed shift where it was lost; needs --given-stories.")
    private boolean why;

    @Option(names = "--min", paramLabel = "PERCENT", description = "Least recall and precision for exit code 0.")
    private double min;

    @Option(names = "--reliability", description = "Print how often shifts of each confidence are true.")
    private boolean reliability;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isReadable(gold)) {
            err.println("deltawire: cannot read " + gold);
            return 2;
        }
        Path input = articles == null ? gold.resolveSibling("articles.jsonl") : articles;
        if (updates == null && !Files.isReadable(input)) {
            err.println("deltawire: cannot read " + input);
            return 2;
        }
        List<ScenarioGold> scenarios = ScenarioGold.read(gold);
        if (why && !givenStories) {
            err.println("deltawire: --why needs --given-stories: only then is it known which story a shift belongs to");
            return 2;
        }
        ScenarioRun.@Nullable Outcome outcome =
                givenStories && updates == null ? ScenarioRun.givenStories(input, scenarios) : null;
        ChangeScore score = ChangeScore.of(scenarios, outcome == null ? told(input, err) : outcome.told());
        score.lines().forEach(out::println);
        if (why && outcome != null) {
            LostShifts.of(scenarios, score.missed(), outcome).lines().forEach(out::println);
        }
        score.table().forEach(out::println);
        if (reliability) {
            Reliability.table(score.judged()).forEach(out::println);
        }
        out.printf("%d traps sprung, %d copies counted%n", score.traps(), score.copies());
        out.printf("recall %.0f %%, precision %.0f %%%n", score.recall(), score.precision());
        return Math.min(score.recall(), score.precision()) >= min ? 0 : 1;
    }

    private List<Told> told(Path input, PrintWriter err) throws Exception {
        return updates != null
                ? ScenarioRun.told(updates)
                : ScenarioRun.whole(input, line -> err.println("skipped " + line));
    }
}
