package io.deltawire.train;

import io.deltawire.entity.Catalog;
import io.deltawire.entity.EntityType;
import io.deltawire.entity.NameLabels;
import io.deltawire.entity.NameSpan;
import io.deltawire.text.Lexicon;
import io.deltawire.text.Token;
import io.deltawire.text.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads files of names in CoNLL columns and maps their label sets to ours (list in {@code ner-labels.txt}). */
public final class NerData {
    private static final Map<String, String> MAPPING = mapping();
    private static final Set<String> COUNTRIES = countries();
    private static final Set<String> HONORIFICS = Set.copyOf(Resources.lines("honorifics.txt"));

    private NerData() {}

    /**
     * @throws IOException if the file cannot be read
     */
    public static List<NerSentence> read(Path file) throws IOException {
        List<NerSentence> sentences = new ArrayList<>();
        List<ColumnFile.Rows> all = ColumnFile.read(file);
        boolean conllU = all.stream().anyMatch(rows -> rows.rows().stream().anyMatch(row -> row.length == 5));
        // wikigold: number of the token, word, label.
        int wordColumn = conllU || (!all.isEmpty() && all.stream().allMatch(NerData::isNumbered)) ? 1 : 0;
        boolean other = false;
        boolean begins = false;
        List<Boolean> documents = new ArrayList<>();
        List<List<String>> words = new ArrayList<>();
        List<List<NameSpan>> names = new ArrayList<>();
        for (ColumnFile.Rows rows : all) {
            List<String> labels = new ArrayList<>();
            List<String> forms = new ArrayList<>();
            for (String[] row : rows.rows()) {
                boolean tokenRow = !conllU || (row.length > 2 && !row[0].contains("-") && !row[0].contains("."));
                if (tokenRow) {
                    forms.add(row[wordColumn]);
                    labels.add(row.length == 1 ? "O" : conllU ? row[2] : row[row.length - 1]);
                }
            }
            begins |= rows.beginsDocument();
            if (forms.isEmpty() || forms.get(0).equals("-DOCSTART-")) {
                begins = true;
                continue;
            }
            documents.add(begins);
            begins = false;
            List<NameSpan> spans = spans(labels, forms);
            other |= spans.stream().anyMatch(span -> span.type() == EntityType.OTHER);
            words.add(forms);
            names.add(spans);
        }
        for (int i = 0; i < words.size(); i++) {
            List<Token> tokens = Tokens.of(words.get(i));
            int[] labels = NameLabels.of(names.get(i), 0, tokens.size());
            sentences.add(new NerSentence(tokens, labels, other, documents.get(i)));
        }
        return sentences;
    }

    private static List<NameSpan> spans(List<String> labels, List<String> forms) {
        List<NameSpan> spans = new ArrayList<>();
        int i = 0;
        while (i < labels.size()) {
            String label = labels.get(i);
            int end = i + 1;
            if (label.length() > 2 && label.charAt(1) == '-') {
                String type = label.substring(2);
                while (end < labels.size() && labels.get(end).equals("I-" + type)) {
                    end++;
                }
                String ours = ours(type, forms.subList(i, end));
                boolean proper = forms.subList(i, end).stream().anyMatch(NerData::hasCapital);
                if (!ours.equals("none") && (proper || !ours.equals("OTHER"))) {
                    spans.add(new NameSpan(
                            ours.equals("PERSON") ? withoutHonorific(forms, i, end) : i,
                            end,
                            EntityType.valueOf(ours)));
                }
            }
            i = end;
        }
        return spans;
    }

    /** Where a person's name begins behind "Mr." or the like: a few marks take it in, most do not. */
    private static int withoutHonorific(List<String> forms, int begin, int end) {
        return end - begin > 1 && HONORIFICS.contains(forms.get(begin)) ? begin + 1 : begin;
    }

    /**
     * Our type for a label. Sets differ on two things, and we hold them to one form: a country or capital is a place also where its
     * government or team acts (Universal NER: an organisation), and a handle ("@name") is no name (Broad Twitter Corpus: a person).
     */
    private static String ours(String type, List<String> forms) {
        String ours = MAPPING.getOrDefault(type.toLowerCase(Locale.ROOT), "none");
        if (forms.get(0).startsWith("@")) {
            return "none";
        }
        boolean country = ours.equals("ORGANISATION") && COUNTRIES.contains(String.join(" ", forms));
        return country ? "PLACE" : ours;
    }

    /** Names of countries and their capitals. */
    private static Set<String> countries() {
        Set<String> names = new HashSet<>();
        for (String[] row : Lexicon.rows(Catalog.class, "catalog/countries.tsv")) {
            names.add(row[1]);
            names.addAll(List.of(row[2].split("\\|")));
            if (row.length > 4) {
                names.add(row[4]);
            }
        }
        for (String[] row : Lexicon.rows(Catalog.class, "catalog/additions.tsv")) {
            if (row[0].startsWith("country:")) {
                names.add(row[2]);
                names.addAll(List.of(row[3].split("\\|")));
            }
        }
        names.remove("");
        return names;
    }

    private static boolean isNumbered(ColumnFile.Rows sentence) {
        for (int i = 0; i < sentence.rows().size(); i++) {
            String[] row = sentence.rows().get(i);
            if (row.length < 3 || !row[0].equals(Integer.toString(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasCapital(String form) {
        return form.chars().anyMatch(Character::isUpperCase);
    }

    private static Map<String, String> mapping() {
        Map<String, String> mapping = new HashMap<>();
        Resources.lines("ner-labels.txt").forEach(line -> {
            String[] parts = line.split(" ");
            mapping.put(parts[0], parts[1]);
        });
        return mapping;
    }
}
