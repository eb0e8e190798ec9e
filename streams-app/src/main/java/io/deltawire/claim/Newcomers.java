package io.deltawire.claim;

import io.deltawire.entity.Attribution;
import io.deltawire.entity.Entity;
import io.deltawire.entity.Mention;
import io.deltawire.text.Sentence;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who most likely follows somebody that is said to leave an office, where no verb of appointing tells it: the one other person who comes up
 * beside the departure, in a sentence with a word of taking over or of what is taken over ("dismissed Karl Moe; Dana Wells leads the firm from
 * today", "Rui Lopes, so far in sales, has her job"). Serves one article.
 */
final class Newcomers {
    /** Classes of tenures.tsv that tell of a change of office wherever in the sentence they stand. */
    private static final Set<String> CUES = Set.of("appoint", "take", "give", "follow", "charge", "seat");

    /** Words between "new" and the name: "the new state commissioner for health, Emeka Okafor". */
    private static final int TITLE = 7;

    private final Reading reading;
    private final Tenures tenures;

    /** Where the text begins behind its headline. */
    private final int body;

    private final Set<Entity> followed = new HashSet<>();
    private @Nullable Newcomer before;
    private int beforeAt = -2;

    Newcomers(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.tenures = reading.tenures(lexicons);
        this.body = reading.document().sentences().stream()
                .filter(sentence -> !sentence.headline())
                .mapToInt(Sentence::begin)
                .findFirst()
                .orElse(0);
    }

    /** The one person whom a sentence names for the first time. */
    private record Newcomer(Frames frames, Cast cast, Cast.Person person) {}

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
        Cast.Person alone = alone(frames, cast, gone);
        Newcomer here = alone == null ? null : new Newcomer(frames, cast, alone);
        Newcomer last = sentence - beforeAt <= 1 ? before : null;
        if (!cast.persons().isEmpty()) {
            before = here;
            beforeAt = sentence;
        }
        if (gone == null || followed.contains(gone.person())) {
            return null;
        }
        Newcomer found = cued(here) ? here : gone.sentence() == sentence && cued(last) ? last : null;
        if (found == null || found.person().entity().equals(gone.person())) {
            return null;
        }
        followed.add(gone.person());
        return found.person();
    }

    private boolean cued(@Nullable Newcomer newcomer) {
        if (newcomer == null) {
            return false;
        }
        Sentence sentence = newcomer.frames().sentence();
        for (int t = sentence.firstToken(); t < sentence.endToken(); t++) {
            int at = t;
            boolean told = tenures.isListed(t)
                    && (CUES.stream().anyMatch(cue -> tenures.is(at, cue))
                            || leads(t, newcomer.cast(), newcomer.person()));
            if (told) {
                return true;
            }
        }
        int name = newcomer.person().first();
        return tenures.any(name - TITLE, name, "coming");
    }

    /** "Dana Wells leads the firm from today", but neither "led the inquiry" nor "who leads the inquiry". */
    private boolean leads(int t, Cast cast, Cast.Person newcomer) {
        String pos = reading.pos(t);
        boolean now = pos.equals("VBZ") || pos.equals("VBP") || pos.equals("VB");
        Cast.Person subject = now && !reading.lemma(t).equals("be") && tenures.is(t, "lead") ? cast.subject(t) : null;
        return subject != null
                && subject.entity().equals(newcomer.entity())
                && !reading.lower(t - 1).equals("who");
    }

    /** The one person of a sentence that the text has not named before, who neither leaves nor speaks; null for none or several. */
    private Cast.@Nullable Person alone(Frames frames, Cast cast, Departures.@Nullable Departure gone) {
        Cast.Person found = null;
        for (Cast.Person person : cast.persons()) {
            boolean leaves = gone != null && person.entity().equals(gone.person());
            boolean other = person.named() && !person.owns() && !leaves && isNew(frames, person) && !speaks(person);
            if (other && found != null && !found.entity().equals(person.entity())) {
                return null;
            }
            found = other && found == null ? person : found;
        }
        return found;
    }

    private boolean isNew(Frames frames, Cast.Person person) {
        int begin = frames.sentence().begin();
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
