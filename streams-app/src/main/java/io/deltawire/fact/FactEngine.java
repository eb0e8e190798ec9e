package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.state.Pieces;
import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import io.deltawire.story.StoryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * FACT: lays the claims of a story side by side and says what changed. One writer; not thread-safe. All state is in the
 * pieces, so that an engine opened on the pieces of another goes on where that one stopped.
 */
public final class FactEngine {
    private final FactConfig config;
    private final ShiftJudge judge;
    private final FactStore store;
    private final StoryMoves moves;
    private final Belief belief;
    private final Announcer announcer;
    private final @Nullable SharedHearings shared;

    /** With {@link #shared}: what each story has been through, in short. */
    private final Map<String, String> histories = new HashMap<>();

    public FactEngine(Pieces pieces) {
        this(pieces, FactConfig.defaults());
    }

    public FactEngine(Pieces pieces, FactConfig config) {
        this(pieces, config, ShiftModel.shipped());
    }

    /** @param judge tells which of an article's figures is the new value of which of its story's */
    public FactEngine(Pieces pieces, FactConfig config, ShiftJudge judge) {
        this(pieces, config, judge, null);
    }

    private FactEngine(Pieces pieces, FactConfig config, ShiftJudge judge, @Nullable SharedHearings shared) {
        this.shared = shared;
        this.config = config;
        this.judge = judge;
        this.store = new FactStore(pieces, config);
        this.moves = new StoryMoves(store);
        this.belief = new Belief(config);
        this.announcer = new Announcer(config, judge);
    }

    /** Beside other engines that take the same articles: what one has worked out for a story is not worked out again. */
    public static FactEngine beside(Pieces pieces, SharedHearings shared) {
        return new FactEngine(pieces, FactConfig.defaults(), ShiftModel.shipped(), shared);
    }

    /**
     * Takes one article's claims. First moves facts as the placement's merges and splits say, then lets the claims speak. An
     * article the story has seen before says nothing new.
     *
     * @param effective effective time of the article
     * @return changes in order, at most one for a fact, or two where the article tells two sides' figures; whom a story knew as hurt and
     *     the article tells of as dead comes last
     */
    public List<Change> accept(Digest digest, Placement placement, Instant effective) {
        move(placement);
        if (store.seen(placement.storyId(), digest.articleId())) {
            return List.of();
        }
        if (shared == null) {
            store.markSeen(placement.storyId(), digest.articleId());
            return hear(digest, placement, effective);
        }
        String history = SharedHearings.after(history(placement.storyId()), digest, placement, effective);
        store.markSeen(placement.storyId(), digest.articleId());
        SharedHearings.Answer answer = shared.hear(history, () -> {
            store.note();
            return store.noted(hear(digest, placement, effective));
        });
        if (!answer.own()) {
            store.take(answer.heard());
        }
        histories.put(placement.storyId(), history);
        return answer.heard().changes();
    }

    /** Of a story that this engine did not see from its beginning: one that no other has. */
    private String history(String storyId) {
        return histories.computeIfAbsent(
                storyId, story -> store.articles(story).isEmpty() ? "" : SharedHearings.ofNoOther());
    }

    private List<Change> hear(Digest digest, Placement placement, Instant effective) {
        Testimony testimony = Testimony.of(digest, config);
        Report report = Report.of(digest, placement, testimony, effective);
        Hearing hearing = new Hearing(store, placement.storyId(), testimony, report, belief, judge);
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, List<Claim>> heard : hearing.byFact().entrySet()) {
            changes.addAll(hear(heard.getKey(), heard.getValue(), hearing, report, placement, shifts(changes)));
        }
        Deceased died = Deceased.of(testimony, store.of(placement.storyId()), changes);
        if (died != null) {
            Word word = new Word(died.claim(), Judged.PASSES_ON, Double.NaN, false);
            Announcer.Announcement announcement = hear(died.fact(), word, report, shifts(changes));
            store.put(announcement.fact());
            announcement.change().ifPresent(changes::add);
        }
        store.trim(placement.storyId());
        return changes;
    }

    private static long shifts(List<Change> changes) {
        return changes.stream().filter(change -> change.type().shift()).count();
    }

    /** Moves the facts of stories that were merged or split, and nothing else: the article itself is not heard. */
    public void move(Placement placement) {
        for (StoryEvent event : placement.events()) {
            if (shared != null) {
                moveHistory(event);
            }
            moves.apply(event);
        }
    }

    private void moveHistory(StoryEvent event) {
        StoryEvent.Type type = event.type();
        if (type == StoryEvent.Type.MERGED || type == StoryEvent.Type.SPLIT) {
            String one = history(event.storyId());
            String other = history(event.otherStoryId());
            histories.put(event.otherStoryId(), SharedHearings.after(other, one, event));
            histories.put(event.storyId(), SharedHearings.after(one, other, event));
        }
    }

    private List<Change> hear(
            String id, List<Claim> claims, Hearing hearing, Report report, Placement placement, long earlier) {
        Fact fact = store.of(placement.storyId()).get(id);
        if (fact == null) {
            throw new IllegalStateException("fact " + id + " is held but not found");
        }
        Claim word = ArticleClaims.first(fact, ArticleClaims.word(fact, hearing.shifting(claims)), claims);
        boolean aware = ArticleClaims.aware(fact, word, claims);
        Announcer.Announcement announcement =
                hear(fact, new Word(word, hearing.judged(word), hearing.chance(word), aware), report, earlier);
        Fact heard = announcement.fact();
        for (Claim claim : claims) {
            if (!claim.equals(word)
                    && !claim.speaker().isEmpty()
                    && !claim.speaker().equals(word.speaker())) {
                heard = belief.echo(heard, claim, report.source(), report.at());
            }
        }
        List<Change> changes = new ArrayList<>();
        announcement.change().ifPresent(changes::add);
        Claim rival = ArticleClaims.rival(heard, word, claims);
        if (rival != null) {
            // each side is a source of its own here: the outlet only passes both on
            Announcer.Announcement disputed = hear(
                    heard,
                    new Word(rival, Judged.NOT_ASKED, Double.NaN, true),
                    report.by(rival.speaker()),
                    earlier + shifts(changes));
            heard = disputed.fact();
            disputed.change().ifPresent(changes::add);
        }
        store.put(heard);
        return changes;
    }

    /**
     * What an article says of a fact.
     *
     * @param chance what the judge gave the claim for the fact; NaN when it was not asked
     * @param aware the article states the leading value too
     */
    private record Word(Claim claim, Judged judged, double chance, boolean aware) {}

    /**
     * A shift that proves true too seldom is noted beside what leads, and not told; but for one of who holds an office: a text that has the
     * wrong president is worth a word however likely it is wrong.
     */
    private Announcer.Announcement hear(Fact fact, Word word, Report report, long earlier) {
        Belief.Outcome outcome = belief.weigh(fact, word.claim(), report, word.judged(), word.aware());
        double proof = announcer.proof(outcome, word.claim(), word.chance(), earlier, report.at());
        if (proof < least(fact.slot().kind())) {
            outcome = belief.weigh(fact, word.claim(), report, Judged.IMPROBABLE, word.aware());
        }
        return announcer.announce(outcome, word.claim(), proof, report.at());
    }

    private double least(Kind kind) {
        return switch (kind) {
            case OFFICE -> 0;
            case POSITION -> config.minPositionProof();
            case QUANTITY, SCHEDULE, STATUS, STATEMENT -> config.minShiftProof();
        };
    }

    /** Facts of a story as they stand, most telling first and no more than the config shows; empty for an unknown story. */
    public List<FactView> facts(String storyId) {
        return store.of(storyId).all().stream()
                .filter(fact -> !fact.slot().aside() || fact.standings().size() > 1)
                .sorted(Comparator.comparing(Fact::disputed)
                        .thenComparing(
                                fact -> !fact.slot().quiet() && fact.slot().kind() != Kind.STATEMENT)
                        .thenComparing(Fact::support)
                        .reversed()
                        .thenComparing(Fact::id))
                .limit(config.shownFacts())
                .map(announcer::view)
                .toList();
    }

    /** Forgets the facts of a story that is gone for good. */
    public void forget(String storyId) {
        store.forget(storyId);
        histories.remove(storyId);
    }
}
