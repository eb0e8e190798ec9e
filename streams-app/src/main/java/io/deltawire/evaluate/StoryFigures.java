package io.deltawire.evaluate;

import io.deltawire.claim.Kind;
import io.deltawire.engine.Enriched;
import io.deltawire.fact.FactEngine;
import io.deltawire.fact.FactView;
import io.deltawire.state.MapPieces;
import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import java.util.List;

/**
 * How many were killed and injured by what FACT holds of a story at its end. Where it holds several figures, which it could not tell to
 * be one, the one with the most sources counts, of those with as many the greatest.
 */
record StoryFigures(int killed, int injured) {

    /** @param articles of one story, in order of time; each speaks a second after the one before, whatever its date */
    static StoryFigures of(String storyId, List<Enriched> articles) {
        FactEngine engine = new FactEngine(new MapPieces());
        for (int i = 0; i < articles.size(); i++) {
            Digest digest = articles.get(i).digest();
            Placement placement = new Placement(storyId, "", digest.source(), false, List.of());
            engine.accept(digest, placement, digest.publishedAt().plusSeconds(i));
        }
        List<FactView> facts = engine.facts(storyId);
        return new StoryFigures(figure(facts, "killed"), figure(facts, "injured"));
    }

    private static int figure(List<FactView> facts, String subject) {
        int most = 0;
        int figure = 0;
        for (FactView fact : facts) {
            boolean counts = fact.kind() == Kind.QUANTITY
                    && fact.subject().equals(subject)
                    && !fact.positions().isEmpty()
                    && fact.positions().get(0).value().matches("\\d{1,6}");
            if (counts) {
                int sources = fact.positions().get(0).sources().size();
                int value = Integer.parseInt(fact.positions().get(0).value());
                figure = sources > most || (sources == most && value > figure) ? value : figure;
                most = Math.max(most, sources);
            }
        }
        return figure;
    }
}
