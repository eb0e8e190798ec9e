package io.deltawire.teachers;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** NLP4J as a teacher of names and parts of speech. Needs 6 GB of heap; some thousand tokens a second. */
final class Nlp4j {
    private static final String CONFIGURATION = "/edu/emory/mathcs/nlp/configuration/config-decode-en.xml";

    /** How the Penn Treebank, which the teacher learnt from, writes what our tokens say. */
    private static final Map<String, String> SIGNS = Map.of("“", "``", "”", "''", "—", "--", "–", "-", "…", "...");

    /** Tags of the web treebank, and what our tag set has for them. */
    private static final Map<String, String> TAGS =
            Map.of("ADD", "NN", "AFX", "JJ", "NFP", ":", "HYPH", ":", "XX", "FW", "LS", "FW", "GW", "FW");

    /** Kinds that are no names to us. */
    private static final Set<String> NO_NAMES =
            Set.of("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL");

    private static final Set<String> TITLES = Set.of(
            "mr.", "mrs.", "ms.", "dr.", "president", "sen.", "rep.", "gov.", "sir", "minister", "judge", "officer",
            "detective", "sgt.", "lt.", "capt.", "chief", "sheriff", "deputy", "mayor", "senator", "governor");

    private final NLPDecoder decoder;

    Nlp4j() throws IOException {
        try (InputStream stream = Nlp4j.class.getResourceAsStream(CONFIGURATION)) {
            if (stream == null) {
                throw new IOException("nlp4j-api has no " + CONFIGURATION);
            }
            // The parser is the slowest part and not needed.
            String configuration =
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<dep>.*</dep>", "");
            decoder = new NLPDecoder(new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Reads tokens, a line each, an empty line between sentences; writes two files of two columns. */
    String label(Path tokens, Path names, Path pos) throws IOException {
        long sentences = 0;
        try (BufferedReader lines = Files.newBufferedReader(tokens);
                PrintWriter nameWriter = new PrintWriter(names.toFile(), StandardCharsets.UTF_8);
                PrintWriter posWriter = new PrintWriter(pos.toFile(), StandardCharsets.UTF_8)) {
            List<String> words = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("-DOCSTART-")) {
                    nameWriter.print("-DOCSTART-\n\n");
                } else if (!line.isEmpty()) {
                    words.add(line.split("\t")[0]);
                } else if (!words.isEmpty()) {
                    label(words, nameWriter, posWriter);
                    words.clear();
                    sentences++;
                }
            }
        }
        return sentences + " sentences labelled";
    }

    private void label(List<String> words, PrintWriter names, PrintWriter pos) {
        NLPNode[] nodes = new NLPNode[words.size() + 1];
        nodes[0] = new NLPNode();
        nodes[0].toRoot();
        for (int i = 0; i < words.size(); i++) {
            nodes[i + 1] = new NLPNode(i + 1, SIGNS.getOrDefault(words.get(i), words.get(i)));
        }
        decoder.decode(nodes);
        List<String> labels = new ArrayList<>();
        for (int i = 1; i < nodes.length; i++) {
            labels.add(nodes[i].getNamedEntityTag());
            String tag = nodes[i].getPartOfSpeechTag();
            pos.print(words.get(i - 1) + "\t" + TAGS.getOrDefault(tag, tag) + "\n");
        }
        String[] ours = names(words, labels);
        for (int i = 0; i < ours.length; i++) {
            names.print(words.get(i) + "\t" + ours[i] + "\n");
        }
        names.print("\n");
        pos.print("\n");
    }

    /** The teacher's names in columns of B and I, without articles, genitives and titles, which it takes in and we don't. */
    static String[] names(List<String> words, List<String> labels) {
        String[] ours = new String[words.size()];
        Arrays.fill(ours, "O");
        int i = 0;
        while (i < ours.length) {
            String label = labels.get(i);
            int end = i + 1;
            String type = label.length() > 2 ? label.substring(2) : "";
            boolean open = label.startsWith("B-");
            while (open && end < ours.length && labels.get(end).substring(1).equals("-" + type)) {
                open = !labels.get(end).startsWith("L");
                end++;
            }
            if (!type.isEmpty() && !NO_NAMES.contains(type)) {
                write(words, type, i, end, ours);
            }
            i = end;
        }
        return ours;
    }

    private static void write(List<String> words, String type, int first, int last, String[] ours) {
        int begin = first;
        int end = last;
        if (words.get(begin).equalsIgnoreCase("the")) {
            begin++;
        }
        if (end > begin && (words.get(end - 1).equals("'s") || words.get(end - 1).equals("'"))) {
            end--;
        }
        boolean titled = type.equals("PERSON")
                && end > begin + 1
                && TITLES.contains(words.get(begin).toLowerCase(Locale.ROOT));
        begin += titled ? 1 : 0;
        for (int i = begin; i < end; i++) {
            ours[i] = (i == begin ? "B-" : "I-") + type;
        }
    }
}
