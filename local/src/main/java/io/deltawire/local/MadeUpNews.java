package io.deltawire.local;

import io.deltawire.avro.RawArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * News that never ends, made of words of our own: incidents in invented towns, each with a person, a firm and details of its own, told by
 * several outlets, with figures that go up, dates that move and outlets that copy each other. The same seed gives the same stream.
 */
final class MadeUpNews {
    private static final Instant BEGIN = Instant.parse("2025-03-01T06:00:00Z");
    private static final int UNDER_WAY = 12;
    private static final int LONGEST = 9;
    private static final String[] FIRST = {
        "Bre", "Cal", "Dor", "Fen", "Gol", "Har", "Kel", "Mor", "Nor", "Pel", "Ros", "Tar", "Ash", "Wex", "Lin", "Ost"
    };
    private static final String[] MIDDLE = {"", "an", "el", "in", "or", "er", "al", "un"};
    private static final String[] SECOND = {
        "bury", "dale", "field", "ford", "ham", "mouth", "stead", "ton", "wick", "worth", "combe", "gate"
    };
    private static final String[] GIVEN = {
        "Anna", "Boris", "Chloe", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Karin", "Leon", "Maya",
        "Nils", "Olga", "Pavel"
    };
    private static final String[] FAMILY_ENDS = {"ov", "sen", "ez", "ski", "man", "ari", "lund", "eau", "ner", "ic"};
    private static final String[] FIRMS = {"Group", "Lines", "Works", "Holdings"};
    private static final String[] OUTLETS = {
        "Harbour Post", "Meridian Times", "Northline Wire", "Valley Echo", "City Ledger"
    };

    private static final String[] EVENTS = {
        "earthquake",
        "factory fire",
        "ferry accident",
        "flood",
        "train crash",
        "gas explosion",
        "bus crash",
        "mine collapse",
        "storm"
    };
    private static final String[] WHO = words(
            "engineer farmer teacher fisherman nurse porter student pensioner welder driver guard baker forester pilot priest diver");
    private static final String[] DID = words(
            "warned photographed repaired locked inspected painted towed emptied flooded sealed measured sold rented blocked lit searched");
    private static final String[] LIKE = words(
            "rusted wooden narrow abandoned new flooded steel old crowded private unlit temporary southern rented heavy broken");
    private static final String[] WHAT = words(
            "warehouse bridge cable chapel crane dam engine fence garage gate harbour hotel kiln ladder lift mast"
                    + " mill orchard pier pipe pump quarry railing roof school shaft ship stable tank tower tractor tunnel valve wall winch yard");
    private static final String[] WHEN = {
        "last winter",
        "two years ago",
        "the night before",
        "at dawn",
        "during the holidays",
        "in the spring",
        "hours earlier",
        "after the rain"
    };
    private static final int DETAILS = 7;

    private final Random random;
    private final List<Incident> underWay = new ArrayList<>();
    private Instant clock;
    private int number;

    MadeUpNews(long seed) {
        this(seed, BEGIN);
    }

    /** Goes on from a time by ten minutes an article: an hour at a hundred a second is seven years, and a broker refuses what is to come. */
    MadeUpNews(long seed, Instant begin) {
        random = new Random(seed);
        clock = begin;
    }

    private static final class Incident {
        private final String what;
        private final String town;
        /** What only this incident has to tell. */
        private final List<String> details;

        private int killed;
        private int told;
        private String lastText = "";

        Incident(String what, String town, List<String> details, int killed) {
            this.what = what;
            this.town = town;
            this.details = details;
            this.killed = killed;
        }
    }

    private static String[] words(String list) {
        return list.split(" ");
    }

    /** "Welder Anna Kelov painted the narrow pump on Brelun Street last winter." */
    private String detail(String person, String firm) {
        return switch (random.nextInt(3)) {
            case 0 ->
                capital(pick(WHO)) + " " + person + " " + pick(DID) + " the " + pick(LIKE) + " " + pick(WHAT) + " on "
                        + family() + " Street " + pick(WHEN) + ".";
            case 1 ->
                "The " + pick(WHAT) + " of " + town() + " stood " + (2 + random.nextInt(90)) + " metres from the "
                        + family() + " " + pick(WHAT) + ", said " + pick(GIVEN) + " " + family() + ", the " + pick(WHO)
                        + ".";
            default ->
                "The " + pick(LIKE) + " " + pick(WHAT) + " at " + family() + " Square was " + pick(DID) + " by " + firm
                        + " " + pick(WHEN) + ".";
        };
    }

    private List<String> details() {
        String person = pick(GIVEN) + " " + family();
        String firm = family() + " " + pick(FIRMS);
        List<String> details = new ArrayList<>();
        for (int i = 0; i < DETAILS; i++) {
            details.add(detail(person, firm));
        }
        return details;
    }

    /** The next article, never older than the one before. */
    RawArticle next() {
        clock = clock.plus(Duration.ofSeconds(random.nextInt(1_200)));
        while (underWay.size() < UNDER_WAY) {
            underWay.add(new Incident(pick(EVENTS), town(), details(), 2 + random.nextInt(20)));
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
                ? capital(incident.what) + " in " + incident.town + " kills " + incident.killed
                : "Death toll of " + incident.town + " " + incident.what + " at " + incident.killed;
    }

    private String text(Incident incident) {
        StringBuilder text = new StringBuilder(
                incident.told == 0
                        ? "At least " + incident.killed + " people were killed in a " + incident.what + " in "
                                + incident.town + ", officials said."
                        : "The death toll of the " + incident.what + " in " + incident.town + " rose to "
                                + incident.killed + ", officials said.");
        for (String detail : incident.details) {
            if (random.nextInt(3) > 0) {
                text.append(' ').append(detail);
            }
        }
        text.append(
                random.nextBoolean()
                        ? " Rescue teams from " + town() + " searched the area for " + (2 + random.nextInt(9))
                                + " missing people."
                        : " The mayor of " + incident.town + " called a meeting for " + (1 + random.nextInt(28))
                                + " June.");
        return text + " About " + 10 * (1 + random.nextInt(40)) + " people were injured.";
    }

    private String town() {
        return pick(FIRST) + pick(MIDDLE) + pick(SECOND);
    }

    private String family() {
        return pick(FIRST) + pick(MIDDLE) + pick(FAMILY_ENDS);
    }

    private String pick(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
