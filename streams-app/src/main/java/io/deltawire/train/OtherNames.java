package io.deltawire.train;

import io.deltawire.entity.EntityType;
import io.deltawire.entity.NameLabels;
import io.deltawire.entity.NameSpan;
import io.deltawire.text.Token;
import io.deltawire.text.Tokens;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Copies of sentences with other names of the same type in them, and now and then "Mr" or the like before them, so that what stands around a
 * name is learnt apart from the name. Source of the idea: X. Dai and H. Adel, An analysis of simple data augmentation for named entity
 * recognition, 2020.
 */
final class OtherNames {
    /** Put before some persons: much news has them, the public sets hardly. */
    private static final List<String> HONORIFICS = Resources.lines("honorifics.txt");

    /** One person in so many gets one, where none is. */
    private static final int HONORIFIC_EVERY = 3;

    private final Map<EntityType, List<List<String>>> names = new EnumMap<>(EntityType.class);

    /** @param sentences whose names are put in */
    OtherNames(List<NerSentence> sentences) {
        Map<EntityType, Set<List<String>>> met = new EnumMap<>(EntityType.class);
        for (NerSentence sentence : sentences) {
            for (NameSpan span : NameLabels.spans(sentence.labels(), 0)) {
                met.computeIfAbsent(span.type(), type -> new LinkedHashSet<>())
                        .add(words(sentence.tokens(), span.firstToken(), span.endToken()));
            }
        }
        met.forEach((type, all) -> names.put(type, List.copyOf(all)));
    }

    /** A copy whose names are others, of the same types, some persons with an honorific before them, which is no part of the name. */
    NerSentence renamed(NerSentence sentence, Random random) {
        List<String> words = new ArrayList<>();
        List<NameSpan> spans = new ArrayList<>();
        int at = 0;
        for (NameSpan span : NameLabels.spans(sentence.labels(), 0)) {
            words.addAll(words(sentence.tokens(), at, span.firstToken()));
            List<String> old = words(sentence.tokens(), span.firstToken(), span.endToken());
            List<String> name = span.type() == EntityType.OTHER ? old : other(span.type(), old, random);
            if (span.type() == EntityType.PERSON
                    && mayFollowHonorific(words, old)
                    && random.nextInt(HONORIFIC_EVERY) == 0) {
                words.add(HONORIFICS.get(random.nextInt(HONORIFICS.size())));
            }
            spans.add(new NameSpan(words.size(), words.size() + name.size(), span.type()));
            words.addAll(name);
            at = span.endToken();
        }
        words.addAll(words(sentence.tokens(), at, sentence.tokens().size()));
        int[] labels = NameLabels.of(spans, 0, words.size());
        return new NerSentence(Tokens.of(words), labels, sentence.knowsOther(), sentence.beginsDocument());
    }

    /** Not behind a title ("Judge", "Dr."), and not in headlines in capitals. */
    private static boolean mayFollowHonorific(List<String> before, List<String> name) {
        return (before.isEmpty()
                        || !Character.isUpperCase(before.get(before.size() - 1).charAt(0)))
                && !isInCapitals(name);
    }

    private static boolean isInCapitals(List<String> name) {
        return name.stream().allMatch(word -> word.length() > 4 && word.equals(word.toUpperCase(Locale.ROOT)));
    }

    private List<String> other(EntityType type, List<String> old, Random random) {
        List<List<String>> all = names.getOrDefault(type, List.of(old));
        List<String> name = all.get(random.nextInt(all.size()));
        if (type == EntityType.PERSON) {
            // A surname stays a single word, and full names mix.
            for (int tries = 0; tries < 20 && (name.size() > 1) != (old.size() > 1); tries++) {
                name = all.get(random.nextInt(all.size()));
            }
        }
        return isInCapitals(old)
                ? name.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList()
                : name;
    }

    private static List<String> words(List<Token> tokens, int from, int to) {
        return tokens.subList(from, to).stream().map(Token::text).toList();
    }
}
