package io.deltawire.train;

import io.deltawire.entity.CueCandidate;
import io.deltawire.evaluate.GoldAttributions.Gold;
import io.deltawire.evaluate.GoldAttributions.Item;
import io.deltawire.evaluate.GoldAttributions.Span;
import io.deltawire.text.Token;
import java.util.Arrays;
import java.util.List;

/** Marks candidates of an article as right or wrong: right when a gold attribution shares words with both source and cue. */
final class CueExamples {
    private CueExamples() {}

    static List<CueTrainer.Example> of(Item item, List<CueCandidate> candidates) {
        return candidates.stream()
                .map(candidate -> new CueTrainer.Example(
                        Arrays.stream(candidate.features()).boxed().toList(), isGold(item, candidate)))
                .toList();
    }

    private static boolean isGold(Item item, CueCandidate candidate) {
        List<Token> tokens = item.document().tokens();
        int sourceBegin = tokens.get(candidate.sourceFirst()).begin();
        int sourceEnd = tokens.get(candidate.sourceEnd() - 1).end();
        int cueBegin = tokens.get(candidate.cueFirst()).begin();
        int cueEnd = tokens.get(candidate.cueEnd() - 1).end();
        for (Gold gold : item.golds()) {
            if (overlaps(gold.source(), sourceBegin, sourceEnd) && overlaps(gold.cue(), cueBegin, cueEnd)) {
                return true;
            }
        }
        return false;
    }

    private static boolean overlaps(List<Span> spans, int begin, int end) {
        return spans.stream().anyMatch(span -> span.overlaps(begin, end));
    }
}
