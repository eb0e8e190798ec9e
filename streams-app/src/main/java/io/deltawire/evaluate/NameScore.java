package io.deltawire.evaluate;

import io.deltawire.entity.EntityType;
import io.deltawire.entity.NameLabels;
import io.deltawire.entity.NameSpan;
import io.deltawire.entity.NameTagger;
import io.deltawire.text.Token;
import io.deltawire.train.NerSentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Precision, recall and F1 of names, by exact span and type, and the errors that occur most. */
public final class NameScore {
    /** Sets without marks of documents are read in pieces of so many sentences, as texts of that length. */
    static final int SENTENCES = 25;

    private final int[][] counts = new int[EntityType.values().length][3];
    private final Map<String, Integer> errors = new LinkedHashMap<>();

    static NameScore of(NameTagger tagger, List<NerSentence> sentences) {
        return of(text -> names(tagger, text), sentences);
    }

    /** The names that a tagger finds in the sentences of one text. */
    public static List<List<NameSpan>> names(NameTagger tagger, List<NerSentence> text) {
        return tagger.labels(text.stream().map(NerSentence::tokens).toList()).stream()
                .map(labels -> NameLabels.spans(labels, 0))
                .toList();
    }

    /** @param reader finds the names in each sentence of one text; their tokens count from the sentence's first */
    public static NameScore of(Function<List<NerSentence>, List<List<NameSpan>>> reader, List<NerSentence> sentences) {
        NameScore score = new NameScore();
        boolean marked = sentences.stream().skip(1).anyMatch(NerSentence::beginsDocument);
        int from = 0;
        while (from < sentences.size()) {
            int to = from + 1;
            while (to < sentences.size() && (marked ? !sentences.get(to).beginsDocument() : to - from < SENTENCES)) {
                to++;
            }
            List<NerSentence> text = sentences.subList(from, to);
            score.text(text, reader.apply(text));
            from = to;
        }
        return score;
    }

    private void text(List<NerSentence> sentences, List<List<NameSpan>> found) {
        for (int i = 0; i < found.size(); i++) {
            NerSentence sentence = sentences.get(i);
            compare(sentence, NameLabels.spans(sentence.labels(), 0), found.get(i));
        }
    }

    private void compare(NerSentence sentence, List<NameSpan> gold, List<NameSpan> found) {
        Set<NameSpan> wanted = new HashSet<>(gold);
        for (NameSpan span : found) {
            boolean right = wanted.remove(span);
            counts[NameLabels.index(span.type())][right ? 0 : 1]++;
            if (!right && span.type() != EntityType.OTHER) {
                String instead = gold.stream()
                        .filter(other -> other.firstToken() < span.endToken() && other.endToken() > span.firstToken())
                        .map(other -> words(sentence, other) + " " + label(other))
                        .findFirst()
                        .orElse("no name");
                errors.merge(words(sentence, span) + " " + label(span) + " (gold: " + instead + ")", 1, Integer::sum);
            }
        }
        for (NameSpan span : wanted) {
            counts[NameLabels.index(span.type())][2]++;
            boolean missed = found.stream()
                    .noneMatch(other -> other.firstToken() < span.endToken() && other.endToken() > span.firstToken());
            if (missed && span.type() != EntityType.OTHER) {
                errors.merge(words(sentence, span) + " missed (gold: " + label(span) + ")", 1, Integer::sum);
            }
        }
    }

    private static String words(NerSentence sentence, NameSpan span) {
        List<String> words = sentence.tokens().subList(span.firstToken(), span.endToken()).stream()
                .map(Token::text)
                .toList();
        return "'" + String.join(" ", words) + "'";
    }

    private static String label(NameSpan span) {
        return span.type().name().toLowerCase(Locale.ROOT);
    }

    /** Micro-averaged F1 of persons, organisations and places, 0 to 1. */
    public double f1() {
        return f1(EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE);
    }

    private double f1(EntityType... types) {
        double precision = precision(types);
        double recall = recall(types);
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private double precision(EntityType... types) {
        return share(1, types);
    }

    private double recall(EntityType... types) {
        return share(2, types);
    }

    private double share(int wrong, EntityType... types) {
        int right = 0;
        int all = 0;
        for (EntityType type : types) {
            right += counts[NameLabels.index(type)][0];
            all += counts[NameLabels.index(type)][0] + counts[NameLabels.index(type)][wrong];
        }
        return all == 0 ? 0 : (double) right / all;
    }

    /** The table and the errors as lines to print. */
    List<String> report(String title, int mostErrors) {
        List<String> lines = new ArrayList<>();
        lines.add("%-34s %9s %9s %9s %7s".formatted(title, "precision", "recall", "F1", "gold"));
        for (EntityType type : EntityType.values()) {
            lines.add(row(label(new NameSpan(0, 1, type)), type));
        }
        lines.add(row("person, organisation, place", EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE));
        errors.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(mostErrors)
                .forEach(error -> lines.add("  %3d x %s".formatted(error.getValue(), error.getKey())));
        return lines;
    }

    private String row(String name, EntityType... types) {
        int gold = 0;
        for (EntityType type : types) {
            gold += counts[NameLabels.index(type)][0] + counts[NameLabels.index(type)][2];
        }
        return "%-34s %9.1f %9.1f %9.1f %7d"
                .formatted(name, 100 * precision(types), 100 * recall(types), 100 * f1(types), gold);
    }
}
