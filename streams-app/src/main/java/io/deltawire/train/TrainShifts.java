package io.deltawire.train;

import io.deltawire.evaluate.ChangeScore;
import io.deltawire.evaluate.ScenarioGold;
import io.deltawire.evaluate.ScenarioRun;
import io.deltawire.fact.PairFeatures;
import io.deltawire.fact.ShiftModel;
import io.deltawire.fact.ShiftSigns;
import io.deltawire.fact.TurnFeatures;
import io.deltawire.fact.WordOdds;
import io.deltawire.story.Digest;
import io.deltawire.story.TreeModel;
import io.deltawire.train.ShiftTrainer.Teaching;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    /** Runs by judges: those of the first leave the mistakes of judges who have only seen facts as they should stand. */
    private static final int PASSES = 2;

    @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "Folders of stories.")
    private List<Path> folders = List.of();

    @Option(
            names = "--turns",
            paramLabel = "FOLDER",
            arity = "1..*",
            description = "Folders of stories that only days, positions, offices and states are learnt from.")
    private List<Path> turns = List.of();

    @Option(
            names = "--few-states",
            paramLabel = "FOLDER",
            arity = "1..*",
            description =
                    "Folders of stories whose gold leaves out states that changed: learnt from like the others, but for states that are no shift.")
    private List<Path> fewStates = List.of();

    @Option(
            names = "--folds",
            description = "Also score each folder by a model of the others, stories given; writes nothing.")
    private boolean folds;

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description =
                    "Only writes the pairs of figures with their sentences, for src/train/pairs; each beside the log-odds of a model that has not learnt from its folder.")
    private @Nullable Path pairs;

    @Option(
            names = "--out",
            defaultValue = "streams-app/src/main/resources/io/deltawire/fact",
            description = "Folder the models are written to (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("");

    @Option(names = "--seed", defaultValue = "7", description = "Seed of the training (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /**
     * A folder's stories and what ENRICH makes of their articles.
     *
     * @param half which of two halves it is of, 0 or 1
     */
    private record Set(Path folder, Teaching teaching, int half, List<ScenarioGold> scenarios, List<Digest> digests) {
        static Set read(Path folder, Teaching teaching, int half) {
            try {
                return new Set(
                        folder,
                        teaching,
                        half,
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
        if (folds) {
            List<Set> sets = read(folders, Teaching.ALL);
            for (Set held : sets) {
                fold(held, sets.stream().filter(set -> !set.equals(held)).toList(), print);
            }
            return 0;
        }
        Files.createDirectories(out);
        List<Set> sets = Stream.of(
                        read(folders, Teaching.ALL), read(fewStates, Teaching.FEW_STATES), read(turns, Teaching.TURNS))
                .flatMap(List::stream)
                .toList();
        List<ShiftTrainer> lessons =
                sets.parallelStream().map(TrainShifts::gathered).toList();
        if (pairs != null) {
            write(pairs, sets, lessons);
            return 0;
        }
        List<ShiftTrainer> judged = List.of();
        List<ShiftModel> strangers = List.of();
        for (int pass = 0; pass < PASSES; pass++) {
            strangers = strangers(sets, lessons);
            judged = judged(sets, lessons, strangers);
            lessons = joined(lessons, judged);
        }
        ShiftTrainer trainer = ShiftTrainer.of(lessons);
        judged.forEach(trainer::addProofs);
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
        write("proofs.model", "How often does such a shift prove true?", ShiftSigns.NAMES, trainer.proofs(seed));
        ShiftModel.Words words = words(sets, lessons, strangers, List.of(0, 1));
        write("shifts.words.gz", words.ofShifts());
        write("turns.words.gz", words.ofTurns());
        print.printf("%d pairs, %d of them shifts%n", trainer.rows(), trainer.shifts());
        print.printf(
                "%d shifts given out by judges that learnt from other folders, %d of them true%n",
                trainer.judged(), trainer.proven());
        return 0;
    }

    private static List<Set> read(List<Path> folders, Teaching teaching) {
        return IntStream.range(0, folders.size())
                .mapToObj(i -> Set.read(folders.get(i), teaching, i % 2))
                .toList();
    }

    private void fold(Set held, List<Set> others, PrintWriter print) {
        print.println(held.folder() + ", by a model of the others:");
        List<ShiftTrainer> lessons = others.stream().map(TrainShifts::gathered).toList();
        List<ShiftModel> strangers = strangers(others, lessons);
        ShiftModel judge = ShiftTrainer.of(lessons).trees(seed).with(words(others, lessons, strangers, List.of(0, 1)));
        ScenarioRun.Outcome told = ScenarioRun.told(held.digests(), held.scenarios(), judge);
        ChangeScore score = ChangeScore.of(held.scenarios(), told.told());
        score.lines().forEach(print::println);
        score.table().forEach(print::println);
        print.println("at best, were every pair told right:");
        ScenarioRun.Outcome best = new ShiftTrainer(Teaching.ALL).gather(held.digests(), held.scenarios());
        ChangeScore.of(held.scenarios(), best.told()).table().forEach(print::println);
    }

    private static ShiftTrainer gathered(Set set) {
        ShiftTrainer trainer = new ShiftTrainer(set.teaching());
        trainer.gather(set.digests(), set.scenarios());
        trainer.gatherMixed(set.digests(), set.scenarios());
        return trainer;
    }

    /** Pairs of the sets of one half. */
    private static ShiftTrainer learnt(List<Set> sets, List<ShiftTrainer> lessons, int half) {
        return ShiftTrainer.of(IntStream.range(0, sets.size())
                .filter(i -> sets.get(i).half() == half)
                .mapToObj(lessons::get)
                .toList());
    }

    /** For each half a judge of trees that has learnt from the other. */
    private List<ShiftModel> strangers(List<Set> sets, List<ShiftTrainer> lessons) {
        return IntStream.range(0, 2)
                .mapToObj(half -> learnt(sets, lessons, 1 - half).trees(seed))
                .toList();
    }

    /** What words add, learnt from some halves beside trees that have not learnt from the pairs they stand in. */
    private ShiftModel.Words words(
            List<Set> sets, List<ShiftTrainer> lessons, List<ShiftModel> strangers, List<Integer> halves) {
        WordTrainer ofShifts = new WordTrainer();
        WordTrainer ofTurns = new WordTrainer();
        for (int half : halves) {
            ShiftTrainer learnt = learnt(sets, lessons, half);
            ofShifts.addAll(learnt.shiftWords(strangers.get(half)));
            ofTurns.addAll(learnt.turnWords(strangers.get(half)));
        }
        return new ShiftModel.Words(ofShifts.train(seed), ofTurns.train(seed));
    }

    /** What judges that have learnt from the one half of the sets make of the other: where they err, and how often their shifts prove true. */
    private List<ShiftTrainer> judged(List<Set> sets, List<ShiftTrainer> lessons, List<ShiftModel> strangers) {
        List<ShiftModel> judges = strangersWithWords(sets, lessons, strangers);
        return sets.parallelStream()
                .map(set -> {
                    ShiftTrainer trainer = new ShiftTrainer(set.teaching());
                    trainer.gatherJudged(judges.get(set.half()), set.digests(), set.scenarios());
                    return trainer;
                })
                .toList();
    }

    private List<ShiftModel> strangersWithWords(
            List<Set> sets, List<ShiftTrainer> lessons, List<ShiftModel> strangers) {
        return IntStream.range(0, 2)
                .mapToObj(half -> strangers.get(half).with(words(sets, lessons, strangers, List.of(1 - half))))
                .toList();
    }

    private static List<ShiftTrainer> joined(List<ShiftTrainer> one, List<ShiftTrainer> other) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> ShiftTrainer.of(List.of(one.get(i), other.get(i))))
                .toList();
    }

    private void write(Path file, List<Set> sets, List<ShiftTrainer> lessons) throws IOException {
        List<ShiftModel> judges = strangersWithWords(sets, lessons, strangers(sets, lessons));
        try (Writer target = Files.newBufferedWriter(file)) {
            for (int i = 0; i < sets.size(); i++) {
                lessons.get(i).write(judges.get(sets.get(i).half()), target);
            }
        }
    }

    private void write(String file, String asks, List<String> names, TreeModel model) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# " + asks + " Made by train-shifts.");
        lines.addAll(model.lines(names));
        Files.write(out.resolve(file), lines);
    }

    private void write(String file, WordOdds words) throws IOException {
        try (OutputStream target = Files.newOutputStream(out.resolve(file))) {
            words.model().save(target);
        }
    }
}
