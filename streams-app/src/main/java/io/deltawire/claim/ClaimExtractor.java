package io.deltawire.claim;

import io.deltawire.entity.Attribution;
import io.deltawire.entity.Entities;
import io.deltawire.text.Document;
import io.deltawire.text.Sentence;
import io.deltawire.text.Values;
import java.util.List;

/**
 * Takes claims of all six kinds from a document, at most 200 an article. SLOTS.md beside this file says how slots are written.
 * Thread-safe, no state. Languages without word lists yield statements only.
 */
public final class ClaimExtractor {
    private static final int MOST_SENTENCES = 400;
    private static final int MOST_TOKENS = 300;

    /** The turn of those who learn who speaks for whom; in the others' turns they are asked. */
    private static final int STANCES = 3;

    private static final List<Integer> TEACHERS_FIRST = List.of(STANCES, 0, 1, 2, 4, 5);

    private final Lexicons lexicons = Lexicons.load();

    /** Claims in text order. */
    public List<Claim> extract(Document document, Entities entities, Values values, List<Attribution> attributions) {
        Reading reading = new Reading(document, entities, values, attributions);
        Claims claims = new Claims(reading, lexicons);
        if (document.lang().equals("en")) {
            english(reading, claims);
        }
        new QuoteReader(reading).read(claims);
        return claims.inTextOrder();
    }

    /**
     * Each reader goes through the whole text before the next begins, since together they are more code than a processor keeps at hand; what
     * they say is put in the order of the sentences, and within a sentence in that of {@code turns}.
     */
    private void english(Reading reading, Claims claims) {
        Targets targets = new Targets(reading, lexicons);
        Parties parties = new Parties(reading, lexicons);
        Departures departures = new Departures(reading, lexicons);
        // Those of one turn share what they learn, so they go sentence by sentence.
        List<List<ClaimReader>> turns = List.of(
                List.of(new FigureReader(reading, lexicons)),
                List.of(new ShareReader(reading, lexicons), new OrdinalReader(reading, lexicons)),
                List.of(new ScheduleReader(reading, lexicons, targets, parties)),
                List.of(new StanceReader(reading, lexicons, targets, parties)),
                List.of(
                        new OfficeReader(reading, lexicons, parties, departures),
                        new SuccessionReader(reading, lexicons, parties, departures),
                        new Incumbents(reading, lexicons, departures)),
                List.of(
                        new StatusReader(reading, lexicons, targets, parties),
                        new ConditionReader(reading, lexicons, parties)));
        List<Frames> text = Frames.of(reading, lexicons, sentences(reading.document()));
        for (int turn : TEACHERS_FIRST) {
            claims.turn(turn);
            for (Frames frames : text) {
                parties.upTo(frames.sentence().index() - (turn < STANCES ? 1 : 0));
                for (ClaimReader reader : turns.get(turn)) {
                    reader.read(frames, claims);
                }
            }
            turns.get(turn).forEach(reader -> reader.end(claims));
        }
        claims.settle();
        new TollReader(reading).read(toll(reading, text), claims);
    }

    private Toll toll(Reading reading, List<Frames> text) {
        People people = new People(reading, lexicons);
        CasualtyReader casualties = new CasualtyReader(reading, lexicons, people);
        text.forEach(casualties::read);
        return Toll.of(people.all());
    }

    private static List<Sentence> sentences(Document document) {
        int most = Math.min(MOST_SENTENCES, document.sentences().size());
        return document.sentences().subList(0, most).stream()
                .filter(sentence -> sentence.endToken() - sentence.firstToken() <= MOST_TOKENS
                        && sentence.endToken() > sentence.firstToken())
                .toList();
    }
}
