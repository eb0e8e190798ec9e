package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.text.NumberValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shares of a vote, each with whose it is: "had 51 percent of the vote", "won 48 %", "ahead of Prado on 42 percent". */
final class ShareReader implements ClaimReader {
    private static final Set<String> VOTE = Set.of("vote", "votes", "ballot", "ballots");
    private static final Set<String> GETS = Set.of(
            "have", "win", "take", "get", "receive", "poll", "secure", "garner", "gain", "capture", "be", "lead");
    private static final int NEAR = 6;

    private final Reading reading;
    private final Lexicons lexicons;

    ShareReader(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
    }

    @Override
    public void read(Frames frames, Claims claims) {
        int first = frames.sentence().firstToken();
        int end = frames.sentence().endToken();
        for (int t = first; t < end; t++) {
            NumberValue number = reading.number(t);
            if (number == null || number.firstToken() != t || number.use() != NumberValue.Use.PERCENT) {
                continue;
            }
            boolean ofVote = ofVote(number.endToken(), end);
            if (!voteNear(first, end) || (reading.lower(number.endToken()).equals("of") && !ofVote)) {
                continue;
            }
            Entity holder = holder(frames, t, number.endToken());
            if (holder != null) {
                add(frames, number, holder, ofVote, claims);
            }
        }
    }

    private void add(Frames frames, NumberValue number, Entity holder, boolean ofVote, Claims claims) {
        claims.add(new Draft(Kind.QUANTITY, frames.sentence(), number.firstToken(), number.endToken())
                .about("vote share")
                .is(number.canonical())
                .measured(number.unit(), number.hedge())
                .with("whose", holder)
                .on(holder.name())
                .put(Standing.modality(reading, lexicons, frames.sentence(), null))
                .sure(ofVote ? 0.8 : 0.7));
    }

    private boolean ofVote(int t, int end) {
        if (!reading.lower(t).equals("of")) {
            return false;
        }
        for (int k = t + 1; k < Math.min(end, t + 5); k++) {
            if (VOTE.contains(reading.lower(k))) {
                // "40 percent of the votes counted" is no one's share
                return !reading.lower(k + 1).equals("counted")
                        && !reading.lower(k + 1).equals("cast");
            }
        }
        return false;
    }

    private boolean voteNear(int first, int end) {
        for (int t = Math.max(0, first - 40); t < end; t++) {
            if (VOTE.contains(reading.lower(t)) || reading.lower(t).equals("election")) {
                return true;
            }
        }
        return false;
    }

    /** "Ortega had 51 percent", "Prado on 42 percent", "46 percent for Ortega". */
    private @Nullable Entity holder(Frames frames, int t, int after) {
        for (int k = after; k < Math.min(after + NEAR, frames.sentence().endToken()); k++) {
            if (reading.lower(k).equals("for") && candidate(k + 1) != null) {
                return candidate(k + 1);
            }
            if (reading.pos(k).startsWith("VB") || reading.lower(k).equals(",")) {
                break;
            }
        }
        boolean gets = false;
        for (int k = t - 1; k >= Math.max(frames.sentence().firstToken(), t - NEAR); k--) {
            gets |= GETS.contains(reading.lemma(k))
                    || reading.lower(k).equals("on")
                    || reading.lower(k).equals("at");
            Entity entity = candidate(k);
            if (entity != null) {
                return gets ? entity : null;
            }
            if (reading.lower(k).equals(",") || reading.number(k) != null) {
                return null;
            }
        }
        return null;
    }

    private @Nullable Entity candidate(int t) {
        Entity entity = reading.entity(t);
        return entity != null && entity.type() != EntityType.PLACE ? entity : null;
    }
}
