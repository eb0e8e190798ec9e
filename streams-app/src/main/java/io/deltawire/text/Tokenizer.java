package io.deltawire.text;

/**
 * Splits text into tokens in the way of the Penn Treebank: clitics apart ("do" "n't", "Putin" "'s"), signs and units apart
 * ("$" "4.2", "12" "%"), but words with inner hyphens, abbreviations with their full stop, numbers with their separators, web
 * addresses and handles in one. Linear in the length of the text.
 *
 * <p>Source: M. Marcus et al., Building a large annotated corpus of English, 1993, and its tokenization script.
 */
final class Tokenizer {
    /** Longer words are cut, so that no later stage meets a token of unbounded length. */
    static final int LONGEST_TOKEN = 100;

    private final Language language;

    Tokenizer(Language language) {
        this.language = language;
    }

    /** Token offsets of a piece of text: begin and end by turns. */
    Offsets tokenize(String text, int begin, int end) {
        Offsets tokens = new Offsets();
        int at = begin;
        while (at < end) {
            if (text.charAt(at) == ' ' || text.charAt(at) == '\n') {
                at++;
                continue;
            }
            int chunkEnd = at;
            while (chunkEnd < end && text.charAt(chunkEnd) != ' ' && text.charAt(chunkEnd) != '\n') {
                chunkEnd++;
            }
            chunk(text, at, chunkEnd, end, tokens);
            at = chunkEnd;
        }
        return tokens;
    }

    private void chunk(String text, int begin, int end, int limit, Offsets tokens) {
        if (isAddress(text, begin, end)) {
            int last = end;
            while (last > begin + 1 && ".,;:!?)'\"”".indexOf(text.charAt(last - 1)) >= 0) {
                last--;
            }
            add(tokens, text, begin, last);
            begin = last;
        }
        int at = begin;
        while (at < end) {
            int next = tokenEnd(text, at, end);
            if (Character.isLetterOrDigit(text.codePointAt(at))) {
                next = withFullStop(text, at, next, end, limit);
                word(text, at, next, tokens);
            } else {
                add(tokens, text, at, next);
            }
            at = next;
        }
    }

    private void word(String text, int begin, int end, Offsets tokens) {
        int clitic = language.clitic(text, begin, end);
        if (clitic > 0) {
            add(tokens, text, begin, begin + clitic);
            add(tokens, text, begin + clitic, end);
        } else {
            add(tokens, text, begin, end);
        }
    }

    private static int tokenEnd(String text, int at, int end) {
        int point = text.codePointAt(at);
        int width = Character.charCount(point);
        if (Scripts.standsAlone(point)) {
            return at + width;
        }
        if (Character.isLetterOrDigit(point)) {
            return wordEnd(text, at, end);
        }
        char next = at + width < end ? text.charAt(at + width) : ' ';
        boolean freeBefore = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        if ((point == '#' || point == '@') && Character.isLetterOrDigit(next)) {
            return wordEnd(text, at + 1, end);
        }
        if ((point == '.' || point == '-') && freeBefore && Character.isDigit(next)) {
            return wordEnd(text, at + 1, end);
        }
        if (point == '\'' && freeBefore && Character.isDigit(next)) {
            return wordEnd(text, at + 1, end);
        }
        int run = at + width;
        if (".!?-*_=~".indexOf(point) >= 0) {
            boolean mixed = point == '!' || point == '?';
            while (run < end && (text.charAt(run) == point || (mixed && "!?".indexOf(text.charAt(run)) >= 0))) {
                run++;
            }
        }
        if (Character.getType(point) == Character.NON_SPACING_MARK) {
            return run;
        }
        while (run < end && isExtension(text.codePointAt(run))) {
            run += Character.charCount(text.codePointAt(run));
        }
        return run;
    }

    /** Marks, variation selectors and skin tones that belong to the sign before them. */
    private static boolean isExtension(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || point == 0x200D
                || (point >= 0x1F3FB && point <= 0x1F3FF);
    }

    private static int wordEnd(String text, int begin, int end) {
        int at = begin;
        while (at < end) {
            int point = text.codePointAt(at);
            int width = Character.charCount(point);
            if (Scripts.isWordPart(point) && !(at > begin && Scripts.standsAlone(point))) {
                at += width;
            } else if (at > begin
                    && at + width < end
                    && joins(text, at, (char) point, text.charAt(at + width), begin)) {
                at += width;
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean joins(String text, int at, char sign, char next, int begin) {
        char before = text.charAt(at - 1);
        boolean digits = Character.isDigit(before) && Character.isDigit(next);
        boolean wordy = Scripts.isWordPart(before) && Scripts.isWordPart(next);
        return switch (sign) {
            case '\'', '’' -> wordy && !(Character.isDigit(before) && Character.isDigit(next));
            case '-', '_' -> wordy || (before == '.' && Character.isLetterOrDigit(next));
            case '.' -> digits || (wordy && isAcronym(text, begin, at));
            case ',', ':' -> digits;
            case '/' -> digits;
            case '&' -> Character.isUpperCase(before) && Character.isUpperCase(next);
            case '$' -> false;
            default -> false;
        };
    }

    /** Whether text[begin, dot) is single letters with full stops between them: "U", "U.S". */
    private static boolean isAcronym(String text, int begin, int dot) {
        for (int i = begin; i < dot; i++) {
            boolean letter = Character.isLetter(text.charAt(i));
            if ((i - begin) % 2 == 0 ? !letter : text.charAt(i) != '.') {
                return false;
            }
        }
        return (dot - begin) % 2 == 1;
    }

    private int withFullStop(String text, int begin, int end, int chunkEnd, int limit) {
        if (end >= chunkEnd || text.charAt(end) != '.' || (end + 1 < chunkEnd && text.charAt(end + 1) == '.')) {
            return end;
        }
        boolean lastOfLine = end + 1 >= limit;
        if (isAcronym(text, begin, end)) {
            boolean initial = end - begin == 1;
            return initial && (lastOfLine || !Character.isUpperCase(text.charAt(begin))) ? end : end + 1;
        }
        return switch (language.abbreviation(text.substring(begin, end))) {
            case NONE -> end;
            case INSIDE, MAYBE -> end + 1;
            case NUMBER -> {
                int next = end + 1;
                while (next < limit && text.charAt(next) == ' ') {
                    next++;
                }
                yield next < limit && Character.isDigit(text.charAt(next)) ? end + 1 : end;
            }
        };
    }

    private static boolean isAddress(String text, int begin, int end) {
        if (end - begin < 5) {
            return false;
        }
        boolean web = text.startsWith("http://", begin)
                || text.startsWith("https://", begin)
                || text.startsWith("www.", begin);
        if (web) {
            return true;
        }
        int at = find(text, '@', begin + 1, end);
        int dot = find(text, '.', at, end);
        return at < end && dot > at + 1 && dot < end - 1 && Character.isLetter(text.charAt(begin));
    }

    /** Where a sign stands from an index on; the end when it does not stand before it. */
    private static int find(String text, char sign, int from, int end) {
        int i = from;
        while (i < end && text.charAt(i) != sign) {
            i++;
        }
        return i;
    }

    private static void add(Offsets tokens, String text, int begin, int end) {
        int from = begin;
        while (end - from > LONGEST_TOKEN) {
            int cut = from + LONGEST_TOKEN;
            cut -= Character.isLowSurrogate(text.charAt(cut)) ? 1 : 0;
            tokens.add(from, cut);
            from = cut;
        }
        if (end > from) {
            tokens.add(from, end);
        }
    }
}
