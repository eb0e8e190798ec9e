package io.deltawire.bench.peers;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import io.deltawire.bench.Peer;
import io.deltawire.entity.EntityType;
import io.deltawire.entity.NameSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stanford's CRF of three classes, learnt from several sets of newswire. */
public final class StanfordNames implements Peer.Naming {
    private static final String MODEL = "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";
    private static final String NONE = "O";
    private static final Map<String, EntityType> TYPES = Map.of(
            "PERSON", EntityType.PERSON, "ORGANIZATION", EntityType.ORGANISATION, "LOCATION", EntityType.PLACE);

    private final CRFClassifier<CoreLabel> classifier;

    public StanfordNames() {
        try {
            classifier = CRFClassifier.getClassifier(MODEL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "Stanford CRF 4.5, 3 classes";
    }

    @Override
    public List<NameSpan> names(List<String> words) {
        List<CoreLabel> tokens = classifier.classifySentence(
                words.stream().map(StanfordNames::token).toList());
        List<NameSpan> names = new ArrayList<>();
        String type = NONE;
        int begin = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            String next =
                    i == tokens.size() ? NONE : tokens.get(i).get(CoreAnnotations.AnswerAnnotation.class);
            if (!next.equals(type)) {
                if (!type.equals(NONE)) {
                    names.add(new NameSpan(begin, i, TYPES.get(type)));
                }
                type = next;
                begin = i;
            }
        }
        return names;
    }

    /** With quotes as its newswire has them. */
    private static CoreLabel token(String word) {
        String set = word.equals("“") ? "``" : word.equals("”") ? "''" : word.replace('’', '\'');
        CoreLabel token = new CoreLabel();
        token.setWord(set);
        token.setValue(set);
        return token;
    }
}
