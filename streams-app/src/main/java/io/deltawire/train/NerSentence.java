package io.deltawire.train;

import io.deltawire.entity.EntityType;
import io.deltawire.entity.NameLabels;
import io.deltawire.text.Token;
import io.deltawire.text.WordForm;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A sentence with its names.
 *
 * @param labels as of {@link NameLabels}
 * @param knowsOther whether names of other types than persons, organisations and places were labelled; if not, no label may be one
 * @param beginsDocument whether a new text begins with it
 */
@SuppressWarnings("ArrayRecordComponent")
public record NerSentence(List<Token> tokens, int[] labels, boolean knowsOther, boolean beginsDocument) {

    /** The labels to learn, given those found: a name of another type where such names were not labelled is no mistake. */
    int[] gold(int[] found) {
        if (knowsOther) {
            return labels;
        }
        int[] gold = labels.clone();
        int i = 0;
        while (i < gold.length) {
            if (found[i] == NameLabels.NONE || NameLabels.type(found[i]) != EntityType.OTHER) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < gold.length && !NameLabels.follows(found[end - 1], NameLabels.NONE)) {
                end++;
            }
            boolean free = true;
            for (int j = i; j < end; j++) {
                free &= labels[j] == NameLabels.NONE;
            }
            for (int j = i; free && j < end; j++) {
                gold[j] = found[j];
            }
            i = end;
        }
        return gold;
    }

    /** The same sentence with its words set otherwise; parts of speech stay. */
    NerSentence recased(UnaryOperator<String> casing) {
        List<Token> set = tokens.stream()
                .map(token -> new Token(
                        token.begin(), token.end(), WordForm.of(casing.apply(token.text())), token.base(), token.pos()))
                .toList();
        return new NerSentence(set, labels, knowsOther, beginsDocument);
    }
}
