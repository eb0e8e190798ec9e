package io.deltawire.fact;

import io.deltawire.state.MapPieces;
import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import io.deltawire.story.StoryEvent;
import java.time.Instant;
import java.util.List;

/** One story's engine for tests: outlets report at hours after a fixed morning; every outlet is its own source. */
final class Newsroom {
    static final Instant MORNING = Instant.parse("2025-03-04T06:00:00Z");

    /** A figure is the fact's of its slot, and the decision table says what follows: rules are tested without a model. */
    static final ShiftJudge BY_SLOT = new SilentJudge() {
        @Override
        public double shifts(FigurePair pair) {
            return pair.features()[PairFeatures.NAMES.indexOf("slot")] > 0 ? 1 : 0;
        }
    };

    private final FactEngine engine;
    private int articles;

    Newsroom() {
        this(new FactEngine(new MapPieces(), FactConfig.defaults(), BY_SLOT));
    }

    Newsroom(FactEngine engine) {
        this.engine = engine;
    }

    FactEngine engine() {
        return engine;
    }

    static Instant hour(double hours) {
        return MORNING.plusSeconds((long) (hours * 3_600));
    }

    List<Change> report(String source, double hour, Said... said) {
        return report(source, hour, List.of(), said);
    }

    List<Change> report(String source, double hour, List<String> entities, Said... said) {
        articles++;
        return tell("story", source, Said.article("a" + articles, source, hour(hour), entities, said));
    }

    List<Change> tell(String story, String source, Digest digest, StoryEvent... events) {
        return engine.accept(digest, new Placement(story, "", source, false, List.of(events)), digest.publishedAt());
    }

    List<FactView> facts() {
        return engine.facts("story");
    }
}
