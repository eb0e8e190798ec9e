package io.deltawire.text;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * The day a text says that it is of: "Ferry sinks off Lerwick | November 11, 2011 | 8:16 am". What is fetched or filed anew comes with
 * another day than its own, and "on Thursday" means the one before its own. Lines that say no more than when they were posted or updated
 * are gone from the clean text, so they are not heeded.
 */
final class Dateline {
    /** Tokens of the text among which a dateline stands, those of the title included. */
    private static final int WITHIN = 50;

    /** Days by which a dateline must differ from the publication for it to be heeded: time zones and late editions make for two. */
    private static final int APART = 3;

    /** A day further back than this is history that is told of. */
    private static final int YEARS = 20;

    private static final Set<String> LABELS =
            Set.of("posted", "published", "updated", "modified", "edited", "created", "filed");
    private static final Set<String> SEPARATORS = Set.of("|", "–", "—", "-", "--", "•", "·", "/", "@");

    /** A date after one of these is part of a sentence. */
    private static final Set<String> IN_SENTENCE = Set.of(
            "after",
            "and",
            "around",
            "as",
            "at",
            "before",
            "between",
            "by",
            "during",
            "effective",
            "for",
            "from",
            "in",
            "of",
            "on",
            "or",
            "since",
            "the",
            "this",
            "through",
            "til",
            "till",
            "to",
            "until",
            "was",
            "were",
            "with");

    private final String text;
    private final List<Token> tokens;

    private Dateline(Document document) {
        text = document.text();
        tokens = document.tokens();
    }

    /**
     * @param times of the document, resolved against its publication
     * @param published day of publication
     * @return the day the text gives as its own, or that of publication where it gives none or one close to it
     */
    static LocalDate of(Document document, List<TimeValue> times, LocalDate published) {
        Dateline dateline = new Dateline(document);
        for (TimeValue time : times) {
            if (time.firstToken() >= WITHIN) {
                return published;
            }
            if (dateline.is(time)) {
                long apart = Math.abs(ChronoUnit.DAYS.between(time.begin(), published));
                boolean heeded = apart >= APART && apart <= YEARS * 366L;
                return heeded ? time.begin() : published;
            }
        }
        return published;
    }

    private boolean is(TimeValue time) {
        int first = time.firstToken();
        int end = time.endToken();
        if (time.precision() != TimeValue.Precision.DAY || !withYear(time)) {
            return false;
        }
        boolean begins = beginsLine(first) || separator(first - 1) || labelled(first);
        boolean capital =
                !beginsLine(end) && Character.isUpperCase(tokens.get(end).text().charAt(0));
        if (begins) {
            return beginsLine(end) || separator(end) || capital || clock(end);
        }
        // a page whose headline and dateline have run into one, or "WASHINGTON, DC, April 28, 2009"
        int word = tokens.get(first - 1).text().equals(",") && first > 1 ? first - 2 : first - 1;
        String before = tokens.get(word).lower();
        return Character.isLetterOrDigit(before.charAt(0)) && !IN_SENTENCE.contains(before) && (capital || clock(end));
    }

    private boolean withYear(TimeValue time) {
        String year = Integer.toString(time.begin().getYear());
        return tokens.subList(time.firstToken(), time.endToken()).stream()
                .anyMatch(token -> token.text().endsWith(year));
    }

    /** Whether a token is the first of its line, or the text ends before it. */
    private boolean beginsLine(int token) {
        return token == 0
                || token >= tokens.size()
                || text.substring(tokens.get(token - 1).end(), tokens.get(token).begin())
                                .indexOf('\n')
                        >= 0;
    }

    private boolean separator(int token) {
        return token >= 0
                && token < tokens.size()
                && SEPARATORS.contains(tokens.get(token).text());
    }

    private boolean labelled(int first) {
        int before = first - 1;
        if (before >= 0 && tokens.get(before).text().equals(":")) {
            before--;
        }
        return before >= 0 && LABELS.contains(tokens.get(before).lower());
    }

    /** "8:57", "at 8:57", ", 20:09". */
    private boolean clock(int token) {
        int at = token;
        if (at < tokens.size()
                && (tokens.get(at).text().equals(",") || tokens.get(at).lower().equals("at"))) {
            at++;
        }
        return at < tokens.size()
                && Character.isDigit(tokens.get(at).text().charAt(0))
                && at + 1 < tokens.size()
                && (tokens.get(at).text().indexOf(':') > 0
                        || tokens.get(at + 1).text().startsWith(":"));
    }
}
