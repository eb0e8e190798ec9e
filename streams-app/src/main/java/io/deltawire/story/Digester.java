package io.deltawire.story;

import io.deltawire.claim.Claim;
import io.deltawire.entity.Entities;
import io.deltawire.entity.Entity;
import io.deltawire.entity.Mention;
import io.deltawire.text.Document;
import io.deltawire.text.Sentence;
import io.deltawire.text.TimeValue;
import io.deltawire.text.Token;
import io.deltawire.text.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes the digest of a document. Thread-safe, no state. */
public final class Digester {
    /** Tokens read of a text: what stands further down is seldom about the event. */
    private static final int MAX_TOKENS = 1_200;

    private static final int LEAD_SENTENCES = 3;
    private static final int MAX_TITLE = 200;
    private static final int MAX_ENTITIES = 40;

    private final Details details = new Details();

    /** @param desk stream the article is clustered in */
    public Digest digest(String desk, Document document, Entities entities, Values values, List<Claim> claims) {
        List<Sentence> sentences = distinct(document);
        TermCounter counter = new TermCounter();
        List<String> words = new ArrayList<>();
        int titleEnd = titleEnd(document, sentences);
        int leadEnd = leadEnd(sentences, titleEnd);
        for (Sentence sentence : sentences) {
            for (int t = sentence.firstToken(); t < sentence.endToken() && words.size() < MAX_TOKENS; t++) {
                Token token = document.tokens().get(t);
                if (Character.isLetterOrDigit(token.text().charAt(0))) {
                    words.add(token.lower());
                    counter.add(token, t < titleEnd ? 0 : t < leadEnd ? 1 : 2);
                }
            }
        }
        document.slug().forEach(counter::addToTitle);
        return new Digest(
                document.articleId(),
                desk,
                document.source(),
                document.publishedAt(),
                title(document, sentences),
                counter.terms(),
                entities(entities, titleEnd, leadEnd),
                details.of(document, values),
                days(values),
                Signature.of(words),
                words.size(),
                claims);
    }

    /** Sentences without those that repeat an earlier one word for word (a headline printed twice, a doubled paragraph). */
    private static List<Sentence> distinct(Document document) {
        Set<String> seen = new HashSet<>();
        List<Sentence> distinct = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            if (seen.add(document.textOf(sentence).strip())) {
                distinct.add(sentence);
            }
        }
        return distinct;
    }

    /** Token after the title; a text without title counts its first sentence as one. */
    private static int titleEnd(Document document, List<Sentence> sentences) {
        int end = 0;
        for (Sentence sentence : sentences) {
            if (sentence.begin() < document.bodyBegin()) {
                end = sentence.endToken();
            }
        }
        return end == 0 && !sentences.isEmpty() ? sentences.get(0).endToken() : end;
    }

    private static int leadEnd(List<Sentence> sentences, int titleEnd) {
        int end = titleEnd;
        int taken = 0;
        for (Sentence sentence : sentences) {
            if (sentence.firstToken() >= titleEnd && taken++ < LEAD_SENTENCES) {
                end = sentence.endToken();
            }
        }
        return end;
    }

    private static String title(Document document, List<Sentence> sentences) {
        String title = document.title();
        if (title.isEmpty() && !sentences.isEmpty()) {
            title = document.textOf(sentences.get(0)).strip();
        }
        if (title.length() <= MAX_TITLE) {
            return title;
        }
        int space = title.lastIndexOf(' ', MAX_TITLE);
        return title.substring(0, space > 0 ? space : MAX_TITLE) + "…";
    }

    private static List<Digest.EntityWeight> entities(Entities entities, int titleEnd, int leadEnd) {
        List<Digest.EntityWeight> weights = new ArrayList<>();
        for (Entity entity : entities.all()) {
            boolean inTitle = false;
            boolean inLead = false;
            int mentions = 0;
            for (Mention mention : entity.mentions()) {
                inTitle |= mention.firstToken() < titleEnd;
                inLead |= mention.firstToken() >= titleEnd && mention.firstToken() < leadEnd;
                mentions += mention.form() == Mention.Form.PRONOUN ? 0 : 1;
            }
            if (weights.size() < MAX_ENTITIES && mentions > 0) {
                weights.add(new Digest.EntityWeight(
                        entity.id(), entity.name(), entity.type().name(), inTitle, inLead, mentions));
            }
        }
        return weights;
    }

    private static List<LocalDate> days(Values values) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (TimeValue time : values.times()) {
            if (time.precision() == TimeValue.Precision.DAY) {
                days.add(time.begin());
            }
        }
        return List.copyOf(days);
    }
}
