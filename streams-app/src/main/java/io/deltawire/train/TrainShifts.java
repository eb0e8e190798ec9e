package io.deltawire.train;

import io.deltawire.evaluate.ChangeScore;
import io.deltawire.evaluate.ScenarioGold;
import io.deltawire.evaluate.ScenarioRun;
import io.deltawire.fact.PairFeatures;
import io.deltawire.fact.TurnFeatures;
import io.deltawire.story.Digest;
import io.deltawire.story.TreeModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
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

/** {@code deltawire train-shifts}. */
@Command(
        name = "train-shifts",
        mixinStandardHelpOptions = true,
        description = {
            "Trains FACT's model of which claim is the new value of which fact on short stories with gold shifts: folders with articles.jsonl and gold.json.",
            "The same data gives the same file."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:trained and written", "1:failed", "2:usage"})
public final class TrainShifts implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "Folders of stories.")
    private List<Path> folders = List.of();

    @Option(
            names = "--turns",
            paramLabel = "FOLDER",
            arity = "1..*",
            description = "Folders of stories that only days, positions, offices and states are learnt from.")
    private List<Path> turns = List.of();

    @Option(
            names = "--folds",
            description = "Also score each folder by a model of the others, stories given; writes nothing.")
    private boolean folds;

    @Option(
            names = "--out",
            defaultValue = "streams-app/src/main/resources/io/deltawire/fact",
            description = "Folder the three models are written to (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("");

    @Option(names = "--seed", defaultValue = "7", description = "Seed of the training (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** A folder's stories and what ENRICH makes of their articles. */
    private record Set(Path folder, List<ScenarioGold> scenarios, List<Digest> digests) {
        static Set read(Path folder) {
            try {
                return new Set(
                        folder,
                        ScenarioGold.read(folder.resolve("gold.json")),
                        ScenarioRun.digests(folder.resolve("articles.jsonl")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        List<Set> sets = folders.stream().map(Set::read).toList();
        if (folds) {
            for (Set held : sets) {
                fold(held, sets.stream().filter(set -> !set.equals(held)).toList(), print);
            }
            return 0;
        }
        ShiftTrainer trainer = trainer(sets);
        trainer.leaveFigures();
        turns.stream().map(Set::read).forEach(set -> gather(trainer, set));
        write(
                "shifts.model",
                "Is a figure of an article another value of a figure of its story?",
                PairFeatures.NAMES,
                trainer.shifts(seed));
        write(
                "contests.model",
                "Does it stand against the other, or take its place?",
                PairFeatures.NAMES,
                trainer.contests(seed));
        write(
                "turns.model",
                "Is a day, position, office or state of an article the new value of one of its story?",
                TurnFeatures.NAMES,
                trainer.turns(seed));
        print.printf("%d pairs, %d of them shifts%n", trainer.rows(), trainer.shifts());
        return 0;
    }

    private void fold(Set held, List<Set> others, PrintWriter print) {
        print.println(held.folder() + ", by a model of the others:");
        ScenarioRun.Outcome told = ScenarioRun.told(
                held.digests(), held.scenarios(), trainer(others).judge(seed));
        ChangeScore score = ChangeScore.of(held.scenarios(), told.told());
        score.lines().forEach(print::println);
        score.table().forEach(print::println);
        print.println("at best, were every pair told right:");
        ScenarioRun.Outcome best = new ShiftTrainer().gather(held.digests(), held.scenarios());
        ChangeScore.of(held.scenarios(), best.told()).table().forEach(print::println);
    }

    private static ShiftTrainer trainer(List<Set> sets) {
        ShiftTrainer trainer = new ShiftTrainer();
        for (Set set : sets) {
            gather(trainer, set);
        }
        return trainer;
    }

    private static void gather(ShiftTrainer trainer, Set set) {
        trainer.gather(set.digests(), set.scenarios());
        trainer.gatherMixed(set.digests(), set.scenarios());
    }

    private void write(String file, String asks, List<String> names, TreeModel model) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# " + asks + " Made by train-shifts.");
        lines.addAll(model.lines(names));
        Files.write(out.resolve(file), lines);
    }
}
