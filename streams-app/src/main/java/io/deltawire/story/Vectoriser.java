package io.deltawire.story;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Turns a digest into what is compared: weighted terms, and facets. */
final class Vectoriser {
    static final int MAX_TERMS = 96;
    private static final int MAX_LEAD = 32;
    private static final int MAX_FACET = 24;
    private static final int TITLE = 3;
    private static final int LEAD = 2;
    /** What a word that counts so often weighs. */
    private static final float[] WEIGHTS = weights(128);

    /** Ties fall to the smaller id. */
    private static final Comparator<Digest.EntityWeight> MOST_TOLD = Comparator.<Digest.EntityWeight>comparingInt(
                    entity -> entity.mentions() + (entity.inTitle() ? 3 : 0) + (entity.inLead() ? 1 : 0))
            .thenComparing(Digest.EntityWeight::id, Comparator.reverseOrder());

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
            int mass = titleOnly ? term.inTitle() : term.inBody() + LEAD * term.inLead() + TITLE * term.inTitle();
            int key = Keys.of('t', term.text());
            float rarity = mass > 0 ? frequencies.rarity(key) : 0;
            if (rarity > 0) {
                keys[count] = key;
                weights[count++] = rarity * (titleOnly ? 1 : weight(mass));
            }
        }
        return Vector.of(keys, weights, count, limit);
    }

    private static float weight(int mass) {
        return mass < WEIGHTS.length ? WEIGHTS[mass] : (float) StrictMath.log1p(mass);
    }

    private static float[] weights(int size) {
        float[] weights = new float[size];
        for (int mass = 0; mass < size; mass++) {
            weights[mass] = (float) StrictMath.log1p(mass);
        }
        return weights;
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
            if (facet == Facet.MAIN_PERSON || facet == Facet.MAIN_PLACE) {
                String type = facet == Facet.MAIN_PERSON ? "PERSON" : "PLACE";
                digest.entities().stream()
                        .filter(entity -> entity.type().equals(type))
                        .max(MOST_TOLD)
                        .ifPresent(entity -> keys.add(Keys.of(facet.kind(), entity.id())));
            }
            if (facet == Facet.YEAR) {
                for (Digest.Term term : digest.terms()) {
                    if (keys.size() < MAX_FACET && term.inTitle() + term.inLead() > 0 && isYear(term.text())) {
                        keys.add(Keys.of(facet.kind(), term.text()));
                    }
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
            case AGE, STREET, NUMBER, DAY, YEAR, MAIN_PERSON, MAIN_PLACE -> false;
        };
    }

    private static boolean isYear(String term) {
        return term.length() == 4
                && (term.startsWith("19") || term.startsWith("20"))
                && Character.isDigit(term.charAt(2))
                && Character.isDigit(term.charAt(3));
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
