package io.deltawire.producer.source;

import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.BadArticleException.Reason;
import io.deltawire.article.JsonLines;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** JSON lines shown one after the other as they come; places are byte offsets. */
public final class JsonlStream {
    private JsonlStream() {}

    /** Opens what holds the lines. */
    public interface Opening {
        JsonLines open() throws IOException;
    }

    /**
     * Goes through to the end. A line that is no article is shown as bad, and so is the point from which nothing can be read.
     *
     * @param name of the stream, for people
     * @param parser asked for anew for every line, as what is too far in the future changes while a stream lasts
     */
    public static void scan(String name, Opening opening, Supplier<ArticleParser> parser, Visitor visitor) {
        long number = 0;
        try (JsonLines lines = opening.open()) {
            Optional<JsonLines.Line> line = lines.next();
            if (line.isEmpty()) {
                visitor.bad(name, new BadArticleException(Reason.EMPTY, "no lines"));
            }
            while (line.isPresent()) {
                number = line.get().number();
                show(name, line.get(), parser.get(), visitor);
                line = lines.next();
            }
        } catch (IOException e) {
            visitor.bad(name + ":" + (number + 1), Unreadable.because(e));
        }
    }

    private static void show(String name, JsonLines.Line line, ArticleParser parser, Visitor visitor) {
        try {
            visitor.article(line.offset(), parser.parse(line));
        } catch (BadArticleException e) {
            visitor.bad(name + ":" + line.number(), e);
        }
    }
}
