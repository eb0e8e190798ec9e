package io.deltawire.entity;

import io.deltawire.text.Article;
import io.deltawire.text.Document;
import io.deltawire.text.Reader;
import io.deltawire.text.Token;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with names marked as "[P Jane Doe]" (P person, O organisation, L place, X other), read into a document and spans. */
record MarkedText(Document document, List<NameSpan> names) {
    private static final Pattern MARK = Pattern.compile("\\[([POLX]) ([^\\]]+)\\]");

    static MarkedText of(String marked) {
        return of(marked, "2025-05-11T12:00:00Z");
    }

    static MarkedText of(String marked, String published) {
        StringBuilder plain = new StringBuilder();
        List<int[]> spans = new ArrayList<>();
        Matcher matcher = MARK.matcher(marked);
        int from = 0;
        while (matcher.find()) {
            plain.append(marked, from, matcher.start());
            int begin = plain.length();
            plain.append(matcher.group(2));
            spans.add(new int[] {begin, plain.length(), "POLX".indexOf(matcher.group(1))});
            from = matcher.end();
        }
        plain.append(marked, from, marked.length());
        Document document =
                new Reader().read(new Article("a", "", "", plain.toString(), Instant.parse(published), "", "en"));
        EntityType[] types = {EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE, EntityType.OTHER};
        List<NameSpan> names = new ArrayList<>();
        for (int[] span : spans) {
            int first = -1;
            int end = -1;
            List<Token> tokens = document.tokens();
            for (int t = 0; t < tokens.size(); t++) {
                if (tokens.get(t).begin() >= span[0] && tokens.get(t).end() <= span[1]) {
                    first = first < 0 ? t : first;
                    end = t + 1;
                }
            }
            names.add(new NameSpan(first, end, types[span[2]]));
        }
        return new MarkedText(document, names);
    }

    Entities linked() {
        return new Linker().link(document, names);
    }

    Entities linked(Catalog catalog) {
        return new Linker(() -> catalog).link(document, names);
    }
}
