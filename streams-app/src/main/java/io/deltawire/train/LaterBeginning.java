package io.deltawire.train;

import io.deltawire.entity.NameLabels;
import io.deltawire.text.Token;
import io.deltawire.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Copies of sentences that begin at a later word, which takes the capital letter: "Rebels held the bridge." out of "He said that rebels held the
 * bridge." What a word in lower case was no name for, it is no name for at the beginning either, and a text has few sentences to
 * learn that from for any one word. Half of the copies end early too, as headlines do: "Rebels held the bridge".
 */
final class LaterBeginning {
    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_COPY = 2;
    private static final int LONGEST_HEADLINE = 8;

    private LaterBeginning() {}

    /** A copy from one of the words in lower case on, by chance; none if there is no such word. */
    static Optional<NerSentence> of(NerSentence sentence, Random random) {
        List<Integer> places = new ArrayList<>();
        for (int i = 1; i + SHORTEST_COPY <= sentence.labels().length; i++) {
            String text = sentence.tokens().get(i).text();
            if (sentence.labels()[i] == NameLabels.NONE
                    && text.length() >= SHORTEST_WORD
                    && text.chars().allMatch(Character::isLowerCase)) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        int first = places.get(random.nextInt(places.size()));
        return Optional.of(
                part(sentence, first, random.nextBoolean() ? end(sentence, first, random) : sentence.labels().length));
    }

    /** Where a copy as short as a headline ends, not within a name. */
    private static int end(NerSentence sentence, int first, Random random) {
        int end = Math.min(
                sentence.labels().length, first + SHORTEST_COPY + random.nextInt(LONGEST_HEADLINE - SHORTEST_COPY));
        while (end < sentence.labels().length && !NameLabels.follows(sentence.labels()[end - 1], NameLabels.NONE)) {
            end++;
        }
        return end;
    }

    private static NerSentence part(NerSentence sentence, int first, int end) {
        List<String> words = new ArrayList<>();
        for (Token token : sentence.tokens().subList(first, end)) {
            words.add(token.text());
        }
        words.set(0, Casing.titleCase(words.get(0)));
        int[] labels = Arrays.copyOfRange(sentence.labels(), first, end);
        return new NerSentence(Tokens.of(words), labels, sentence.knowsOther(), false);
    }
}
