package io.deltawire.local;

import io.deltawire.avro.RawArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * News that never ends, made of a few sentences of our own: incidents in invented towns, told by several outlets, with figures that
 * go up, dates that move and outlets that copy each other. The same seed gives the same stream.
 */
final class MadeUpNews {
    private static final Instant BEGIN = Instant.parse("2025-03-01T06:00:00Z");
    private static final int UNDER_WAY = 12;
    private static final int LONGEST = 9;
    private static final String[] FIRST = {
        "Bre", "Cal", "Dor", "Fen", "Gol", "Har", "Kel", "Mor", "Nor", "Pel", "Ros", "Tar"
    };
    private static final String[] SECOND = {
        "bury", "dale", "field", "ford", "ham", "mouth", "stead", "ton", "wick", "worth"
    };
    private static final String[] OUTLETS = {
        "Harbour Post", "Meridian Times", "Northline Wire", "Valley Echo", "City Ledger"
    };
    private static final String[] EVENTS = {
        "earthquake", "factory fire", "ferry accident", "flood", "train crash", "gas explosion"
    };

    private final Random random;
    private final List<Incident> underWay = new ArrayList<>();
    private Instant clock = BEGIN;
    private int number;

    MadeUpNews(long seed) {
        random = new Random(seed);
    }

    private static final class Incident {
        private final String event;
        private final String town;
        private int killed;
        private int told;
        private String lastText = "";

        Incident(String event, String town, int killed) {
            this.event = event;
            this.town = town;
            this.killed = killed;
        }
    }

    /** The next article, never older than the one before. */
    RawArticle next() {
        clock = clock.plus(Duration.ofSeconds(random.nextInt(1_200)));
        while (underWay.size() < UNDER_WAY) {
            underWay.add(new Incident(pick(EVENTS), town(), 2 + random.nextInt(20)));
        }
        Incident incident = underWay.get(random.nextInt(underWay.size()));
        if (incident.told > 0 && random.nextInt(3) == 0) {
            incident.killed += 1 + random.nextInt(15);
        }
        String title = title(incident);
        // Now and then an outlet prints what another one wrote.
        String text = !incident.lastText.isEmpty() && random.nextInt(5) == 0 ? incident.lastText : text(incident);
        incident.lastText = text;
        incident.told++;
        if (incident.told >= 2 + random.nextInt(LONGEST)) {
            underWay.remove(incident);
        }
        return RawArticle.newBuilder()
                .setId("made-up-" + number++)
                .setTitle(title)
                .setText(text)
                .setPublishedAt(clock)
                .setSource(pick(OUTLETS))
                .setLang("en")
                .build();
    }

    private String title(Incident incident) {
        return incident.told == 0
                ? capital(incident.event) + " in " + incident.town + " kills " + incident.killed
                : "Death toll of " + incident.town + " " + incident.event + " at " + incident.killed;
    }

    private String text(Incident incident) {
        String lead = incident.told == 0
                ? "At least " + incident.killed + " people were killed in a " + incident.event + " in " + incident.town
                        + ", officials said."
                : "The death toll of the " + incident.event + " in " + incident.town + " rose to " + incident.killed
                        + ", officials said.";
        String more = random.nextBoolean()
                ? " Rescue teams from " + town() + " searched the area for " + (2 + random.nextInt(9))
                        + " missing people."
                : " The mayor of " + incident.town + " called a meeting for " + (1 + random.nextInt(28)) + " June.";
        return lead + more + " About " + 10 * (1 + random.nextInt(40)) + " people were injured.";
    }

    private String town() {
        return pick(FIRST) + pick(SECOND);
    }

    private String pick(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
