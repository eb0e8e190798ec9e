package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.entity.Mention;
import io.deltawire.text.Sentence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Offices as they are written, and the body or country they are of. */
final class Titles {
    private static final Set<String> FORMER = Set.of(
            "former",
            "ex",
            "late",
            "outgoing",
            "ousted",
            "deposed",
            "then",
            "onetime",
            "one-time",
            "past",
            "previous",
            "disgraced",
            "retired",
            "vice",
            "deputy",
            "assistant");
    private static final int LONGEST = 4;
    private static final String CHIEF = "chief";
    private static final String ELECT = "-elect";

    private static final Set<String> GENERAL = Set.of("chief", "head", "leader", "director");

    /** Second words of an open class: "transport minister", "rescue chief", "police commissioner". */
    static final Set<String> DEPARTMENTS = Set.of("minister", "secretary", "chief", "commissioner", "director");

    /** Last words of "chief sanitary doctor", "chief medical officer". */
    private static final Set<String> CHIEFS = Set.of(
            "doctor",
            "officer",
            "scientist",
            "inspector",
            "economist",
            "engineer",
            "surgeon",
            "veterinarian",
            "vet",
            "negotiator",
            "rabbi",
            "investigator",
            "physician",
            "medic",
            "epidemiologist",
            "architect",
            "accountant",
            "secretary",
            "strategist",
            "mediator",
            "meteorologist",
            "prosecutor",
            "judge",
            "coroner",
            "instructor",
            "selector",
            "pilot",
            "scout",
            "librarian",
            "curator",
            "mufti",
            "auditor",
            "statistician",
            "hydrologist");

    /** Offices of a state, which the adjective of a country before them is: "French president", but not "French coach". */
    private static final Set<String> OF_STATE = Set.of(
            "president",
            "vice president",
            "prime minister",
            "chancellor",
            "attorney general",
            "king",
            "queen",
            "emperor",
            "supreme leader",
            "taoiseach",
            "opposition leader",
            "speaker",
            "chief justice",
            "army chief",
            "central bank governor",
            "ambassador",
            "chief of staff",
            "leader",
            "special envoy");

    private final Reading reading;
    private final Lexicons lexicons;

    /** By token, where the text it was last looked for in ends, and what was found there. */
    private final int[] ends;

    private final @Nullable Title[] known;

    Titles(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.ends = new int[reading.size()];
        this.known = new Title[reading.size()];
    }

    /** An office as written at some tokens. */
    record Title(String office, int first, int end) {}

    /** Whether an office may begin with a word by itself; {@link #DEPARTMENTS} do so with any before them. */
    static boolean mayBegin(Lexicons lexicons, String lower) {
        return lexicons.offices().begins(lower) || lower.equals(CHIEF) || lower.indexOf(ELECT) > 0;
    }

    /** The office that begins at a token, "prime minister", "transport minister", "president-elect"; null when none does. */
    @Nullable
    Title at(int t, int end) {
        if (!reading.marked(t, Marks.OFFICE) && !reading.marked(t + 1, Marks.DEPARTMENT)) {
            return null;
        }
        if (t < 0 || t >= ends.length || end <= t) {
            return find(t, end);
        }
        if (ends[t] != end) {
            known[t] = find(t, end);
            ends[t] = end;
        }
        return known[t];
    }

    private @Nullable Title find(int t, int end) {
        boolean begins = lexicons.offices().begins(reading.lower(t));
        if (!begins && !reading.pos(t).startsWith("NN")) {
            return null;
        }
        String lower = reading.lower(t);
        boolean goesOn = begins
                && reading.marked(t + 1, Marks.OFFICE_REST)
                && lexicons.offices().leads(lower);
        int longest = !begins ? 0 : goesOn ? LONGEST : 1;
        for (int length = longest; length >= 1; length--) {
            if (t + length <= end) {
                String office = lexicons.offices().of(phrase(t, t + length));
                // "chief economist" is an office of its own
                boolean part = length == 1
                        && office.equals(CHIEF)
                        && reading.pos(t + 1).startsWith("NN")
                        && reading.entity(t + 1) == null;
                if (!office.isEmpty() && !part) {
                    return new Title(office, t, t + length);
                }
            }
        }
        boolean department = t + 1 < end && DEPARTMENTS.contains(reading.lower(t + 1)) && reading.entity(t) == null;
        if (department && Character.isLetter(lower.charAt(0)) && reading.pos(t).startsWith("NN")) {
            return new Title(lower + " " + reading.lower(t + 1), t, t + 2);
        }
        boolean chief = lower.equals(CHIEF) && t + 2 < end && CHIEFS.contains(reading.lower(t + 2));
        if (chief || (lower.equals(CHIEF) && t + 1 < end && CHIEFS.contains(reading.lower(t + 1)))) {
            int last = chief ? t + 2 : t + 1;
            return new Title(reading.text(t, last + 1).toLowerCase(java.util.Locale.ROOT), t, last + 1);
        }
        int hyphen = lower.indexOf('-') > 0 ? lower.lastIndexOf(ELECT) : -1;
        if (hyphen > 0 && lexicons.offices().has(lower.substring(0, hyphen))) {
            return new Title(lexicons.offices().of(lower.substring(0, hyphen)), t, t + 1);
        }
        return null;
    }

    private String phrase(int first, int end) {
        if (end - first == 1) {
            return reading.lower(first);
        }
        StringBuilder phrase = new StringBuilder(reading.lower(first));
        for (int k = first + 1; k < end; k++) {
            phrase.append(' ').append(reading.lower(k));
        }
        return phrase.toString();
    }

    /** "Chief", "head", "director": stands for any office that an article has named before. */
    static boolean general(Title title) {
        return GENERAL.contains(title.office());
    }

    /** Whether a sentence may name an office. */
    boolean in(Sentence sentence) {
        return reading.marked(sentence, Marks.OFFICE | Marks.DEPARTMENT);
    }

    boolean former(Sentence sentence, Title title) {
        for (int t = title.first() - 1; t >= Math.max(sentence.firstToken(), title.first() - 3); t--) {
            if (FORMER.contains(reading.lower(t))) {
                return true;
            }
        }
        return false;
    }

    /** "chief executive of Orion", "Orion's chief executive", "Ukrainian President"; null when the sentence does not say. */
    @Nullable
    Entity bodyOf(Sentence sentence, Title title) {
        if (reading.lower(title.end()).equals("of")
                || reading.lower(title.end()).equals("for")
                || reading.lower(title.end()).equals("at")) {
            for (int t = title.end() + 1; t < Math.min(sentence.endToken(), title.end() + 5); t++) {
                Entity entity = reading.entity(t);
                if (entity != null) {
                    boolean person = entity.type() == EntityType.PERSON && !bare(entity);
                    return person || !fits(t, title) ? null : entity;
                }
            }
        }
        for (int t = title.first() - 1; t >= Math.max(sentence.firstToken(), title.first() - 4); t--) {
            Entity entity = reading.entity(t);
            if (entity != null) {
                boolean person = entity.type() == EntityType.PERSON && !owns(t, title);
                return person || !fits(t, title) ? null : entity;
            }
            String pos = reading.pos(t);
            if (!pos.startsWith("JJ")
                    && !pos.startsWith("NN")
                    && !pos.equals("POS")
                    && !reading.lower(t).endsWith("s")) {
                return null;
            }
        }
        return null;
    }

    /** "Estara's prime minister": who has a minister is no person, whatever the tagger took it for. */
    boolean owns(int t, Title title) {
        return reading.pos(t + 1).equals("POS") && t + 2 >= title.first() - 2;
    }

    /**
     * Whether an office can be of the entity at a token: not "Portuguese" of a Portuguese coach or of a Portuguese town's mayor, nor
     * the place that a bare "Union" or "Club" before a title is taken for.
     */
    boolean fits(int t, Title title) {
        Mention mention = reading.mention(t);
        boolean demonym = mention != null && mention.form() == Mention.Form.DEMONYM;
        if (demonym) {
            boolean state = OF_STATE.contains(title.office())
                    || title.office().endsWith(" minister")
                    || title.office().endsWith(" secretary");
            boolean before = t < title.first();
            boolean noun = reading.pos(t + 1).startsWith("NN") && !before;
            return state && !noun;
        }
        boolean single = mention != null && mention.endToken() - mention.firstToken() == 1;
        Entity entity = reading.entity(t);
        boolean place = entity != null && entity.type() == EntityType.PLACE;
        return !(single && place && lexicons.holders().has(reading.lower(t)) && t + 1 == title.first());
    }

    private static boolean bare(Entity entity) {
        return entity.name().indexOf(' ') < 0;
    }
}
