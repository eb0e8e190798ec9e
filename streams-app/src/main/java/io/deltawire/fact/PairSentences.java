package io.deltawire.fact;

import io.deltawire.claim.Claim;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sentences that tell a claim and the fact beside it, for {@link PairReader}. One article. */
final class PairSentences {
    /** Reading is slow: pairs of one article that are read, the first that ask. */
    private static final int MOST = 16;

    private static final Pattern NO_TEXT = Pattern.compile("[\\t\\n\\r]");

    private int read;

    /** A sentence that tells a figure. */
    record Told(String subject, String value, String unit, String sentence) {
        /** In one line, tabs between; no part has any. */
        String line() {
            return String.join(
                    "\t", subject, value, unit, NO_TEXT.matcher(sentence).replaceAll(" "));
        }
    }

    /** A fact's leading figure and one of an article. */
    record Pair(Told before, Told now) {}

    /** @return null where the story keeps no sentence, or where the article has had its share */
    @Nullable
    Pair of(Claim claim, Slot fact, Standing leading) {
        if (leading.sentence().isEmpty() || read == MOST) {
            return null;
        }
        read++;
        return pair(claim, fact, leading);
    }

    static Pair pair(Claim claim, Slot fact, Standing leading) {
        return new Pair(
                new Told(fact.subject(), leading.value(), leading.unit(), leading.sentence()),
                new Told(claim.subject(), claim.value(), claim.unit(), claim.sentence()));
    }
}
