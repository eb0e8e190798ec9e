package io.deltawire.story;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Turns a digest into what is compared: weighted terms, and facets. */
final class Vectoriser {
    static final int MAX_TERMS = 96;
    private static final int MAX_LEAD = 32;
    private static final int MAX_FACET = 24;
    /** Some 2,700 years: how far two days are apart is a number too. */
    private static final long FARTHEST_DAY = 1_000_000;

    private static final int TITLE = 3;
    private static final int LEAD = 2;
    /** What a word that counts so often weighs. */
    private static final float[] WEIGHTS = weights(128);

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
                Signature.bytes(digest.signature()));
    }

    private Vector terms(List<Digest.Term> terms, int limit, boolean titleOnly) {
        int[] keys = new int[terms.size()];
        float[] weights = new float[terms.size()];
        int said = 0;
        for (Digest.Term term : terms) {
            int mass = titleOnly ? term.inTitle() : term.inBody() + LEAD * term.inLead() + TITLE * term.inTitle();
            if (mass > 0) {
                keys[said] = Keys.of('t', term.text());
                weights[said++] = titleOnly ? 1 : weight(mass);
            }
        }
        float[] rarities = frequencies.rarities(keys, said);
        int count = 0;
        for (int i = 0; i < said; i++) {
            if (rarities[i] > 0) {
                keys[count] = keys[i];
                weights[count++] = rarities[i] * weights[i];
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
        KeySet keys = new KeySet();
        for (Facet facet : Facet.ALL) {
            switch (facet) {
                case MAIN_PERSON -> main(digest, "PERSON", facet, keys);
                case MAIN_PLACE -> main(digest, "PLACE", facet, keys);
                case AGE, STREET, NUMBER -> details(digest, facet, keys);
                case YEAR -> years(digest, facet, keys);
                case DAY -> digest.days().forEach(day -> keys.add(number(day)));
                case FIGURE -> figures(digest, facet, keys);
                default -> names(digest, facet, keys);
            }
            facets[facet.index] = keys.take();
        }
        return facets;
    }

    private static void names(Digest digest, Facet facet, KeySet keys) {
        for (Digest.EntityWeight entity : digest.entities()) {
            if (belongs(entity, facet)) {
                keys.add(facet, entity.id());
            }
        }
    }

    private static void details(Digest digest, Facet facet, KeySet keys) {
        for (String number : digest.numbers()) {
            if (number.startsWith(prefix(facet))) {
                keys.add(facet, number);
            }
        }
    }

    /** Days since 1970; a text may speak of a day that no number of days reaches. */
    private static int number(LocalDate day) {
        return (int) Math.max(-FARTHEST_DAY, Math.min(FARTHEST_DAY, day.toEpochDay()));
    }

    /** Of this event: a text that recalls another tells of the same things with other figures. */
    private static void figures(Digest digest, Facet facet, KeySet keys) {
        for (Claim claim : digest.claims()) {
            if (claim.kind() == Kind.QUANTITY && !claim.cues().contains(Claim.Cue.HISTORY)) {
                keys.add(facet, claim.subject().toLowerCase(Locale.ROOT) + "=" + claim.value());
            }
        }
    }

    private static void years(Digest digest, Facet facet, KeySet keys) {
        for (Digest.Term term : digest.terms()) {
            if (term.inTitle() + term.inLead() > 0 && isYear(term.text())) {
                keys.add(facet, term.text());
            }
        }
    }

    /** The entity of a type that is told of most; ties fall to the smaller id. */
    private static void main(Digest digest, String type, Facet facet, KeySet keys) {
        String id = "";
        int most = 0;
        for (Digest.EntityWeight entity : digest.entities()) {
            int told = entity.mentions() + (entity.inTitle() ? 3 : 0) + (entity.inLead() ? 1 : 0);
            if (entity.type().equals(type)
                    && (told > most || (told == most && entity.id().compareTo(id) < 0))) {
                most = told;
                id = entity.id();
            }
        }
        if (most > 0) {
            keys.add(facet, id);
        }
    }

    /** The keys of one facet: the first so many, none twice. */
    private static final class KeySet {
        private final int[] keys = new int[MAX_FACET];
        private int size;

        void add(Facet facet, String value) {
            add(Keys.of(facet.kind(), value));
        }

        void add(int key) {
            if (size == MAX_FACET) {
                return;
            }
            for (int i = 0; i < size; i++) {
                if (keys[i] == key) {
                    return;
                }
            }
            keys[size++] = key;
        }

        /** Ascending; the set is empty after. */
        int[] take() {
            int[] taken = Arrays.copyOf(keys, size);
            Arrays.sort(taken);
            size = 0;
            return taken;
        }
    }

    private static boolean belongs(Digest.EntityWeight entity, Facet facet) {
        return switch (facet) {
            case PERSON, PLACE, ORGANISATION -> entity.type().equals(facet.name());
            case LEAD_NAME -> entity.inTitle() || entity.inLead();
            case TITLE_NAME -> entity.inTitle();
            default -> true;
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
