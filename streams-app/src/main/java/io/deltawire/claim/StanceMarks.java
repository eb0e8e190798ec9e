package io.deltawire.claim;

import io.deltawire.entity.Attribution;
import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.entity.Mention;
import io.deltawire.net.MarkedSentence;
import java.util.ArrayList;
import java.util.List;

/** A sentence with those who may hold what it says, for the network of {@link StanceModel}. */
final class StanceMarks {
    private StanceMarks() {}

    static MarkedSentence of(Reading reading, Frames frames, List<StanceHolder> holders) {
        int from = frames.sentence().firstToken();
        int n = Math.min(MarkedSentence.LONGEST, frames.sentence().endToken() - from);
        List<String> lemmas = new ArrayList<>(n);
        List<String> tags = new ArrayList<>(n);
        int[] kinds = new int[n];
        boolean[] quoted = new boolean[n];
        for (int t = 0; t < n; t++) {
            Entity named = reading.pos(from + t).startsWith("NNP") ? reading.entity(from + t) : null;
            lemmas.add(named == null ? reading.lemma(from + t) : "");
            tags.add(reading.pos(from + t));
            kinds[t] = named == null ? 0 : kind(named.type());
            quoted[t] = quoted(reading, reading.token(from + t).begin());
        }
        return new MarkedSentence(
                lemmas,
                tags,
                kinds,
                quoted,
                holders.stream().map(holder -> mark(reading, from, n, holder)).toList());
    }

    private static MarkedSentence.Mark mark(Reading reading, int from, int n, StanceHolder holder) {
        List<Integer> also = new ArrayList<>();
        Entity entity = holder.who().entity();
        if (entity != null) {
            int begin = reading.token(from).begin();
            int end = reading.token(from + n - 1).end();
            for (Mention mention : entity.mentions()) {
                for (int t = 0; t < n && begin < mention.end() && mention.begin() < end; t++) {
                    if (mention.begin() <= reading.token(from + t).begin()
                            && reading.token(from + t).end() <= mention.end()) {
                        also.add(t);
                    }
                }
            }
        }
        Chunk group = holder.group();
        int first = group == null ? -1 : group.first() - from;
        return group == null || first < 0 || first >= n
                ? new MarkedSentence.Mark(holder.role().code(), -1, -1, also)
                : new MarkedSentence.Mark(holder.role().code(), first, group.end() - from, also);
    }

    private static int kind(EntityType type) {
        return switch (type) {
            case PERSON -> 1;
            case ORGANISATION -> 2;
            case PLACE -> 3;
            default -> 4;
        };
    }

    private static boolean quoted(Reading reading, int at) {
        for (Attribution said : reading.attributions()) {
            if (said.direct() && said.contentBegin() <= at && at < said.contentEnd()) {
                return true;
            }
        }
        return false;
    }
}
