package io.deltawire.entity;

import io.deltawire.entity.Catalog.CatalogIndex;
import io.deltawire.text.Document;
import io.deltawire.text.Token;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The linking of one document: full names first, then what may be short for them, then demonyms. */
final class LinkingPass {
    private final Document document;
    private final CatalogIndex catalog;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Draft> byNormal = new LinkedHashMap<>();
    private final BitSet taken;
    private final PersonLinker persons;
    private final ThingLinker things;

    /** A name of the text, trimmed: tokens [first, end). */
    record Name(int first, int end, EntityType type, String surface, String normal, int begin, int endChar) {}

    LinkingPass(Document document, CatalogIndex catalog) {
        this.document = document;
        this.catalog = catalog;
        taken = new BitSet(document.tokens().size());
        LocalDate day = document.publishedAt().atZone(ZoneOffset.UTC).toLocalDate();
        persons = new PersonLinker(this, catalog, day);
        things = new ThingLinker(this, catalog);
    }

    void names(List<NameSpan> spans) {
        List<Name> names = new NameCollector(document, catalog).collect(spans);
        List<Name> open = new ArrayList<>();
        for (Name name : names) {
            Draft draft = name.type() == EntityType.PERSON ? persons.fullName(name) : things.wellKnown(name);
            if (draft == null) {
                open.add(name);
            } else {
                attach(draft, name);
            }
        }
        List<Name> rest = new ArrayList<>();
        for (Name name : open) {
            Draft draft = persons.shortName(name);
            draft = draft == null && name.type() != EntityType.PERSON ? things.inText(name) : draft;
            if (draft == null) {
                rest.add(name);
            } else {
                attach(draft, name);
            }
        }
        for (Name name : rest) {
            Draft draft = byNormal.get(name.normal());
            if (draft == null && Garbles.attach(document, name, this)) {
                continue;
            }
            attach(draft == null ? fresh(name) : draft, name);
        }
        demonyms();
    }

    /** An entity that neither catalog nor text knew: its id comes from type and normal name. */
    Draft fresh(Name name) {
        boolean person = name.type() == EntityType.PERSON;
        StringBuilder key = new StringBuilder();
        if (person) {
            // Spelling-blind, so that Sergei and Sergey Ivanov of two texts are one.
            NameKeys.personParts(name.normal())
                    .forEach(part -> key.append(key.length() == 0 ? "" : " ").append(NameKeys.sound(part)));
        }
        String id = NameKeys.prefix(name.type()) + NameKeys.slug(person ? key.toString() : name.normal());
        Draft draft = drafts.get(id);
        return draft == null ? new Draft(id, name.surface(), name.type(), null) : draft;
    }

    void attach(Draft draft, Name name) {
        mention(draft, name.first(), name.end(), Mention.Form.NAME);
        byNormal.putIfAbsent(name.normal(), drafts.getOrDefault(draft.id, draft));
    }

    /** Adds a mention unless its tokens are spoken for. */
    void mention(Draft draft, int first, int end, Mention.Form form) {
        int next = taken.nextSetBit(first);
        if (next >= 0 && next < end) {
            return;
        }
        taken.set(first, end);
        Draft own = drafts.computeIfAbsent(draft.id, id -> draft);
        int begin = document.tokens().get(first).begin();
        int endChar = document.tokens().get(end - 1).end();
        own.mention(first, end, begin, endChar, form, document.text().substring(begin, endChar));
        own.gender = own.gender == 0 ? NameCollector.genderBefore(document, first) : own.gender;
    }

    private void demonyms() {
        List<Token> tokens = document.tokens();
        for (int t = 0; t < tokens.size(); t++) {
            if (taken.get(t) || !tokens.get(t).word().isCapital()) {
                continue;
            }
            String text = tokens.get(t).text();
            Known known = null;
            int end = t + 1;
            if (end < tokens.size() && !taken.get(end)) {
                known = catalog.demonym(text + " " + tokens.get(end).text());
                end += known == null ? 0 : 1;
            }
            known = known == null ? catalog.demonym(text) : known;
            if (known != null) {
                mention(Draft.of(known), t, end, Mention.Form.DEMONYM);
            }
        }
    }

    /** Whether a place's region or country follows its name: "Paris, Texas". */
    boolean isNear(Name name, Known place) {
        List<Token> tokens = document.tokens();
        if (place.people() == 0
                || name.end() + 1 >= tokens.size()
                || !tokens.get(name.end()).text().equals(",")) {
            return false;
        }
        int begin = tokens.get(name.end() + 1).begin();
        String region =
                "region:" + place.entry().country().replace("country:", "") + "-" + NameKeys.lower(place.region());
        for (int end = name.end() + 2; end <= Math.min(tokens.size(), name.end() + 4); end++) {
            String phrase = document.text().substring(begin, tokens.get(end - 1).end());
            for (Known known : catalog.named(NameKeys.normal(phrase))) {
                String id = known.entry().id();
                if (id.equals(place.entry().country()) || id.equals(region)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A title such as "Sir" stands before, behind which a given name may stand alone. */
    boolean hasGivenTitle(Name name) {
        return name.first() > 0
                && NameLists.ENGLISH
                        .title(document.tokens().get(name.first() - 1).lower())
                        .contains("given");
    }

    @Nullable
    Draft byNormal(String normal) {
        return byNormal.get(normal);
    }

    Map<String, Draft> drafts() {
        return drafts;
    }

    boolean isTaken(int token) {
        return taken.get(token);
    }

    CatalogIndex catalog() {
        return catalog;
    }

    Entities entities() {
        List<Entity> all = drafts.values().stream()
                .filter(draft -> !draft.mentions().isEmpty())
                .sorted(Comparator.comparingInt(Draft::firstToken))
                .map(Draft::entity)
                .toList();
        return new Entities(all);
    }
}
