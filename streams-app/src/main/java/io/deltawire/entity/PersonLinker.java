package io.deltawire.entity;

import io.deltawire.entity.Catalog.CatalogIndex;
import io.deltawire.entity.LinkingPass.Name;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links persons: full names by catalog and text, then surnames and given names that are short for them. */
final class PersonLinker {
    private final LinkingPass pass;
    private final CatalogIndex catalog;
    private final LocalDate day;

    PersonLinker(LinkingPass pass, CatalogIndex catalog, LocalDate day) {
        this.pass = pass;
        this.catalog = catalog;
        this.day = day;
    }

    /** The person of a name of two words or more, or null for a shorter one. */
    @Nullable
    Draft fullName(Name name) {
        Draft seen = pass.byNormal(name.normal());
        if (seen != null && seen.type == EntityType.PERSON) {
            return seen;
        }
        List<Known> known = catalog.named(name.normal());
        for (Known candidate : known) {
            if (candidate.entry().type() == EntityType.PERSON) {
                return Draft.of(candidate);
            }
        }
        List<String> parts = NameKeys.personParts(name.normal());
        if (parts.size() < 2) {
            return null;
        }
        for (Draft draft : pass.drafts().values()) {
            if (draft.isFullName() && PersonNames.samePerson(parts, draft.parts)) {
                return draft;
            }
        }
        for (Known candidate : catalog.surnamed(parts.get(parts.size() - 1))) {
            List<String> other =
                    NameKeys.personParts(NameKeys.normal(candidate.entry().name()));
            if (other.size() > 1 && PersonNames.samePerson(parts, other)) {
                return Draft.of(candidate);
            }
        }
        return isBroken(name) ? null : pass.fresh(name);
    }

    /** No surname ends a name in lower case: "Zel positronkyy" waits for {@link Garbles}. */
    private static boolean isBroken(Name name) {
        String surface = name.surface();
        int space = surface.lastIndexOf(' ');
        return space > 0 && space + 1 < surface.length() && Character.isLowerCase(surface.charAt(space + 1));
    }

    /** The person a surname or given name is short for: in the text, else a leader known by surname. Null for none. */
    @Nullable
    Draft shortName(Name name) {
        List<String> parts = NameKeys.personParts(name.normal());
        if (parts.isEmpty() || parts.size() > 2 || name.normal().startsWith("^")) {
            return null;
        }
        String word = name.normal();
        boolean person = name.type() == EntityType.PERSON;
        if (!person && !catalog.named(word).isEmpty()) {
            return null;
        }
        Draft bearer = bearer(name, word, true);
        if (bearer != null || (!person && parts.size() > 1)) {
            return bearer;
        }
        Known leader = leader(word);
        if (leader != null) {
            return Draft.of(leader);
        }
        Draft given = parts.size() == 1 && (person || pass.hasGivenTitle(name)) ? bearer(name, word, false) : null;
        return given == null && pass.hasGivenTitle(name) ? titledGiven(word) : given;
    }

    /** The full-named person of the text who bears a surname (or given name): the last one named before, else the first after. */
    private @Nullable Draft bearer(Name name, String word, boolean surname) {
        Draft best = null;
        int last = -1;
        int bearers = 0;
        for (Draft draft : pass.drafts().values()) {
            if (!draft.isFullName()) {
                continue;
            }
            boolean fits = surname ? endsWith(draft, word) : draft.parts.get(0).equals(word);
            if (!fits) {
                continue;
            }
            bearers++;
            int before = draft.lastNamedBefore(name.first());
            if (best == null || before > last) {
                best = draft;
                last = before;
            }
        }
        // A given name by itself is sure only where one person bears it.
        return surname || bearers == 1 ? best : null;
    }

    /** "Merkel" and "von der Leyen" end their full names; so do other spellings of one word. */
    private boolean endsWith(Draft draft, String word) {
        if (word.indexOf(' ') >= 0) {
            return draft.normal.endsWith(" " + word) || draft.surname().equals(word);
        }
        String surname = draft.surname();
        String lastPart = draft.parts.get(draft.parts.size() - 1);
        return PersonNames.sameSurname(word, lastPart)
                || surname.equals(word)
                || lastOf(surname).equals(word);
    }

    private static String lastOf(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }

    /** Whom readers know by surname at the time; of several, the one in office. */
    private @Nullable Known leader(String word) {
        Known best = null;
        for (Known candidate : catalog.surnamed(word)) {
            if (!candidate.alone() || !PersonNames.sameSurname(word, candidate.surname())) {
                continue;
            }
            if (best == null || (!best.inOffice(day) && candidate.inOffice(day))) {
                best = candidate;
            }
        }
        return best;
    }

    /** "Sir Keir": the only one in the catalog with that given name and, in the text, nobody else. */
    private @Nullable Draft titledGiven(String given) {
        List<Known> bearers = catalog.given(given);
        return bearers.size() == 1 ? Draft.of(bearers.get(0)) : null;
    }
}
