package io.deltawire.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.entity.Attribution;
import io.deltawire.entity.Attributor;
import io.deltawire.entity.Entities;
import io.deltawire.entity.Linker;
import io.deltawire.entity.NameTagger;
import io.deltawire.text.Article;
import io.deltawire.text.Document;
import io.deltawire.text.Reader;
import io.deltawire.text.ValueFinder;
import io.deltawire.text.Values;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What words weigh is kept when articles are read and listed when the model is learnt: both must come to the same. */
class StanceSumsTest {
    private static final String TEXT =
            "The harbour board has not ruled out Ferrum's offer, chairman Pavel Orsic said on Friday. "
                    + "\"We will never sell below 14 crowns a share,\" Anna Lind told reporters, \"and nobody asked us to.\" "
                    + "Two of the three unions, which had refused to talk without a written guarantee, now back the plan. "
                    + "About 1,200 people live near the quay. "
                    + "The minister would neither accept nor reject the report before 3 May. "
                    + "well, ".repeat(300)
                    + "the ministry denied that it had agreed to nothing.";

    @Test
    void keptAndListedFeaturesWeighTheSame() {
        Document document = new Reader().read(new Article("a", "", "", TEXT, Instant.EPOCH, "", "en"));
        Entities entities = new Linker().link(document, new NameTagger().tag(document));
        Values values = new ValueFinder().find(document);
        List<Attribution> said = new Attributor().attribute(document, entities);
        Lexicons lexicons = Lexicons.load();
        Reading reading = new Reading(document, entities, values, said);
        StanceFeatures features = new StanceFeatures(reading);
        StanceModel model = StanceModel.english();
        List<StanceSightings.Said> listed = new StanceSightings().of(document, entities, values, said);
        List<Frames> frames = Frames.of(reading, lexicons, document.sentences());
        assertThat(frames).hasSameSizeAs(listed).hasSizeGreaterThan(5);
        for (int i = 0; i < listed.size(); i++) {
            assertThat(model.said(features, frames.get(i)))
                    .as("sentence %d", i)
                    .isEqualTo(model.said(listed.get(i).features()));
            assertThat(StanceModel.mayTake(reading, frames.get(i).sentence()))
                    .as("sentence %d", i)
                    .isEqualTo(model.mayTake(listed.get(i).words()));
        }
        assertThat(listed).anyMatch(each -> model.said(each.features())[0] < 0.5);
    }
}
