package io.deltawire.story;

import java.util.Arrays;

/**
 * An article as STORY keeps it.
 *
 * @param publishedAt milliseconds since 1970
 * @param effective milliseconds since 1970
 * @param words length of the text
 * @param duplicateOf first article of its near-duplicate group, "" when it is the first itself
 * @param terms weighted terms of the whole text; empty once the article has left the index
 * @param lead weighted terms of the title
 * @param facets keys of each {@link Facet} by its index, ascending
 * @param signature near-duplicate {@link Signature}, empty when too short
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; arrays keep it small and quick
record Member(
        String articleId,
        String source,
        String sourceKey,
        String duplicateOf,
        long publishedAt,
        long effective,
        int words,
        String title,
        Vector terms,
        Vector lead,
        int[][] facets,
        byte[] signature) {

    static final int[][] NO_FACETS = new int[Facet.ALL.length][0];

    static final Member NONE =
            new Member("", "", "", "", 0, 0, 0, "", Vector.EMPTY, Vector.EMPTY, NO_FACETS, new byte[0]);

    boolean indexed() {
        return terms.size() > 0;
    }

    /** The article without what matching needs. */
    Member slim() {
        return new Member(
                articleId,
                source,
                sourceKey,
                duplicateOf,
                publishedAt,
                effective,
                words,
                title,
                Vector.EMPTY,
                Vector.EMPTY,
                NO_FACETS,
                signature);
    }

    Member counting(String parent, String key) {
        return new Member(
                articleId, source, key, parent, publishedAt, effective, words, title, terms, lead, facets, signature);
    }

    int[] facet(Facet facet) {
        return facets[facet.index];
    }

    /** Keys of all facets, ascending, none twice. */
    int[] allFacets() {
        int size = 0;
        for (int[] keys : facets) {
            size += keys.length;
        }
        int[] all = new int[size];
        int at = 0;
        for (int[] keys : facets) {
            System.arraycopy(keys, 0, all, at, keys.length);
            at += keys.length;
        }
        Arrays.sort(all);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[distinct++] = all[i];
            }
        }
        return distinct == size ? all : Arrays.copyOf(all, distinct);
    }
}
