package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
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
    private static final int LONGEST = 3;

    private final Reading reading;
    private final Lexicons lexicons;

    Titles(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
    }

    /** An office as written at some tokens. */
    record Title(String office, int first, int end) {}

    /** The office that begins at a token, "prime minister", "transport minister", "president-elect"; null when none does. */
    @Nullable
    Title at(int t, int end) {
        boolean begins = lexicons.offices().begins(reading.lower(t));
        if (!begins && !reading.pos(t).startsWith("NN")) {
            return null;
        }
        for (int length = begins ? LONGEST : 0; length >= 1; length--) {
            if (t + length <= end) {
                StringBuilder phrase = new StringBuilder(reading.lower(t));
                for (int k = t + 1; k < t + length; k++) {
                    phrase.append(' ').append(reading.lower(k));
                }
                String office = lexicons.offices().of(phrase.toString());
                if (!office.isEmpty()) {
                    return new Title(office, t, t + length);
                }
            }
        }
        String lower = reading.lower(t);
        boolean department = reading.lower(t + 1).equals("minister") && t + 1 < end && reading.entity(t) == null;
        if (department && Character.isLetter(lower.charAt(0))) {
            return new Title(lower + " minister", t, t + 2);
        }
        int hyphen = lower.lastIndexOf("-elect");
        if (hyphen > 0 && lexicons.offices().has(lower.substring(0, hyphen))) {
            return new Title(lexicons.offices().of(lower.substring(0, hyphen)), t, t + 1);
        }
        return null;
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
                    return entity.type() == EntityType.PERSON && !bare(entity) ? null : entity;
                }
            }
        }
        for (int t = title.first() - 1; t >= Math.max(sentence.firstToken(), title.first() - 4); t--) {
            Entity entity = reading.entity(t);
            if (entity != null) {
                return entity.type() == EntityType.PERSON && !owns(t, title) ? null : entity;
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

    private static boolean bare(Entity entity) {
        return entity.name().indexOf(' ') < 0;
    }
}
