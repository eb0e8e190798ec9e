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

    private void english(Reading reading, Claims claims) {
        Targets targets = new Targets(reading, lexicons);
        Parties parties = new Parties(reading, lexicons);
        People people = new People(reading, lexicons);
        CasualtyReader casualties = new CasualtyReader(reading, lexicons, people);
        Departures departures = new Departures(reading, lexicons);
        List<ClaimReader> readers = List.of(
                new FigureReader(reading, lexicons),
                new ShareReader(reading, lexicons),
                new OrdinalReader(reading, lexicons),
                new ScheduleReader(reading, lexicons, targets, parties),
                new StanceReader(reading, lexicons, targets, parties),
                new OfficeReader(reading, lexicons, parties, departures),
                new SuccessionReader(reading, lexicons, parties, departures),
                new StatusReader(reading, lexicons, targets, parties));
        int sentences = Math.min(MOST_SENTENCES, reading.document().sentences().size());
        for (Sentence sentence : reading.document().sentences().subList(0, sentences)) {
            if (sentence.endToken() - sentence.firstToken() > MOST_TOKENS
                    || sentence.endToken() == sentence.firstToken()) {
                continue;
            }
            Frames frames = Frames.of(reading, lexicons, sentence);
            for (ClaimReader reader : readers) {
                reader.read(frames, claims);
            }
            casualties.read(frames);
        }
        new TollReader(reading).read(Toll.of(people.all()), claims);
    }
}
