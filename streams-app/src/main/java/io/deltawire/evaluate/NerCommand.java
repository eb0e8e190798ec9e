package io.deltawire.evaluate;

import io.deltawire.entity.NameModel;
import io.deltawire.entity.NameTagger;
import io.deltawire.train.NerData;
import io.deltawire.train.NerPool;
import io.deltawire.train.NerSentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evaluate ner}: names found against marked-up sets. */
@Command(
        name = "ner",
        mixinStandardHelpOptions = true,
        description =
                "Measures the name tagger on every *.conll file of DIR or DIR/ner, on our own marked news that it never learnt from,"
                        + " and by leaving sets of the training pool out.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:measured", "1:failed", "2:wrong usage or nothing to measure"})
public final class NerCommand implements Callable<Integer> {
    private static final long SEED = 7;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder with the sets.")
    private Path data = Path.of(".");

    @Option(
            names = "--leave-out",
            paramLabel = "SET",
            description =
                    "Train without this set and measure on it (a minute or more each); several with commas between them are left"
                            + " out together; may be given more than once. \"all\" for every set by itself.")
    private List<String> leaveOut = List.of();

    @Option(
            names = "--silver",
            description = "File labelled by a model, added when training for --leave-out; may be given more than once.")
    private List<Path> silver = List.of();

    @Option(
            names = "--errors",
            defaultValue = "15",
            description = "How many errors to print (default: ${DEFAULT-VALUE}).")
    private int errors;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.isDirectory(data.resolve("ner")) ? data.resolve("ner") : data;
        NameTagger tagger = new NameTagger();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".conll"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            print(file.getFileName().toString(), NameScore.of(tagger, NerData.read(file)));
        }
        for (String set : NerPool.kept()) {
            print(set + ", never learnt from", NameScore.of(tagger, NerPool.set(folder, set)));
        }
        List<String> sets = leaveOut.contains("all") ? NerPool.names() : leaveOut;
        for (String together : sets) {
            leftOut(folder.resolve("train"), List.of(together.split(",")));
        }
        if (files.isEmpty() && sets.isEmpty()) {
            System.err.println("no *.conll file in " + folder);
            return 2;
        }
        return 0;
    }

    private void leftOut(Path folder, List<String> sets) throws IOException {
        List<NerSentence> pool = NerPool.read(folder, sets, SEED);
        for (Path file : silver) {
            pool.addAll(NerData.read(file));
        }
        NameTagger without = new NameTagger(new NameModel(NerPool.train(pool, NerPool.EPOCHS, SEED)));
        for (String set : sets) {
            print(
                    set + ", left out" + (sets.size() > 1 ? " together" : ""),
                    NameScore.of(without, NerPool.set(folder, set)));
        }
    }

    private void print(String title, NameScore score) {
        score.report(title, errors).forEach(System.out::println);
        System.out.println();
    }
}
