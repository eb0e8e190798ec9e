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
            "come", "collect", "attract", "with", "have", "win", "take", "get", "receive", "poll", "secure", "garner",
            "gain", "capture", "be", "lead");
    private static final int NEAR = 6;

    private final Reading reading;
    private final Lexicons lexicons;

    private static final Set<String> BALLOTS =
            Set.of("vote", "ballot", "precinct", "district", "constituency", "paper", "return");
    private static final Set<String> COUNTED =
            Set.of("counted", "tallied", "in", "reporting", "processed", "declared", "scrutinised");
    private static final double NAMED = 0.8;

    ShareReader(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
    }

    @Override
    public void read(Frames frames, Claims claims) {
        int first = frames.sentence().firstToken();
        int end = frames.sentence().endToken();
        boolean seen = false;
        for (int t = first; t < end; t++) {
            NumberValue number = reading.number(t);
            if (number == null || number.firstToken() != t) {
                continue;
            }
            // "gave Évora 52 percent, ahead of Spencer with 39"
            boolean percent = number.use() == NumberValue.Use.PERCENT;
            boolean short1 = number.use() == NumberValue.Use.COUNT
                    && seen
                    && number.high().intValue() < 100
                    && (reading.lower(t - 1).equals("with")
                            || reading.lower(t - 1).equals("on"));
            seen |= percent;
            if (!percent && !short1) {
                continue;
            }
            if (percent && counted(number.endToken(), end)) {
                claims.add(new Draft(Kind.QUANTITY, frames.sentence(), number.firstToken(), number.endToken())
                        .about("votes counted")
                        .is(number.canonical())
                        .measured("%", number.hedge())
                        .sure(NAMED));
                continue;
            }
            boolean ofVote = ofVote(number.endToken(), end);
            if (!voteNear(first, end) || (reading.lower(number.endToken()).equals("of") && !ofVote)) {
                continue;
            }
            Entity holder = holder(frames, t, number.endToken());
            holder = holder == null && ofVote ? winner(frames, t) : holder;
            if (holder != null) {
                add(frames, number, holder, ofVote, claims);
            }
        }
    }

    private void add(Frames frames, NumberValue number, Entity holder, boolean ofVote, Claims claims) {
        claims.add(new Draft(Kind.QUANTITY, frames.sentence(), number.firstToken(), number.endToken())
                .about("vote share")
                .is(number.canonical())
                .measured("%", number.hedge())
                .with("whose", holder)
                .on(holder.name())
                .put(Standing.modality(reading, lexicons, frames.sentence(), null))
                .sure(ofVote ? 0.8 : 0.7));
    }

    /** "With 91 percent of the ballots counted", "95 percent of the votes in". */
    private boolean counted(int t, int end) {
        boolean ballots = false;
        for (int k = t + 1; reading.lower(t).equals("of") && k < Math.min(end, t + NEAR); k++) {
            if (ballots && COUNTED.contains(reading.lower(k))) {
                return true;
            }
            ballots |= BALLOTS.contains(reading.lemma(k));
            if (reading.lower(k).equals(",")) {
                return false;
            }
        }
        return false;
    }

    /** "Was declared the winner with 51.3 percent of the vote": whom the clause is about. */
    private @Nullable Entity winner(Frames frames, int t) {
        Clause clause = null;
        for (Clause next : frames.clauses()) {
            clause = next.verb().first() < t ? next : clause;
        }
        if (clause == null
                || clause.subjects().size() != 1
                || !reading.lower(t - 1).equals("with")) {
            return null;
        }
        return candidate(clause.subjects().get(0).head());
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
            if (VOTE.contains(reading.lower(t))
                    || reading.lower(t).equals("election")
                    || reading.lemma(t).equals("poll")
                    || reading.lemma(t).equals("ballot")) {
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
        Entity owner = shareOf(frames, t);
        if (owner != null) {
            return owner;
        }
        boolean gets = false;
        for (int k = t - 1; k >= Math.max(frames.sentence().firstToken(), t - NEAR); k--) {
            gets |= GETS.contains(reading.lemma(k))
                    || reading.lower(k).equals("on")
                    || reading.lower(k).equals("at");
            Entity entity = candidate(k);
            if (entity != null) {
                return gets || given(frames, k) ? entity : null;
            }
            if (reading.lower(k).equals(",") || reading.number(k) != null) {
                return null;
            }
        }
        return null;
    }

    /** "an exit poll gave Évora 52 percent". */
    private boolean given(Frames frames, int k) {
        io.deltawire.entity.Mention mention = reading.mention(k);
        int before = mention == null ? k - 1 : mention.firstToken() - 1;
        return before >= frames.sentence().firstToken()
                && (reading.lemma(before).equals("give")
                        || reading.lemma(before).equals("put")
                        || reading.lemma(before).equals("hand"));
    }

    /** "Ruun's share of the vote fell to 49.4 percent", "support for Prado stood at 42 percent". */
    private @Nullable Entity shareOf(Frames frames, int t) {
        for (int k = t - 1; k >= Math.max(frames.sentence().firstToken(), t - 16); k--) {
            String lemma = reading.lemma(k);
            boolean share =
                    lemma.equals("share") || lemma.equals("support") || lemma.equals("vote") || lemma.equals("lead");
            if (!share || !reading.pos(k).startsWith("NN")) {
                continue;
            }
            boolean owned =
                    reading.pos(k - 1).equals("POS") || reading.pos(k - 2).equals("POS");
            Entity owner = owned ? candidate(reading.pos(k - 1).equals("POS") ? k - 2 : k - 3) : null;
            if (owner == null && reading.lower(k + 1).equals("for")) {
                owner = candidate(k + 2);
            }
            if (owner != null) {
                return owner;
            }
        }
        return null;
    }

    private @Nullable Entity candidate(int t) {
        Entity entity = reading.entity(t);
        return entity != null && entity.type() != EntityType.PLACE ? entity : null;
    }
}
