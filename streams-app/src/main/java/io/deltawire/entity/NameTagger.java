package io.deltawire.entity;

import io.deltawire.text.Document;
import io.deltawire.text.Sentence;
import io.deltawire.text.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds names and their types. Reads the text twice: what a word's other occurrences in the text look like counts where it stands
 * without much context. Names are without titles and honorifics ("Mr", "President"); adjectives and inhabitants of countries ("Ukrainian")
 * are {@link EntityType#OTHER}. Thread-safe.
 */
public final class NameTagger {
    private static final String ENGLISH = "en";

    private final NameModel model;

    public NameTagger() {
        this(Shared.MODEL);
    }

    public NameTagger(NameModel model) {
        this.model = model;
    }

    /** Loads the resource once. */
    private static final class Shared {
        static final NameModel MODEL = NameModel.english();
    }

    /** Spans in text order, without overlap, never across sentences. None in languages without a model. */
    public List<NameSpan> tag(Document document) {
        if (!document.lang().equals(ENGLISH)) {
            return List.of();
        }
        List<List<Token>> sentences = new ArrayList<>(document.sentences().size());
        for (Sentence sentence : document.sentences()) {
            sentences.add(document.tokens().subList(sentence.firstToken(), sentence.endToken()));
        }
        List<NameSpan> spans = new ArrayList<>();
        List<int[]> labels = labels(sentences);
        for (int i = 0; i < labels.size(); i++) {
            spans.addAll(
                    NameLabels.spans(labels.get(i), document.sentences().get(i).firstToken()));
        }
        return spans;
    }

    /** Labels ({@link NameLabels}) of the sentences of one text. */
    public List<int[]> labels(List<List<Token>> sentences) {
        List<float[][]> scores = new ArrayList<>(sentences.size());
        SharedEvidence evidence = new SharedEvidence();
        for (List<Token> sentence : sentences) {
            float[][] each = model.scores(sentence);
            scores.add(each);
            evidence.collect(sentence, each);
        }
        List<int[]> labels = new ArrayList<>(sentences.size());
        Surnames surnames = new Surnames();
        for (int i = 0; i < sentences.size(); i++) {
            evidence.apply(sentences.get(i), scores.get(i));
            int[] each = model.decode(scores.get(i));
            surnames.collect(sentences.get(i), each);
            labels.add(each);
        }
        for (int i = 0; i < sentences.size(); i++) {
            if (surnames.apply(sentences.get(i), labels.get(i), scores.get(i))) {
                labels.set(i, model.decode(scores.get(i)));
            }
        }
        return labels;
    }
}
