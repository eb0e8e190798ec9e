package io.deltawire.fact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is counted: its canonical class, whether its tally only grows, and its name in a headline. From measures.tsv. */
final class Measures {
    private static final Set<String> FIELDED = Set.of("price", "votes", "rate", "damage");
    private static final Measures SHARED = new Measures(FactResource.lines("measures.tsv"));

    private final Map<String, String> classes = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Set<String> rising = new HashSet<>();
    private final Set<String> moving = new HashSet<>();
    private final Set<String> occasional = new HashSet<>();

    private Measures(List<String> lines) {
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            if (cells.length < 3) {
                throw new IllegalStateException("measures.tsv: " + line);
            }
            classes.put(cells[0], cells[0]);
            labels.put(cells[0], cells[2]);
            if (cells[1].equals("rising")) {
                rising.add(cells[0]);
            } else if (cells[1].equals("moving")) {
                moving.add(cells[0]);
            } else if (cells[1].equals("occasional")) {
                occasional.add(cells[0]);
            }
            if (cells.length > 3) {
                for (String word : cells[3].split(",")) {
                    classes.put(word.strip(), cells[0]);
                }
            }
        }
    }

    static Measures shared() {
        return SHARED;
    }

    /** The class a counted noun stands for; the noun itself when it is in no class. */
    String classOf(String noun) {
        return classes.getOrDefault(noun, noun);
    }

    boolean rising(String measure) {
        return rising.contains(measure);
    }

    /** Whether the measure says too little without what it is of: a class not listed, a price, a vote. */
    boolean needsField(String measure) {
        return !labels.containsKey(measure) || FIELDED.contains(measure);
    }

    /** A noun that the list does not know: by which verb it is told may be left out by another outlet. */
    boolean unlisted(String measure) {
        return !labels.containsKey(measure);
    }

    /** A figure that goes up and down as things go on, so that a later one replaces an earlier one. */
    boolean moving(String measure) {
        return moving.contains(measure);
    }

    /** Counted anew at each of several occasions: the crowd of another day. */
    boolean occasional(String measure) {
        return occasional.contains(measure);
    }

    /** Listed, and neither grows nor moves nor is counted anew: a second figure stands against the first. */
    boolean steady(String measure) {
        return !unlisted(measure) && !rising(measure) && !moving(measure) && !occasional(measure);
    }

    String label(String measure) {
        return labels.getOrDefault(measure, measure);
    }
}
