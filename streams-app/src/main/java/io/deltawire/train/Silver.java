package io.deltawire.train;

import io.deltawire.entity.EntityType;
import io.deltawire.entity.NameLabels;
import io.deltawire.entity.NameSpan;
import io.deltawire.entity.NameTagger;
import io.deltawire.text.Token;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** News labelled by a model, as whole texts: what the name tagger learns from beside the marked-up sets. */
final class Silver {
    /** A sentence on which teacher and tagger differ by more names than this teaches neither. */
    private static final int MOST_DIFFERENCES = 2;

    private final List<List<NerSentence>> texts;

    private Silver(List<List<NerSentence>> texts) {
        this.texts = texts;
    }

    /** @throws IOException if a file cannot be read */
    static Silver read(List<Path> files) throws IOException {
        List<List<NerSentence>> texts = new ArrayList<>();
        for (Path file : files) {
            for (NerSentence sentence : NerData.read(file)) {
                if (sentence.beginsDocument() || texts.isEmpty()) {
                    texts.add(new ArrayList<>());
                }
                texts.get(texts.size() - 1).add(sentence);
            }
        }
        return new Silver(texts);
    }

    List<NerSentence> sentences() {
        return texts.stream().flatMap(List::stream).toList();
    }

    /** The same texts with a tagger's labels in place of the teacher's, but for sentences on which the two are far apart. */
    Silver relabelled(NameTagger tagger) {
        List<List<NerSentence>> labelled = new ArrayList<>();
        for (List<NerSentence> text : texts) {
            List<List<Token>> tokens = text.stream().map(NerSentence::tokens).toList();
            List<int[]> labels = tagger.labels(tokens);
            List<NerSentence> next = new ArrayList<>();
            for (int i = 0; i < text.size(); i++) {
                if (differences(text.get(i).labels(), labels.get(i)) <= MOST_DIFFERENCES) {
                    next.add(new NerSentence(tokens.get(i), labels.get(i), true, next.isEmpty()));
                }
            }
            labelled.add(next);
        }
        return new Silver(labelled);
    }

    private static int differences(int[] one, int[] other) {
        Set<NameSpan> first = names(one);
        Set<NameSpan> second = names(other);
        Set<NameSpan> both = new HashSet<>(first);
        both.retainAll(second);
        return first.size() + second.size() - 2 * both.size();
    }

    private static Set<NameSpan> names(int[] labels) {
        Set<NameSpan> names = new HashSet<>(NameLabels.spans(labels, 0));
        names.removeIf(name -> name.type() == EntityType.OTHER);
        return names;
    }
}
