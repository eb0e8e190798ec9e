package io.deltawire.bench;

import io.deltawire.entity.EntityType;
import io.deltawire.entity.NameLabels;
import io.deltawire.entity.NameSpan;
import io.deltawire.entity.NameTagger;
import io.deltawire.text.Token;
import io.deltawire.train.NerPool;
import io.deltawire.train.NerSentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** F1 of persons, organisations and places by exact span and type, on our own marked news that nobody here learnt from. */
final class NamesF1 {
    private final List<List<NerSentence>> texts = new ArrayList<>();

    NamesF1() throws IOException {
        for (String set : NerPool.kept()) {
            for (NerSentence sentence : NerPool.set(Path.of(""), set)) {
                if (texts.isEmpty() || sentence.beginsDocument()) {
                    texts.add(new ArrayList<>());
                }
                texts.get(texts.size() - 1).add(sentence);
            }
        }
    }

    int sentences() {
        return texts.stream().mapToInt(List::size).sum();
    }

    /** In per cent. */
    double ours() {
        NameTagger tagger = new NameTagger();
        return of(text -> tagger.labels(text.stream().map(NerSentence::tokens).toList()).stream()
                .map(labels -> NameLabels.spans(labels, 0))
                .toList());
    }

    /** In per cent. */
    double of(Peer.Naming peer) {
        return of(text -> text.stream()
                .map(sentence ->
                        peer.names(sentence.tokens().stream().map(Token::text).toList()))
                .toList());
    }

    private double of(Function<List<NerSentence>, List<List<NameSpan>>> reader) {
        int right = 0;
        int found = 0;
        int gold = 0;
        for (List<NerSentence> text : texts) {
            List<List<NameSpan>> read = reader.apply(text);
            for (int i = 0; i < text.size(); i++) {
                Set<NameSpan> wanted = named(NameLabels.spans(text.get(i).labels(), 0));
                Set<NameSpan> names = named(read.get(i));
                gold += wanted.size();
                found += names.size();
                wanted.retainAll(names);
                right += wanted.size();
            }
        }
        return 200.0 * right / (gold + found);
    }

    private static Set<NameSpan> named(List<NameSpan> spans) {
        Set<NameSpan> named = new HashSet<>(spans);
        named.removeIf(span -> span.type() == EntityType.OTHER);
        return named;
    }
}
