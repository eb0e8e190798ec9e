package io.deltawire.bench.peers;

import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import io.deltawire.article.SourceArticle;
import io.deltawire.bench.Peer;
import java.util.Properties;

/** Stanford CoreNLP: tokens, sentences, parts of speech, lemmas, names by its three statistical models. */
public final class CoreNlp implements Peer.Reading {
    private final StanfordCoreNLP pipeline;

    public CoreNlp() {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner");
        properties.setProperty("ner.applyFineGrained", "false");
        properties.setProperty("ner.useSUTime", "false");
        properties.setProperty("threads", "1");
        pipeline = new StanfordCoreNLP(properties);
    }

    @Override
    public String name() {
        return "CoreNLP 4.5 tokenize,ssplit,pos,lemma,ner";
    }

    @Override
    public int read(SourceArticle article) {
        Annotation annotation = new Annotation(article.title() + "\n\n" + article.text());
        pipeline.annotate(annotation);
        int names = 0;
        for (CoreLabel token : annotation.get(CoreAnnotations.TokensAnnotation.class)) {
            names += "O".equals(token.ner()) ? 0 : 1;
        }
        return names;
    }
}
