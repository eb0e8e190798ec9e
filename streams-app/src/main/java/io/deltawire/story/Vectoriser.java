package io.deltawire.story;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Turns a digest into what is compared: weighted terms, and facets. */
final class Vectoriser {
    static final int MAX_TERMS = 96;
    private static final int MAX_LEAD = 32;
    private static final int MAX_FACET = 24;
    private static final float TITLE = 3;
    private static final float LEAD = 2;

    private final Frequencies frequencies;

    Vectoriser(Frequencies frequencies) {
        this.frequencies = frequencies;
    }

    Member member(Digest digest, long effective) {
        return new Member(
                digest.articleId(),
                digest.source(),
                digest.source(),
                "",
                digest.publishedAt().toEpochMilli(),
                effective,
                digest.words(),
                digest.title(),
                terms(digest.terms(), MAX_TERMS, false),
                terms(digest.terms(), MAX_LEAD, true),
                facets(digest),
                Member.ints(digest.signature()));
    }

    private Vector terms(List<Digest.Term> terms, int limit, boolean titleOnly) {
        int[] keys = new int[terms.size()];
        float[] weights = new float[terms.size()];
        int count = 0;
        for (Digest.Term term : terms) {
            float mass = titleOnly ? term.inTitle() : term.inBody() + LEAD * term.inLead() + TITLE * term.inTitle();
            int key = Keys.of('t', term.text());
            float rarity = mass > 0 ? frequencies.rarity(key) : 0;
            if (rarity > 0) {
                keys[count] = key;
                weights[count++] = rarity * (float) (titleOnly ? 1 : StrictMath.log1p(mass));
            }
        }
        return Vector.of(keys, weights, count, limit);
    }

    private static int[][] facets(Digest digest) {
        int[][] facets = new int[Facet.ALL.length][];
        for (Facet facet : Facet.ALL) {
            TreeSet<Integer> keys = new TreeSet<>();
            for (Digest.EntityWeight entity : digest.entities()) {
                if (keys.size() < MAX_FACET && belongs(entity, facet)) {
                    keys.add(Keys.of(facet.kind(), entity.id()));
                }
            }
            for (String number : digest.numbers()) {
                if (keys.size() < MAX_FACET && number.startsWith(prefix(facet))) {
                    keys.add(Keys.of(facet.kind(), number));
                }
            }
            if (facet == Facet.DAY) {
                digest.days().stream().limit(MAX_FACET).forEach(day -> keys.add(Keys.of('D', day.toString())));
            }
            facets[facet.index] = keys.stream().mapToInt(Integer::intValue).toArray();
            Arrays.sort(facets[facet.index]);
        }
        return facets;
    }

    private static boolean belongs(Digest.EntityWeight entity, Facet facet) {
        return switch (facet) {
            case PERSON, PLACE, ORGANISATION -> entity.type().equals(facet.name());
            case NAME -> true;
            case LEAD_NAME -> entity.inTitle() || entity.inLead();
            case TITLE_NAME -> entity.inTitle();
            case AGE, STREET, NUMBER, DAY -> false;
        };
    }

    private static String prefix(Facet facet) {
        return switch (facet) {
            case AGE -> "age=";
            case STREET -> "street=";
            case NUMBER -> "n=";
            default -> "=";
        };
    }
}
