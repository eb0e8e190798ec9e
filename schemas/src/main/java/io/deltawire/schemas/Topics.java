package io.deltawire.schemas;

import java.util.List;

/**
 * Names of all topics under one prefix, so that several deltawires share a cluster.
 *
 * @param prefix begins every name; usually ends with a dot
 */
public record Topics(String prefix) {
    public static final String DEFAULT_PREFIX = "deltawire.";

    /** Articles as producers found them, and marks. */
    public String articlesRaw() {
        return prefix + "articles.raw";
    }

    public String articlesEnriched() {
        return prefix + "articles.enriched";
    }

    /** Compacted: the latest picture of each story. */
    public String stories() {
        return prefix + "stories";
    }

    public String storyUpdates() {
        return prefix + "story-updates";
    }

    public String factChanges() {
        return prefix + "fact-changes";
    }

    public String storyActivity() {
        return prefix + "story-activity";
    }

    /** Compacted: entities that users add at run time. */
    public String entitiesCatalog() {
        return prefix + "entities.catalog";
    }

    /** What a stage could not process, as bytes. */
    public String articlesDlq() {
        return prefix + "articles.dlq";
    }

    /** Every topic, in the order of the flow. */
    public List<String> all() {
        return List.of(
                articlesRaw(),
                articlesEnriched(),
                stories(),
                storyUpdates(),
                factChanges(),
                storyActivity(),
                entitiesCatalog(),
                articlesDlq());
    }
}
