package io.deltawire.entity;

import io.deltawire.text.Lexicon;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the lists that ship with deltawire into one index; see each file's header for where it comes from. */
final class CatalogFiles {
    private static final Set<String> REGIONED = Set.of("us", "ca", "au", "gb");

    private final Map<String, Known> byId = new LinkedHashMap<>();
    private final Map<String, String> idOfPerson = new HashMap<>();
    private final Map<String, Known> demonyms = new HashMap<>();
    private final Set<String> sharedDemonyms = new HashSet<>();
    private final Map<String, String[]> demonymsOf = new LinkedHashMap<>();

    private CatalogFiles() {}

    static Catalog.CatalogIndex load() {
        CatalogFiles files = new CatalogFiles();
        files.countries();
        files.regions();
        files.cities();
        files.people("people.tsv");
        files.leaders();
        files.organisations();
        files.additions();
        files.demonyms();
        return new Catalog.CatalogIndex(files.byId.values(), files.demonyms);
    }

    private static List<String[]> rows(String file) {
        return Lexicon.rows(CatalogFiles.class, "catalog/" + file);
    }

    private void countries() {
        for (String[] row : rows("countries.tsv")) {
            String id = "country:" + row[0];
            put(id, row[1], EntityType.PLACE, split(row[2]), id, "", 100_000);
            demonymsOf.put(id, row[3].split("\\|", -1));
        }
    }

    private void regions() {
        for (String[] row : rows("regions.tsv")) {
            String id = "region:" + row[0] + "-" + row[1].toLowerCase(Locale.ROOT);
            // A state of a federation outranks towns of its name; elsewhere the name means the town.
            int people = REGIONED.contains(row[0]) ? 3_000 : 5;
            put(id, row[2], EntityType.PLACE, List.of(), "country:" + row[0], row[1], people);
        }
    }

    private void cities() {
        for (String[] row : rows("cities.tsv")) {
            String region = REGIONED.contains(row[1]) ? "-" + row[2].toLowerCase(Locale.ROOT) : "";
            String id = "city:" + NameKeys.slug(NameKeys.normal(row[0])) + "-" + row[1] + region;
            // Largest first: a smaller place of the same name and region is not told apart.
            if (!byId.containsKey(id)) {
                put(id, row[0], EntityType.PLACE, List.of(), "country:" + row[1], row[2], Integer.parseInt(row[3]));
            }
        }
    }

    private void people(String file) {
        for (String[] row : rows(file)) {
            boolean alone = row[2].endsWith("*");
            String surname = alone ? row[2].substring(0, row[2].length() - 1) : row[2];
            LocalDate since = row[5].isEmpty() ? LocalDate.MIN : LocalDate.parse(row[5]);
            LocalDate until = row[6].isEmpty() ? LocalDate.MAX : LocalDate.parse(row[6]);
            person(row[0], row[1], surname, alone, row[3], row[4], since, until);
        }
    }

    private void leaders() {
        for (String[] row : rows("leaders.tsv")) {
            LocalDate since = row[5].isEmpty() ? LocalDate.MIN : LocalDate.parse(row[5]);
            // A leader's surname stands alone where it is long enough not to be many others' name too.
            boolean alone = row[2].length() >= 6 && row[2].indexOf(' ') < 0 && row[2].indexOf('-') < 0;
            person(row[0], row[1], row[2], alone, row[3], row[4], since, LocalDate.MAX);
        }
    }

    private void person(
            String name,
            String aliases,
            String surname,
            boolean alone,
            String country,
            String office,
            LocalDate since,
            LocalDate until) {
        String normal = NameKeys.normal(name);
        List<String> others = split(aliases);
        for (String spelling : concat(name, others)) {
            if (idOfPerson.containsKey(NameKeys.normal(spelling))) {
                return;
            }
        }
        String id = "person:" + NameKeys.slug(normal);
        concat(name, others).forEach(spelling -> idOfPerson.put(NameKeys.normal(spelling), id));
        CatalogEntry entry = new CatalogEntry(
                id, name, EntityType.PERSON, others, country.isEmpty() ? "" : "country:" + country, Instant.MIN);
        byId.put(id, new Known(entry, NameKeys.normal(surname), alone, office, since, until, "", 0));
    }

    private void organisations() {
        for (String[] row : rows("organisations.tsv")) {
            String country = row.length > 2 && !row[2].isEmpty() ? "country:" + row[2] : "";
            put(
                    "org:" + NameKeys.slug(NameKeys.normal(row[0])),
                    row[0],
                    EntityType.ORGANISATION,
                    split(row[1]),
                    country,
                    "",
                    0);
        }
    }

    private void additions() {
        for (String[] row : rows("additions.tsv")) {
            String country = row[4].isEmpty() ? "" : "country:" + row[4];
            Known before = byId.get(row[0]);
            Set<String> aliases = new LinkedHashSet<>(
                    before == null ? List.of() : before.entry().aliases());
            aliases.addAll(split(row[3]));
            if (before != null) {
                aliases.add(before.entry().name());
                aliases.remove(row[2]);
            }
            put(
                    row[0],
                    row[2],
                    EntityType.valueOf(row[1]),
                    List.copyOf(aliases),
                    country,
                    before == null ? "" : before.region(),
                    before == null ? 1_000 : before.people());
            if (row.length > 5) {
                for (String demonym : split(row[5])) {
                    Known known = byId.get(row[0]);
                    if (known != null) {
                        demonyms.put(demonym, known);
                    }
                }
            }
        }
    }

    /** Demonyms of the generated list, unless two countries share one ("Congolese") or a hand-made row has it. */
    private void demonyms() {
        Map<String, String> owner = new HashMap<>();
        demonymsOf.forEach((id, words) -> {
            for (String word : words) {
                String other = owner.putIfAbsent(word, id);
                if (other != null && !other.equals(id)) {
                    sharedDemonyms.add(word);
                }
            }
        });
        owner.forEach((word, id) -> {
            Known known = byId.get(id);
            if (!word.isEmpty() && !sharedDemonyms.contains(word) && known != null) {
                demonyms.putIfAbsent(word, known);
            }
        });
    }

    private void put(
            String id, String name, EntityType type, List<String> aliases, String country, String region, int people) {
        CatalogEntry entry = new CatalogEntry(id, name, type, aliases, country, Instant.MIN);
        byId.put(id, new Known(entry, "", false, "", LocalDate.MIN, LocalDate.MAX, region, people));
    }

    private static List<String> concat(String first, List<String> rest) {
        List<String> all = new ArrayList<>(rest);
        all.add(0, first);
        return all;
    }

    private static List<String> split(String piped) {
        return piped.isEmpty() ? List.of() : Arrays.asList(piped.split("\\|", -1));
    }
}
