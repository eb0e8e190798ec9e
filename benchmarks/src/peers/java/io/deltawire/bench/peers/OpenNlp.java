package io.deltawire.bench.peers;

import io.deltawire.article.SourceArticle;
import io.deltawire.bench.Peer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/** Apache OpenNLP: sentences, tokens and parts of speech; it ships no model for names. */
public final class OpenNlp implements Peer.Reading {
    private final SentenceDetectorME sentences;
    private final TokenizerME tokens;
    private final POSTaggerME tags;

    public OpenNlp() {
        try (InputStream sentence = model("sentence");
                InputStream token = model("tokens");
                InputStream pos = model("pos")) {
            sentences = new SentenceDetectorME(new SentenceModel(sentence));
            tokens = new TokenizerME(new TokenizerModel(token));
            tags = new POSTaggerME(new POSModel(pos));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream model(String what) {
        String name = "/opennlp-en-ud-ewt-" + what + "-1.3-2.5.4.bin";
        return Objects.requireNonNull(OpenNlp.class.getResourceAsStream(name), name);
    }

    @Override
    public String name() {
        return "OpenNLP 2.5 sentences, tokens, pos (no names)";
    }

    @Override
    public int read(SourceArticle article) {
        int found = 0;
        for (String sentence : sentences.sentDetect(article.title() + "\n\n" + article.text())) {
            found += tags.tag(tokens.tokenize(sentence)).length;
        }
        return found;
    }
}
