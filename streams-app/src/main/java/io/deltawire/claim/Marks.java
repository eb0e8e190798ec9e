package io.deltawire.claim;

import io.deltawire.text.Token;
import io.deltawire.text.WordForm;

/**
 * What the readers look for in a text, one bit each, so that they read only where they may find it: a bit tells what a word may be or begin,
 * and where it is not set the reader that asks for it finds nothing. Worked out once a word and kept with it, since a text has few new words.
 */
final class Marks {
    // Of a word as it stands.

    /** May begin the name of an office. */
    static final long OFFICE = 1L;

    /** Second word of an office of an open class, "transport minister". */
    static final long DEPARTMENT = 1L << 1;

    static final long CUE = 1L << 2;
    static final long BEARING = 1L << 3;
    static final long AGAIN = 1L << 4;
    static final long SEMICOLON = 1L << 5;

    /** "when", "which". */
    static final long WHEN = 1L << 6;

    /** Second word of a phrase that tells of a condition. */
    static final long CONDITION_REST = 1L << 7;

    /** A length of time that something may be put off by. */
    static final long UNIT = 1L << 8;

    static final long WILL = 1L << 9;
    static final long UNREAL = 1L << 10;

    /** Second word of a phrase for an office; so the next two for changing it and for a cue. */
    static final long OFFICE_REST = 1L << 11;

    static final long TENURE_REST = 1L << 12;
    static final long CUE_REST = 1L << 13;

    /** What a sentence is cut at: a sign that is neither letter nor digit, nor goes with a number. */
    static final long SIGN = 1L << 14;

    /** A little word by which groups and clauses are joined. */
    static final long LINK = 1L << 15;

    /** A length of time, or a participle of time: none goes on with the group before it. */
    static final long SPAN = 1L << 16;

    private static final long PERSON_WORD = 1L << 17;
    private static final long TENURE_WORD = 1L << 18;
    private static final long LEAVING_WORD = 1L << 19;
    private static final long CONDITION_WORD = 1L << 20;
    private static final long TARGET_WORD = 1L << 21;
    private static final long WORDING_WORD = 1L << 22;
    private static final long EARLIER_WORD = 1L << 23;
    private static final long OF_WORD = (1L << 28) - 1;

    // Of a base form.

    /** Stands for more than itself where a figure's surroundings are told. */
    static final long TOPIC = 1L << 28;

    /** Tells nothing of a figure's surroundings. */
    static final long PLAIN = 1L << 29;

    /** May begin a target of several words. */
    static final long TARGET_LEAD = 1L << 30;

    static final long ANSWERABLE = 1L << 31;

    /** May take a position as the verb of a clause. */
    static final long STANCE = 1L << 32;

    static final long IDIOM = 1L << 33;
    static final long COURSE = 1L << 34;

    /** What somebody dies of or is hurt by, as a noun. */
    static final long HARM = 1L << 35;

    private static final long PERSON_BASE = 1L << 36;
    private static final long TENURE_BASE = 1L << 37;
    private static final long LEAVING_BASE = 1L << 38;
    private static final long CONDITION_BASE = 1L << 39;
    private static final long TARGET_BASE = 1L << 40;
    private static final long WORDING_BASE = 1L << 41;
    private static final long EARLIER_BASE = 1L << 42;
    /** A noun of what is put forward for others to decide. */
    static final long PROPOSAL = 1L << 43;

    private static final long OF_BASE = (1L << 44) - OF_WORD - 1;

    // Of a place in a text, see Reading.

    static final long TIME = 1L << 44;
    static final long NUMBER = 1L << 45;
    static final long ORDINAL = 1L << 46;

    // Of either.

    /** May begin a word or phrase of changing office, in any of its forms. */
    static final long TENURE = TENURE_WORD | TENURE_BASE;

    /** Tells of a departure beside {@link #TENURE}. */
    static final long LEAVING = LEAVING_WORD | LEAVING_BASE;

    /** May begin what tells of a condition. */
    static final long CONDITION = CONDITION_WORD | CONDITION_BASE;

    static final long TARGET = TARGET_WORD | TARGET_BASE;

    /** May be the word of a wording that stands nearest to the figure. */
    static final long WORDING = WORDING_WORD | WORDING_BASE;

    /** May tell that a value is an earlier one, or begin what does. */
    static final long EARLIER = EARLIER_WORD | EARLIER_BASE;

    /** May stand for people without being a name. */
    static final long PERSON = PERSON_WORD | PERSON_BASE;

    /** Set in what a word keeps, which is never 0. */
    private static final long KNOWN = 1L << 47;

    /** From here on: by how many steps a base form speaks for a position, see {@link StanceModel#mayTake}. */
    private static final int STEPS = 48;

    private static final long OF_STEPS = -1L << STEPS;

    private static final Lexicons LEXICONS = Lexicons.load();

    private Marks() {}

    static long of(Token token) {
        long word = token.word().marks(Marks::read);
        long base = token.base().marks(Marks::read);
        return (word & OF_WORD) | (base & (OF_BASE | OF_STEPS));
    }

    /** How much the base form speaks for a position. */
    static int steps(long marks) {
        return (int) (marks >> STEPS);
    }

    private static long read(WordForm form) {
        return KNOWN | word(form.lower()) | base(form.text()) | ((long) StanceModel.steps(form.text()) << STEPS);
    }

    private static long word(String lower) {
        return bit(OFFICE, Titles.mayBegin(LEXICONS, lower))
                | bit(DEPARTMENT, Titles.DEPARTMENTS.contains(lower))
                | bit(CUE, LEXICONS.cues().begins(lower))
                | bit(BEARING, Bearings.shared().begins(lower))
                | bit(AGAIN, ConditionReader.ANEW.contains(lower))
                | bit(SEMICOLON, lower.equals(";"))
                | bit(WHEN, lower.equals("when") || lower.equals("which"))
                | bit(CONDITION_REST, LEXICONS.conditions().follows(lower))
                | bit(UNIT, Deferral.isUnit(lower))
                | bit(WILL, Judgement.WILL.contains(lower))
                | bit(OFFICE_REST, LEXICONS.offices().follows(lower))
                | bit(TENURE_REST, LEXICONS.tenures().follows(lower))
                | bit(CUE_REST, LEXICONS.cues().follows(lower))
                | bit(SIGN, Chunker.isSign(lower))
                | bit(LINK, Chunker.links(lower))
                | bit(SPAN, Chunker.isSpan(lower))
                | bit(
                        PERSON_WORD,
                        People.PRONOUNS.contains(lower) || LEXICONS.persons().has(lower))
                | bit(UNREAL, CasualtyReader.UNREAL.contains(lower))
                | bit(TENURE_WORD, LEXICONS.tenures().begins(lower))
                | bit(LEAVING_WORD, Departures.WORDS.contains(lower))
                | bit(CONDITION_WORD, LEXICONS.conditions().begins(lower))
                | bit(TARGET_WORD, LEXICONS.targets().has(lower))
                | bit(WORDING_WORD, LEXICONS.wordings().mayBeForm(lower))
                | bit(EARLIER_WORD, LEXICONS.earlier().begins(lower));
    }

    private static long base(String lemma) {
        return bit(TOPIC, LEXICONS.targets().has(lemma) || LEXICONS.measures().has(lemma))
                | bit(PLAIN, Terms.plain(LEXICONS, lemma))
                | bit(TARGET_LEAD, LEXICONS.targets().leads(lemma))
                | bit(ANSWERABLE, LEXICONS.stances().is(lemma, "answerable"))
                | bit(STANCE, Judgement.mayTake(LEXICONS, lemma))
                | bit(IDIOM, Idioms.shared().begins(lemma))
                | bit(COURSE, Courses.begins(lemma))
                | bit(HARM, CasualtyReader.isHarm(lemma))
                | bit(PERSON_BASE, LEXICONS.persons().has(lemma))
                | bit(TENURE_BASE, begins(LEXICONS.tenures(), lemma))
                | bit(LEAVING_BASE, Departures.VERBS.contains(lemma))
                | bit(CONDITION_BASE, begins(LEXICONS.conditions(), lemma))
                | bit(TARGET_BASE, LEXICONS.targets().has(lemma))
                | bit(WORDING_BASE, LEXICONS.wordings().mayBeBase(LEXICONS, lemma))
                | bit(EARLIER_BASE, LEXICONS.earlier().has(lemma))
                | bit(PROPOSAL, LEXICONS.conditions().is(lemma, "mention"));
    }

    /** The base form, or what it is a form of where the tagger took a verb for something else. */
    private static boolean begins(Lexicon verbs, String lemma) {
        return verbs.begins(lemma) || verbs.begins(Reading.verbLemma(lemma, verbs));
    }

    private static long bit(long mark, boolean set) {
        return set ? mark : 0;
    }
}
