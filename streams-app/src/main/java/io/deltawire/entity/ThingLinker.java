package io.deltawire.entity;

import io.deltawire.entity.Catalog.CatalogIndex;
import io.deltawire.entity.LinkingPass.Name;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Links organisations, places and other names: by catalog, acronym, or as the short form of a longer name of the text. */
final class ThingLinker {
    private static final Set<String> SMALL_WORDS =
            Set.of("of", "the", "and", "for", "on", "in", "de", "du", "la", "to", "a");

    private final LinkingPass pass;
    private final CatalogIndex catalog;

    ThingLinker(LinkingPass pass, CatalogIndex catalog) {
        this.pass = pass;
        this.catalog = catalog;
    }

    /** The catalog's entity for a name; for a longer name that it lacks a new one; null where it may be short for another. */
    @Nullable
    Draft wellKnown(Name name) {
        List<Known> known = catalog.named(name.normal());
        if (!known.isEmpty()) {
            Known chosen = choose(known, name);
            if (chosen != null) {
                return Draft.of(chosen);
            }
        }
        Draft seen = pass.byNormal(name.normal());
        return seen != null || name.end() - name.first() < 2 ? seen : pass.fresh(name);
    }

    /** Among places of one name the region or country named with it, else the largest; a person only where tagged so. */
    private @Nullable Known choose(List<Known> known, Name name) {
        Known best = null;
        int bestScore = -1;
        for (Known candidate : known) {
            EntityType type = candidate.entry().type();
            boolean city = type == EntityType.PLACE && candidate.people() < 1_000;
            if (type == EntityType.PERSON && name.end() - name.first() < 2) {
                continue;
            }
            if (city && name.type() == EntityType.OTHER) {
                continue;
            }
            int score = Math.max(1, candidate.people()) + (pass.isNear(name, candidate) ? 1_000_000 : 0);
            score += type == name.type() ? 10_000 : 0;
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** An acronym of a name of the text, or the first words of one ("Acme" for "Acme Corp"). */
    @Nullable
    Draft inText(Name name) {
        Draft seen = pass.byNormal(name.normal());
        if (seen != null) {
            return seen;
        }
        String normal = name.normal();
        boolean acronym = normal.startsWith("^") && normal.length() > 2;
        String letters = acronym ? normal.substring(1) : "";
        for (Draft draft : pass.drafts().values()) {
            if (draft.type == EntityType.PERSON || (draft.type == EntityType.PLACE && !acronym)) {
                continue;
            }
            boolean shortFor = acronym
                    ? letters.equals(initials(draft.name()))
                    : normal.length() > 3 && draft.normal.startsWith(normal + " ");
            if (shortFor) {
                return draft;
            }
        }
        return null;
    }

    /** "rail workers' union" gives "rwu"; small words do not count. */
    private static String initials(String name) {
        StringBuilder out = new StringBuilder();
        String lower = NameKeys.lower(NameKeys.unaccented(name));
        int from = 0;
        while (from < lower.length()) {
            int end = from;
            while (end < lower.length() && lower.charAt(end) != ' ' && lower.charAt(end) != '-') {
                end++;
            }
            if (end > from
                    && Character.isLetter(lower.charAt(from))
                    && !SMALL_WORDS.contains(lower.substring(from, end))) {
                out.append(lower.charAt(from));
            }
            from = end + 1;
        }
        return out.length() < 2 ? "" : out.toString();
    }
}
