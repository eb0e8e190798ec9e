package io.deltawire.train;

import io.deltawire.entity.EntityType;
import io.deltawire.entity.NameLabels;
import io.deltawire.entity.NameSpan;
import io.deltawire.text.Token;
import io.deltawire.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * News written for the name tagger to learn from. A line is a sentence with its names marked as in "[PER Jane Doe] of the [ORG Halden Group]";
 * a line that begins with "# " is the headline of the next article; comments ("## ") and empty lines mean nothing.
 */
public final class MarkedNews {
    private static final Pattern MARK = Pattern.compile("\\[(PER|ORG|LOC|MISC) ([^\\[\\]]+)\\]");
    private static final Map<String, EntityType> TYPES = Map.of(
            "PER", EntityType.PERSON,
            "ORG", EntityType.ORGANISATION,
            "LOC", EntityType.PLACE,
            "MISC", EntityType.OTHER);
    private static final String HEADLINE = "# ";
    private static final String COMMENT = "## ";

    private MarkedNews() {}

    /** The sentences of the lines of a file. */
    public static List<NerSentence> read(List<String> lines) {
        List<NerSentence> sentences = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(COMMENT)) {
                continue;
            }
            boolean headline = line.startsWith(HEADLINE);
            String sentence = (headline ? line.substring(HEADLINE.length()) : line).strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence(sentence, headline));
            }
        }
        return sentences;
    }

    private static NerSentence sentence(String line, boolean beginsDocument) {
        StringBuilder plain = new StringBuilder();
        List<int[]> marks = new ArrayList<>();
        List<EntityType> types = new ArrayList<>();
        Matcher matcher = MARK.matcher(line);
        int from = 0;
        while (matcher.find()) {
            plain.append(line, from, matcher.start());
            marks.add(
                    new int[] {plain.length(), plain.length() + matcher.group(2).length()});
            types.add(TYPES.get(matcher.group(1)));
            plain.append(matcher.group(2));
            from = matcher.end();
        }
        plain.append(line, from, line.length());
        List<Token> tokens = Tokens.of(directed(plain.toString()));
        List<NameSpan> spans = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            spans.add(span(tokens, marks.get(i)[0], marks.get(i)[1], types.get(i)));
        }
        return new NerSentence(tokens, NameLabels.of(spans, 0, tokens.size()), true, beginsDocument);
    }

    /** The tokens that a mark touches. What only begins with a name is none of its type: "[LOC Lagos]-based". */
    private static NameSpan span(List<Token> tokens, int begin, int end, EntityType type) {
        int first = 0;
        while (tokens.get(first).end() <= begin) {
            first++;
        }
        int last = first;
        while (last + 1 < tokens.size() && tokens.get(last + 1).begin() < end) {
            last++;
        }
        boolean longer = tokens.get(last).end() > end && tokens.get(last).text().indexOf('-') > 0;
        return new NameSpan(first, last + 1, longer ? EntityType.OTHER : type);
    }

    /** Double quotes directed as the cleaner of articles does. */
    private static String directed(String line) {
        StringBuilder directed = new StringBuilder(line);
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                boolean opens = i == 0 || line.charAt(i - 1) == ' ' || line.charAt(i - 1) == '(';
                directed.setCharAt(i, opens ? '“' : '”');
            }
        }
        return directed.toString();
    }
}
