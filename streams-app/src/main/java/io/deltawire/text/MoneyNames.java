package io.deltawire.text;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which currencies go by one name: "dollars" are those of whichever country the text is about. */
public final class MoneyNames {
    private static final Map<String, Set<String>> NAMES = names();

    private MoneyNames() {}

    private static Map<String, Set<String>> names() {
        Map<String, Set<String>> names = new HashMap<>();
        for (String[] row : Lexicon.rows(MoneyNames.class, "values/en/units.tsv")) {
            String name = row[0].substring(row[0].lastIndexOf(' ') + 1);
            if (row[1].equals("MONEY") && !name.equalsIgnoreCase(row[2])) {
                String singular = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
                names.computeIfAbsent(row[2], code -> new HashSet<>()).add(singular);
            }
        }
        return names;
    }

    /**
     * @param one ISO 4217 code
     * @param other ISO 4217 code
     */
    public static boolean shared(String one, String other) {
        return !Collections.disjoint(NAMES.getOrDefault(one, Set.of()), NAMES.getOrDefault(other, Set.of()));
    }
}
