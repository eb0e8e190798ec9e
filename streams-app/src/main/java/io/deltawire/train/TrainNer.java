package io.deltawire.train;

import io.deltawire.entity.NameModel;
import io.deltawire.entity.NameTagger;
import io.deltawire.text.LinearModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains the name tagger. */
@Command(
        name = "train-ner",
        mixinStandardHelpOptions = true,
        description =
                "Trains the name tagger on public sets and our own marked-up news and writes its model. The same data and seed give the same"
                        + " model, byte for byte; without further options, the one that ships.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:trained and written", "1:failed", "2:wrong usage"})
public final class TrainNer implements Callable<Integer> {
    @Parameters(
            paramLabel = "DATA",
            description = "Folder with the public sets that ner-sets.txt names, in CoNLL columns (.txt or .txt.gz).")
    private Path data = Path.of(".");

    @Option(
            names = "--silver",
            description = "File in CoNLL columns labelled by a model, added to the sets; may be given more than once.")
    private List<Path> silver = List.of();

    @Option(
            names = "--rounds",
            defaultValue = "1",
            description =
                    "Above 1: label the silver again by the tagger that came of it and train anew (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--without",
            description = "Name of a set to leave out, to measure on it; may be given more than once.")
    private List<String> without = List.of();

    @Option(
            names = "--out",
            defaultValue = "names.model.gz",
            description = "The model written (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("names.model.gz");

    @Option(names = "--epochs", defaultValue = "5", description = "Passes over the data (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(names = "--seed", defaultValue = "7", description = "Seed of all chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out.toAbsolutePath().getParent());
        List<NerSentence> marked = NerPool.read(data, without, seed);
        System.out.printf("%d sentences of marked-up sets%n", marked.size());
        Silver labelled = Silver.read(silver);
        LinearModel model = train(marked, labelled);
        for (int round = 1; round < rounds; round++) {
            labelled = labelled.relabelled(new NameTagger(new NameModel(model)));
            model = train(marked, labelled);
        }
        try (OutputStream stream = Files.newOutputStream(out)) {
            model.save(stream);
        }
        System.out.printf("%d features, %d bytes in %s%n", model.size(), Files.size(out), out);
        return 0;
    }

    private LinearModel train(List<NerSentence> marked, Silver labelled) {
        List<NerSentence> all = new ArrayList<>(marked);
        all.addAll(labelled.sentences());
        System.out.printf("%d sentences in all%n", all.size());
        return NerPool.train(all, epochs, seed);
    }
}
