package io.deltawire.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** STATUS told by scene: what happens to people and things in the course of an event that the text need not name, from courses.tsv. */
final class Courses {
    private static final Map<String, List<Course>> COURSES = load();

    private static final double TOLD = 0.65;

    /** Under the least confidence that moves a fact: it opens one. */
    private static final double HEARD = 0.45;

    private static final int MOST_BETWEEN = 3;
    private static final int GROUPS_BEHIND = 3;

    /** Tokens behind the verb in which the second word of a course is looked for. */
    private static final int FAR = 2 + GROUPS_BEHIND * MOST_BETWEEN + MOST_BETWEEN;

    private static final String SELF = "~self";

    private final Reading reading;
    private final States states;
    private final EventVerbs eventVerbs;

    /**
     * @param heard says only that the event goes on
     * @param nouns whom or what it is told of
     * @param second bit by hash of the second word, all bits where any may be it: most courses are ruled out by it
     */
    private record Course(
            String event,
            String state,
            boolean heard,
            boolean patient,
            Set<String> nouns,
            List<String> words,
            long second) {}

    Courses(Reading reading, States states, EventVerbs eventVerbs) {
        this.reading = reading;
        this.states = states;
        this.eventVerbs = eventVerbs;
    }

    private static Map<String, List<Course>> load() {
        Map<String, Set<String>> nouns = new HashMap<>();
        Map<String, List<Course>> courses = new HashMap<>();
        for (String line : Lexicon.lines("courses")) {
            String[] cells = line.split("\t", -1);
            if (cells[0].equals("noun")) {
                nouns.put(cells[1], Set.of(distinct(cells[2])));
                continue;
            }
            String state = cells[1].replace(" ?", "");
            for (String phrase : distinct(cells[4])) {
                List<String> words = List.of(phrase.split(" "));
                courses.computeIfAbsent(words.get(0), any -> new ArrayList<>())
                        .add(new Course(
                                cells[0],
                                state,
                                cells[1].endsWith("?"),
                                cells[2].equals("patient"),
                                Objects.requireNonNull(nouns.get(cells[3]), cells[3]),
                                words,
                                words.size() == 1 || words.get(1).equals(SELF) ? -1 : bit(words.get(1))));
            }
        }
        return courses;
    }

    private static String[] distinct(String list) {
        return List.of(list.split(",")).stream().map(String::strip).distinct().toArray(String[]::new);
    }

    /** Whether any course is told by a verb. */
    static boolean begins(String lemma) {
        return COURSES.containsKey(lemma);
    }

    void read(Frames frames, Clause clause, boolean history, Claims claims) {
        int verb = clause.verb().head();
        if (clause.negated() || !reading.marked(verb, Marks.COURSE)) {
            return;
        }
        List<Course> known = COURSES.getOrDefault(reading.lemma(verb), List.of());
        long near = near(verb + 1, Math.min(frames.sentence().endToken(), verb + FAR));
        Course best = null;
        Chunk about = null;
        for (Course course : known) {
            boolean longer =
                    best == null || course.words().size() > best.words().size();
            Chunk group = longer && (course.second() & near) != 0 && said(frames, clause, course)
                    ? about(clause, course)
                    : null;
            if (group != null) {
                best = course;
                about = group;
            }
        }
        if (best != null && about != null) {
            add(frames, clause, best, about, history, claims);
        }
    }

    /** Bits of all words among which the second of a course must be. */
    private long near(int from, int end) {
        long bits = Long.MIN_VALUE; // so that a course of one word is among them, too
        for (int t = from; t < end; t++) {
            bits |= bit(reading.lemma(t)) | bit(reading.lower(t));
        }
        return bits;
    }

    private static long bit(String word) {
        return 1L << ((word.hashCode() * 0x9E3779B9) >>> 26);
    }

    private void add(Frames frames, Clause clause, Course course, Chunk group, boolean history, Claims claims) {
        String stands = eventVerbs.value(frames, clause);
        boolean ahead = stands.equals("planned");
        boolean told = stands.equals("happened")
                || (ahead && !course.heard() && !course.state().equals("cancelled"));
        if (!told) {
            return;
        }
        String state = ahead ? "planned" : course.state();
        claims.add(states.draft(frames, clause, course.event(), state, group, history, course.heard() ? HEARD : TOLD));
    }

    /** The group that a course is told of, or null where it is another. */
    private @Nullable Chunk about(Clause clause, Course course) {
        List<Chunk> groups = course.patient() || clause.passive() ? clause.patients() : clause.subjects();
        for (Chunk group : groups) {
            if (course.nouns().contains(reading.lemma(group.head()))) {
                return group;
            }
        }
        return null;
    }

    /** Whether the clause has the words of a course: behind its verb, or behind what the verb is done to. */
    private boolean said(Frames frames, Clause clause, Course course) {
        if (course.words().size() == 1) {
            return clause.lemma().equals(course.words().get(0))
                    && (course.patient() || clause.objects().isEmpty());
        }
        int end = frames.sentence().endToken();
        int verb = clause.verb().head() + 1;
        if (matches(course.words(), verb, end)) {
            return true;
        }
        int behind = clause.objects().isEmpty() || !course.patient()
                ? -1
                : clause.objects().get(clause.objects().size() - 1).end();
        return behind > 0 && behind <= verb + GROUPS_BEHIND * MOST_BETWEEN && matches(course.words(), behind, end);
    }

    private boolean matches(List<String> words, int from, int end) {
        int t = from;
        for (int w = 1; w < words.size(); w++) {
            int between = 0;
            while (t < end && !is(t, words.get(w))) {
                if (++between > MOST_BETWEEN || !light(t)) {
                    return false;
                }
                t++;
            }
            if (t >= end) {
                return false;
            }
            t++;
        }
        return true;
    }

    private boolean is(int t, String word) {
        String lower = reading.lower(t);
        return word.equals(SELF)
                ? lower.endsWith("self") || lower.endsWith("selves")
                : lower.equals(word) || reading.lemma(t).equals(word);
    }

    /** Determiners, possessives, adjectives and adverbs. */
    private boolean light(int t) {
        String pos = reading.pos(t);
        return pos.equals("DT")
                || pos.equals("PRP$")
                || pos.startsWith("JJ")
                || (pos.startsWith("RB") && !reading.lower(t).equals("not"))
                || pos.equals("CC");
    }
}
