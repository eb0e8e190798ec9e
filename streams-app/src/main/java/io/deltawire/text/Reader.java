package io.deltawire.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** READ: from an article as it came to a clean document with sentences and tokens. Thread-safe, no state. */
public final class Reader {
    private static final Pattern TOKEN = Pattern.compile("\\p{L}+(?:['’-]\\p{L}+)*|\\d+(?:[.,]\\d+)*|\\S");

    /** Never throws on any text: what can't be read becomes a document with fewer sentences. */
    public Document read(Article article) {
        String title = article.title().strip();
        String text = title.isEmpty()
                ? article.text().strip()
                : title + "\n" + article.text().strip();
        int bodyBegin = title.isEmpty() ? 0 : title.length() + 1;
        List<Token> tokens = new ArrayList<>();
        List<Sentence> sentences = new ArrayList<>();
        int paragraph = 0;
        int from = 0;
        while (from < text.length()) {
            int lineEnd = text.indexOf('\n', from);
            lineEnd = lineEnd < 0 ? text.length() : lineEnd;
            int first = tokens.size();
            Matcher matcher = TOKEN.matcher(text).region(from, lineEnd);
            while (matcher.find()) {
                String surface = matcher.group();
                String lower = surface.toLowerCase(Locale.ROOT);
                tokens.add(new Token(matcher.start(), matcher.end(), surface, lower, lower, ""));
            }
            if (tokens.size() > first) {
                sentences.add(new Sentence(
                        sentences.size(), from, lineEnd, first, tokens.size(), paragraph++, from < bodyBegin));
            }
            from = lineEnd + 1;
        }
        String lang = article.lang().isEmpty() ? "en" : article.lang();
        return new Document(
                article.id(), article.source(), article.publishedAt(), lang, text, bodyBegin, sentences, tokens);
    }
}
