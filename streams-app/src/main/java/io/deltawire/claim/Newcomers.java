package io.deltawire.claim;

import io.deltawire.entity.Attribution;
import io.deltawire.entity.Entity;
import io.deltawire.entity.Mention;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who most likely follows somebody that is said to leave an office, where no verb of appointing tells it: the one other person who comes up
 * beside the departure, in a sentence with a word of taking over or of what is taken over ("dismissed Karl Moe; Dana Wells leads the firm from
 * today", "Rui Lopes, so far in sales, has her job"). Serves one article.
 */
final class Newcomers {
    private static final Set<String> CUES =
            Set.of("appoint", "take", "give", "follow", "coming", "charge", "lead", "seat");

    private final Reading reading;
    private final Tenures tenures;
    private final Set<Entity> followed = new HashSet<>();
    private @Nullable Newcomer before;
    private int beforeAt = -2;

    Newcomers(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.tenures = new Tenures(reading, lexicons);
    }

    /** Somebody who comes up for the first time. */
    record Newcomer(Cast.Person person, int sentence) {}

    /** That the text has told who follows somebody. */
    void follows(@Nullable Entity outgoing) {
        if (outgoing != null) {
            followed.add(outgoing);
        }
    }

    /**
     * The newcomer of a sentence or of the one before it.
     *
     * @param gone who left in this sentence or in the one before; null for nobody
     */
    Cast.@Nullable Person of(Frames frames, Cast cast, Departures.@Nullable Departure gone) {
        int sentence = frames.sentence().index();
        Newcomer here = cued(frames) ? alone(frames, cast, gone) : null;
        Newcomer last = sentence - beforeAt <= 1 ? before : null;
        if (!cast.persons().isEmpty()) {
            before = here;
            beforeAt = sentence;
        }
        if (gone == null || followed.contains(gone.person())) {
            return null;
        }
        Newcomer found = here != null ? here : gone.sentence() == sentence ? last : null;
        if (found == null || found.person().entity().equals(gone.person())) {
            return null;
        }
        followed.add(gone.person());
        return found.person();
    }

    private boolean cued(Frames frames) {
        for (int t = frames.sentence().firstToken(); t < frames.sentence().endToken(); t++) {
            for (String cue : CUES) {
                if (!reading.lemma(t).equals("be") && tenures.is(t, cue)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The one person of a sentence that the text has not named before, who neither leaves nor speaks; null for none or several. */
    private @Nullable Newcomer alone(Frames frames, Cast cast, Departures.@Nullable Departure gone) {
        Cast.Person found = null;
        for (Cast.Person person : cast.persons()) {
            boolean leaves = gone != null && person.entity().equals(gone.person());
            boolean other = person.named() && !person.owns() && !leaves && isNew(frames, person) && !speaks(person);
            if (other && found != null && !found.entity().equals(person.entity())) {
                return null;
            }
            found = other && found == null ? person : found;
        }
        return found == null ? null : new Newcomer(found, frames.sentence().index());
    }

    private boolean isNew(Frames frames, Cast.Person person) {
        int begin = reading.token(frames.sentence().firstToken()).begin();
        int body = reading.document().sentences().stream()
                .filter(sentence -> !sentence.headline())
                .mapToInt(sentence -> reading.token(sentence.firstToken()).begin())
                .findFirst()
                .orElse(0);
        for (Mention mention : person.entity().mentions()) {
            if (mention.begin() >= body && mention.begin() < begin) {
                return false;
            }
        }
        return true;
    }

    private boolean speaks(Cast.Person person) {
        int begin = reading.token(person.first()).begin();
        int end = reading.token(person.end() - 1).end();
        for (Attribution said : reading.attributions()) {
            if (said.sourceBegin() < end && begin < said.sourceEnd()) {
                return true;
            }
        }
        return false;
    }
}
