package io.deltawire.fact;

import java.util.Map;
import java.util.Set;

/** Which step of an event or of somebody's stance naturally follows which. */
final class Progress {
    private static final Map<String, Set<String>> NEXT = Map.of(
            "planned", Set.of("under way", "happened", "postponed", "cancelled"),
            "postponed", Set.of("under way", "happened", "cancelled"),
            "under way", Set.of("happened", "cancelled", "postponed"),
            "happened", Set.of("cancelled"),
            "denied", Set.of("planned", "under way", "happened", "cancelled"),
            "conditional", Set.of("accepts", "rejects", "proposes"),
            "rejects", Set.of("conditional", "undecided"),
            "denies", Set.of("accepts"),
            "undecided", Set.of("accepts", "rejects", "conditional", "proposes", "demands", "denies"));
    private static final Map<String, Set<String>> BACK = Map.of(
            "under way", Set.of("planned"),
            "happened", Set.of("planned", "under way", "postponed"),
            "postponed", Set.of("planned"),
            "cancelled", Set.of("planned", "under way", "postponed", "happened"),
            "accepts", Set.of("undecided", "proposes", "demands"),
            "conditional", Set.of("undecided"));

    private Progress() {}

    static boolean forward(String from, String to) {
        return NEXT.getOrDefault(from, Set.of()).contains(to);
    }

    static boolean backward(String from, String to) {
        return BACK.getOrDefault(from, Set.of()).contains(to);
    }
}
