package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.state.MapPieces;
import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import io.deltawire.story.StoryEvent;
import io.deltawire.text.Hedge;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class FactEngineProperties {
    /** One article of a random stream. */
    record Turn(int source, int story, boolean merges, List<Said> said) {}

    @Provide
    Arbitrary<List<Turn>> streams() {
        Arbitrary<Said> figures = Combinators.combine(
                        Arbitraries.of("killed", "injured", "crowd", "price"),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of(Hedge.values()),
                        Arbitraries.subsetOf(
                                Claim.Cue.UPDATE, Claim.Cue.CORRECTION, Claim.Cue.HEADLINE, Claim.Cue.RETRACTION),
                        Arbitraries.of("place=a", "place=b", "of=child"))
                .as((measure, number, hedge, cues, qualifier) -> {
                    Said said = Said.figure(measure, "" + number * 7, qualifier).hedged(hedge);
                    for (Claim.Cue cue : cues) {
                        said = said.cue(cue);
                    }
                    return said;
                });
        Arbitrary<Said> stances = Arbitraries.of("accepts", "rejects", "undecided", "conditional")
                .map(stance -> Said.of(Kind.POSITION, "Ana Berg", stance, "on=talks"));
        Arbitrary<List<Said>> texts = Arbitraries.oneOf(figures, stances).list().ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(0, 9).map(die -> die == 0),
                        texts)
                .as(Turn::new)
                .list()
                .ofMaxSize(25);
    }

    private static List<Change> play(FactEngine engine, Turn turn, int number) {
        Digest digest = Said.article(
                "a" + number, "s" + turn.source, Newsroom.hour(number), List.of("a"), turn.said.toArray(new Said[0]));
        List<StoryEvent> events = turn.merges
                ? List.of(new StoryEvent(
                        StoryEvent.Type.MERGED,
                        "story2",
                        "story1",
                        digest.articleId(),
                        digest.publishedAt(),
                        List.of()))
                : List.of();
        String story = turn.merges ? "story1" : "story" + turn.story;
        return engine.accept(digest, new Placement(story, "", "s" + turn.source, false, events), digest.publishedAt());
    }

    @Property(tries = 300)
    void anEngineReopenedOnThePiecesGoesOnWhereTheOtherStopped(@ForAll("streams") List<Turn> stream) {
        FactEngine steady = new FactEngine(new MapPieces());
        MapPieces pieces = new MapPieces();
        List<Change> expected = new ArrayList<>();
        List<Change> found = new ArrayList<>();
        for (int i = 0; i < stream.size(); i++) {
            expected.addAll(play(steady, stream.get(i), i));
            found.addAll(play(new FactEngine(pieces), stream.get(i), i));
        }
        assertThat(found).isEqualTo(expected);
        assertThat(new FactEngine(pieces).facts("story1")).isEqualTo(steady.facts("story1"));
    }

    /** As under two configurations: the second puts some articles into another story, and is opened anew half way. */
    @Property(tries = 300)
    void enginesBesideEachOtherGiveWhatEachGivesAlone(
            @ForAll("streams") List<Turn> stream, @ForAll @Size(25) List<Boolean> elsewhere) {
        SharedHearings shared = new SharedHearings();
        List<MapPieces> pieces = List.of(new MapPieces(), new MapPieces(), new MapPieces(), new MapPieces());
        FactEngine one = FactEngine.beside(pieces.get(0), shared);
        FactEngine other = FactEngine.beside(pieces.get(1), shared);
        FactEngine oneAlone = new FactEngine(pieces.get(2));
        FactEngine otherAlone = new FactEngine(pieces.get(3));
        for (int i = 0; i < stream.size(); i++) {
            Turn turn = stream.get(i);
            Turn moved = elsewhere.get(i) && i % 4 == 0
                    ? new Turn(turn.source, 3 - turn.story, turn.merges, turn.said)
                    : turn;
            if (i == stream.size() / 2) {
                other = FactEngine.beside(pieces.get(1), shared);
            }
            assertThat(play(one, turn, i)).isEqualTo(play(oneAlone, turn, i));
            assertThat(play(other, moved, i)).isEqualTo(play(otherAlone, moved, i));
        }
        assertThat(content(pieces.get(0))).isEqualTo(content(pieces.get(2)));
        assertThat(content(pieces.get(1))).isEqualTo(content(pieces.get(3)));
        assertThat(one.facts("story1")).isEqualTo(oneAlone.facts("story1"));
        assertThat(other.facts("story2")).isEqualTo(otherAlone.facts("story2"));
    }

    private static Map<String, String> content(MapPieces pieces) {
        Map<String, String> content = new TreeMap<>();
        pieces.scan("", (key, piece) -> content.put(key, HexFormat.of().formatHex(piece)));
        return content;
    }

    @Property(tries = 200)
    void everyArticleChangesAFactAtMostOnceAndSpeaksOnlyOnce(@ForAll("streams") List<Turn> stream) {
        FactEngine engine = new FactEngine(new MapPieces());
        for (int i = 0; i < stream.size(); i++) {
            List<Change> changes = play(engine, stream.get(i), i);
            assertThat(changes).extracting(Change::factId).doesNotHaveDuplicates();
            assertThat(changes).extracting(Change::id).doesNotHaveDuplicates();
            Turn again = stream.get(i);
            assertThat(play(engine, new Turn(again.source, again.story, again.merges, again.said), i))
                    .isEmpty();
        }
    }

    @Property(tries = 200)
    void exactlyOnePositionLeadsUnlessAllWereWithdrawn(@ForAll("streams") List<Turn> stream) {
        MapPieces pieces = new MapPieces();
        FactEngine engine = new FactEngine(pieces);
        for (int i = 0; i < stream.size(); i++) {
            play(engine, stream.get(i), i);
        }
        pieces.scan("fact|", (key, piece) -> {
            Fact fact = FactCodec.decode("any", "any", piece);
            long leaders = fact.standings().stream()
                    .filter(standing -> standing.state() == Standing.State.LEADING)
                    .count();
            boolean withdrawn =
                    fact.standings().stream().anyMatch(standing -> standing.state() == Standing.State.RETRACTED);
            assertThat(leaders).isLessThanOrEqualTo(1);
            assertThat(leaders == 1 || withdrawn).isTrue();
        });
    }
}
