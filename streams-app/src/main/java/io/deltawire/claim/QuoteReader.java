package io.deltawire.claim;

import io.deltawire.entity.Attribution;
import io.deltawire.entity.Entity;
import io.deltawire.text.Sentence;
import io.deltawire.text.Token;
import java.util.List;

/** STATEMENT: what is said in quotation marks, by whom. */
final class QuoteReader {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 400;

    private final Reading reading;

    QuoteReader(Reading reading) {
        this.reading = reading;
    }

    void read(Claims claims) {
        int s = 0;
        List<Sentence> sentences = reading.document().sentences();
        for (Attribution said : reading.attributions()) {
            if (!said.direct()
                    || said.contentEnd() - said.contentBegin() < SHORTEST
                    || said.speaker().isEmpty()) {
                continue;
            }
            while (s > 0 && sentences.get(s).begin() > said.contentBegin()) {
                s--;
            }
            while (s + 1 < sentences.size() && sentences.get(s + 1).begin() <= said.contentBegin()) {
                s++;
            }
            Sentence sentence = sentences.get(s);
            int first = tokenAt(sentence, said.contentBegin());
            int end = Math.max(first + 1, tokenAt(sentence, said.contentEnd()));
            int stop = Math.min(said.contentEnd(), said.contentBegin() + LONGEST);
            String quotation = reading.document()
                    .text()
                    .substring(said.contentBegin(), stop)
                    .strip();
            Entity speaker = reading.entities().byId(said.speaker());
            Draft draft = new Draft(Kind.STATEMENT, sentence, first, end)
                    .is(quotation)
                    .sure(0.8);
            claims.add(speaker == null ? draft.about(said.speaker()) : draft.about(speaker));
        }
    }

    private int tokenAt(Sentence sentence, int offset) {
        for (int t = sentence.firstToken(); t < sentence.endToken(); t++) {
            Token token = reading.token(t);
            if (token.end() > offset) {
                return t;
            }
        }
        return sentence.endToken() - 1;
    }
}
