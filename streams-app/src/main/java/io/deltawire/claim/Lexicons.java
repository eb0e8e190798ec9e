package io.deltawire.claim;

/** The word lists the readers work from. */
record Lexicons(
        Lexicon verbs,
        Lexicon stances,
        Lexicon targets,
        Lexicon measures,
        Lexicon persons,
        Lexicon offices,
        Lexicon cues,
        Lexicon events,
        Lexicon traits,
        Lexicon sides,
        Lexicon counted,
        Lexicon earlier,
        Lexicon holders,
        Lexicon fates,
        Lexicon tenures,
        Lexicon deeds,
        Lexicon conditions,
        Lexicon things,
        Wordings wordings) {

    private static final Lexicons LISTS = read();

    /** The same ones for everybody, as they never change. */
    static Lexicons load() {
        return LISTS;
    }

    private static Lexicons read() {
        return new Lexicons(
                Lexicon.load("verbs"),
                Lexicon.load("stances"),
                Lexicon.load("targets"),
                Lexicon.load("measures"),
                Lexicon.load("persons"),
                Lexicon.load("offices"),
                Lexicon.load("cues"),
                Lexicon.load("events"),
                Lexicon.load("traits"),
                Lexicon.load("sides"),
                Lexicon.load("counted"),
                Lexicon.load("earlier"),
                Lexicon.load("holders"),
                Lexicon.load("fates"),
                Lexicon.load("tenures"),
                Lexicon.load("deeds"),
                Lexicon.load("conditions"),
                Lexicon.load("things"),
                Wordings.load());
    }
}
