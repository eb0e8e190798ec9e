package io.deltawire.claim;

import io.deltawire.entity.Entity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * OFFICE, unsure: whom a text names in a sentence with an office or with words of holding, giving or taking one, where no grammar that we
 * know says that he holds it ("the district is run by Nermine Eid", "the jail has been put in the hands of Major Cavalcanti"). Such a claim
 * says nothing by itself: FACT's judge may take it for news where the story knows who held the office.
 */
final class Incumbents implements ClaimReader {
    /** Below what FACT takes for a claim of its own. */
    private static final double UNSURE = 0.25;

    private static final double CUED = 0.1;
    private static final double MARKED = 0.05;

    private static final List<String> CUES =
            List.of("appoint", "enlist", "take", "give", "lead", "follow", "charge", "seat");

    private static final Set<String> DOUBTS =
            Set.of("if", "could", "might", "may", "whether", "deny", "decline", "refuse", "want", "?");

    private static final int TITLE = 7;
    private static final int MOST = 8;

    private final Reading reading;
    private final Tenures tenures;
    private final Titles titles;
    private final Departures departures;
    private final Set<Entity> told = new HashSet<>();
    private int found;

    Incumbents(Reading reading, Lexicons lexicons, Departures departures) {
        this.reading = reading;
        this.tenures = reading.tenures(lexicons);
        this.titles = reading.titles(lexicons);
        this.departures = departures;
    }

    @Override
    public void read(Frames frames, Claims claims) {
        if (frames.sentence().headline()) {
            return;
        }
        for (Cast.Person person : departures.read(frames).persons()) {
            boolean whole = person.end() - person.first() > 1;
            if (found < MOST && person.named() && whole && !person.owns() && told.add(person.entity())) {
                read(frames, person, claims);
            }
        }
    }

    private void read(Frames frames, Cast.Person person, Claims claims) {
        Titles.Title title = title(frames, person);
        boolean cued = false;
        for (int t = frames.sentence().firstToken(); t < frames.sentence().endToken(); t++) {
            if (tenures.is(t, "doubt") || DOUBTS.contains(reading.lemma(t)) || turnsDown(t)) {
                return;
            }
            cued = cued || cue(t);
        }
        if (title == null && !cued) {
            return;
        }
        boolean marked = tenures.any(person.first() - TITLE, person.first(), "coming");
        found++;
        claims.add(new Draft(Kind.OFFICE, frames.sentence(), person.first(), person.end())
                .about(title == null ? SuccessionReader.UNNAMED : title.office())
                .is(person.entity())
                .sure(UNSURE + (cued ? CUED : 0) + (marked ? MARKED : 0)));
    }

    private boolean cue(int t) {
        if (tenures.isListed(t)) {
            for (String cue : CUES) {
                if (tenures.is(t, cue)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean turnsDown(int t) {
        return reading.lemma(t).equals("turn") && reading.lower(t + 1).equals("down");
    }

    /** The office of the sentence that stands nearest to a person. */
    private Titles.@Nullable Title title(Frames frames, Cast.Person person) {
        Titles.Title nearest = null;
        if (!titles.in(frames.sentence())) {
            return null;
        }
        int end = frames.sentence().endToken();
        for (int t = frames.sentence().firstToken(); t < end; t++) {
            Titles.Title title = titles.at(t, end);
            if (title != null) {
                nearest = nearest == null || apart(title, person) < apart(nearest, person) ? title : nearest;
                t = title.end() - 1;
            }
        }
        return nearest;
    }

    private static int apart(Titles.Title title, Cast.Person person) {
        return Math.min(Math.abs(title.first() - person.end()), Math.abs(person.first() - title.end()));
    }
}
