package io.deltawire.entity;

import io.deltawire.text.Document;
import io.deltawire.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Finds names and their types. Thread-safe. */
public final class NameTagger {
    /** Spans in text order, without overlap, never across sentences. */
    public List<NameSpan> tag(Document document) {
        List<NameSpan> spans = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            int t = sentence.firstToken() + 1;
            while (t < sentence.endToken()) {
                int end = t;
                while (end < sentence.endToken()
                        && Character.isUpperCase(
                                document.tokens().get(end).text().charAt(0))) {
                    end++;
                }
                if (end > t) {
                    spans.add(new NameSpan(t, end, EntityType.OTHER));
                }
                t = end + 1;
            }
        }
        return spans;
    }
}
