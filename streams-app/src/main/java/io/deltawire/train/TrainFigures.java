package io.deltawire.train;

import io.deltawire.evaluate.ChangeScore;
import io.deltawire.evaluate.ScenarioGold;
import io.deltawire.evaluate.ScenarioRun;
import io.deltawire.fact.PairFeatures;
import io.deltawire.story.TreeModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltawire train-figures}. */
@Command(
        name = "train-figures",
        mixinStandardHelpOptions = true,
        description = {
            "Trains FACT's model of which figure is which on short stories with gold shifts: folders with articles.jsonl and gold.json.",
            "The same data gives the same file."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:trained and written", "1:failed", "2:usage"})
public final class TrainFigures implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "Folders of stories.")
    private List<Path> folders = List.of();

    @Option(
            names = "--folds",
            description = "Also score each folder by a model of the others, stories given; writes nothing.")
    private boolean folds;

    @Option(
            names = "--out",
            defaultValue = "streams-app/src/main/resources/io/deltawire/fact",
            description = "Folder the two models are written to (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("");

    @Option(names = "--seed", defaultValue = "7", description = "Seed of the training (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        if (folds) {
            for (Path held : folders) {
                FigureTrainer trainer = trainer(
                        folders.stream().filter(folder -> !folder.equals(held)).toList());
                List<ScenarioGold> scenarios = ScenarioGold.read(held.resolve("gold.json"));
                ChangeScore score = ChangeScore.of(
                        scenarios,
                        ScenarioRun.givenStories(held.resolve("articles.jsonl"), scenarios, trainer.judge(seed))
                                .told());
                print.println(held + ", by a model of the others:");
                score.table().forEach(print::println);
                print.println("at best, were every pair told right:");
                ChangeScore.of(
                                scenarios,
                                new FigureTrainer()
                                        .gather(held.resolve("articles.jsonl"), scenarios)
                                        .told())
                        .table()
                        .forEach(print::println);
            }
            return 0;
        }
        FigureTrainer trainer = trainer(folders);
        write(
                "shifts.model",
                "Is a figure of an article another value of a figure of its story?",
                trainer.shifts(seed));
        write("contests.model", "Does it stand against the other, or take its place?", trainer.contests(seed));
        print.printf("%d pairs, %d of them shifts%n", trainer.rows(), trainer.shifts());
        return 0;
    }

    private void write(String file, String asks, TreeModel model) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# " + asks + " Made by train-figures.");
        lines.addAll(model.lines(PairFeatures.NAMES));
        Files.write(out.resolve(file), lines);
    }

    private static FigureTrainer trainer(List<Path> folders) throws IOException {
        FigureTrainer trainer = new FigureTrainer();
        for (Path folder : folders) {
            trainer.gather(folder.resolve("articles.jsonl"), ScenarioGold.read(folder.resolve("gold.json")));
        }
        return trainer;
    }
}
