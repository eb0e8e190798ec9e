package io.deltawire.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** How a story is shown: its title and lead article, its entities, its outlets. */
final class Portrait {
    private static final int MAX_ENTITIES = 12;
    private static final int MIN_TITLE = 20;
    /** Up to this size every article may change how the story is shown, then every so manyth. */
    private static final int YOUNG = 8;

    private Portrait() {}

    /** Looks again when the story is young, or has grown by a good deal: finding the middle of a large story takes time. */
    static void refresh(Story story) {
        if (story.size() <= YOUNG || story.size() % YOUNG == 0 || story.title.isEmpty()) {
            choose(story);
        }
    }

    /**
     * The lead is the indexed article closest to the middle of the story, by text and by title; a very short title counts less.
     * The title stays where it is until another is clearly closer, so that it does not flicker.
     */
    static void choose(Story story) {
        Entry lead = null;
        double best = 0;
        for (Entry entry : story.members) {
            if (entry.slot >= 0 || (lead == null && story.title.isEmpty())) {
                double closeness = closeness(entry, story);
                if (lead == null || closeness > best) {
                    best = closeness;
                    lead = entry;
                }
            }
        }
        if (lead != null) {
            story.title = lead.member.title();
            story.leadArticle = lead.member.articleId();
        }
    }

    private static double closeness(Entry entry, Story story) {
        Member member = entry.member;
        double closeness = story.cosine(member.terms(), story.terms, story.length)
                + story.cosine(member.lead(), story.lead, story.leadLength);
        double bonus = member.articleId().equals(story.leadArticle) ? 0.1 : 0;
        return closeness * (member.title().length() < MIN_TITLE ? 0.5 : 1) + bonus;
    }

    /** Adds an article's entities to the story's; those of title and lead weigh more, and only the weightiest stay. */
    static void addEntities(Story story, List<Digest.EntityWeight> entities) {
        TreeMap<String, Digest.EntityWeight> byId = new TreeMap<>();
        story.entities.forEach(entity -> byId.put(entity.id(), entity));
        for (Digest.EntityWeight entity : entities) {
            byId.merge(
                    entity.id(),
                    entity,
                    (old, more) -> new Digest.EntityWeight(
                            old.id(),
                            old.name(),
                            old.type(),
                            old.inTitle() || more.inTitle(),
                            old.inLead() || more.inLead(),
                            old.mentions() + more.mentions()));
        }
        List<Digest.EntityWeight> order = new ArrayList<>(byId.values());
        order.sort(Comparator.comparingInt(Portrait::weight).reversed().thenComparing(Digest.EntityWeight::id));
        story.entities.clear();
        story.entities.addAll(order.subList(0, Math.min(MAX_ENTITIES, order.size())));
    }

    /** Gives a part of a story those of its entities that the part's own articles name. */
    static void keepEntities(Story part, List<Digest.EntityWeight> entities) {
        part.entities.clear();
        for (Digest.EntityWeight entity : entities) {
            if (part.facets.countOf(Keys.of(Facet.NAME.kind(), entity.id())) > 0) {
                part.entities.add(entity);
            }
        }
    }

    private static int weight(Digest.EntityWeight entity) {
        return entity.mentions() + (entity.inTitle() ? 3 : 0) + (entity.inLead() ? 1 : 0);
    }

    static StoryView view(Story story) {
        List<String> articles = new ArrayList<>(story.size());
        Set<String> outlets = new LinkedHashSet<>();
        Set<String> sources = new LinkedHashSet<>();
        for (Entry entry : story.members) {
            articles.add(entry.member.articleId());
            sources.add(entry.member.sourceKey());
            if (!entry.member.source().isEmpty()) {
                outlets.add(entry.member.source());
            }
        }
        return new StoryView(
                story.id,
                story.desk,
                story.title,
                story.leadArticle,
                story.state,
                story.redirect,
                story.predecessor,
                java.time.Instant.ofEpochMilli(story.openedAt),
                java.time.Instant.ofEpochMilli(story.updatedAt),
                articles.size(),
                articles,
                List.copyOf(outlets),
                sources.size(),
                List.copyOf(story.entities));
    }
}
