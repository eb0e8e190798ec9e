package io.deltawire.topology;

import io.deltawire.avro.ActivityWindow;
import io.deltawire.avro.ChangeType;
import io.deltawire.avro.EnrichedArticle;
import io.deltawire.avro.EntityMention;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.FactPicture;
import io.deltawire.avro.FactPosition;
import io.deltawire.avro.SentenceSpan;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryActivity;
import io.deltawire.avro.StoryState;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.avro.UpdateType;
import io.deltawire.engine.Emission;
import io.deltawire.engine.Enriched;
import io.deltawire.fact.Change;
import io.deltawire.fact.FactView;
import io.deltawire.fact.Position;
import io.deltawire.story.StoryEvent;
import io.deltawire.story.StoryView;
import io.deltawire.text.Article;
import io.deltawire.text.Document;
import java.util.Objects;

/** From what the engines give out to the records of the public topics. */
final class OutputRecords {
    private OutputRecords() {}

    /** @param told of an article, not of a mark */
    static EnrichedArticle enriched(Told told) {
        Article article = told.heard().article();
        String url = article == null ? "" : article.url();
        return enriched(
                Objects.requireNonNull(told.enriched()), url, told.heard().dated(), told.desk());
    }

    static EnrichedArticle enriched(Enriched enriched, String url, boolean dated, String desk) {
        Document document = enriched.document();
        return EnrichedArticle.newBuilder()
                .setId(document.articleId())
                .setUrl(url)
                .setSource(document.source())
                .setPublishedAt(document.publishedAt())
                .setDated(dated)
                .setLang(document.lang())
                .setDesk(desk)
                .setTitle(document.title())
                .setText(document.text())
                .setSentences(DigestRecords.map(
                        document.sentences(), s -> new SentenceSpan(s.begin(), s.end(), s.headline())))
                .setEntities(DigestRecords.map(
                        enriched.entities().all(),
                        e -> new EntityMention(
                                e.id(),
                                e.name(),
                                e.type().name(),
                                e.surfaces(),
                                e.mentions().size())))
                .setClaims(DigestRecords.map(enriched.claims(), ClaimRecords::avro))
                .setSignature(enriched.digest().signature())
                .build();
    }

    static StoryUpdate update(Emission.Update update) {
        StoryEvent event = update.event();
        return new StoryUpdate(
                update.id(),
                UpdateType.valueOf(event.type().name()),
                event.storyId(),
                event.otherStoryId(),
                event.articleId(),
                event.at(),
                event.moved(),
                update.title(),
                update.duplicateOf(),
                update.source(),
                update.late());
    }

    static FactChange change(Emission.Shift shift) {
        Change change = shift.change();
        return new FactChange(
                change.id(),
                ChangeType.valueOf(change.type().name()),
                change.storyId(),
                change.factId(),
                change.articleId(),
                change.at(),
                ClaimRecords.kind(change.kind()),
                change.subject(),
                change.attribute(),
                change.claim().unit(),
                change.before(),
                change.after(),
                change.beforeSources(),
                change.afterSources(),
                ClaimRecords.avro(change.claim()),
                change.confidence(),
                change.text());
    }

    static Story story(Emission.Picture picture) {
        StoryView story = picture.story();
        return new Story(
                story.id(),
                story.desk(),
                story.title(),
                story.leadArticleId(),
                StoryState.valueOf(story.state().name()),
                story.redirect(),
                story.predecessor(),
                story.openedAt(),
                story.updatedAt(),
                story.articleCount(),
                story.articles(),
                story.outlets(),
                story.independentSources(),
                DigestRecords.map(story.entities(), DigestRecords::avro),
                DigestRecords.map(picture.facts(), OutputRecords::fact));
    }

    private static FactPicture fact(FactView fact) {
        return new FactPicture(
                fact.id(),
                ClaimRecords.kind(fact.kind()),
                fact.subject(),
                fact.attribute(),
                DigestRecords.map(fact.positions(), OutputRecords::position),
                fact.disputed(),
                fact.confidence());
    }

    private static FactPosition position(Position position) {
        return new FactPosition(
                position.value(),
                position.unit(),
                ClaimRecords.hedge(position.hedge()),
                position.sources(),
                position.firstAt(),
                position.lastAt(),
                position.speakers());
    }

    static StoryActivity activity(Emission.Active active) {
        return new StoryActivity(
                active.storyId(),
                ActivityWindow.valueOf(active.window().name()),
                active.begin(),
                active.begin().plus(active.window().length()),
                active.articles(),
                active.outlets(),
                active.burst());
    }
}
