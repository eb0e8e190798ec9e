package io.deltawire.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deltawire.view.Archive;
import io.deltawire.view.Event;
import io.deltawire.view.Filter;
import io.deltawire.view.Summary;
import io.deltawire.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Atom feeds (RFC 4287): the latest changes of all stories, with the stream's filters, and those of one story. */
final class Feeds implements Routes {
    private static final int ENTRIES = 50;
    private static final int LOOKED_AT = 5_000;
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final Archive archive;

    Feeds(Archive archive) {
        this.archive = archive;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/feeds/changes.atom", this::all);
        routes.get("/feeds/stories/{id}.atom", this::story);
    }

    private void all(Context ctx) throws XMLStreamException {
        Params params = Params.of(ctx, ChangesApi.FILTER_PARAMS);
        Filter filter = ChangesApi.filter(params, EnumSet.of(Event.Log.CHANGES));
        List<Event> events = archive.before(
                        Optional.empty(), event -> filter.wants(event, archive::summary), ENTRIES, LOOKED_AT)
                .events();
        String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        feed(ctx, "Changes", "/feeds/changes.atom" + query, "/", events);
    }

    private void story(Context ctx) throws XMLStreamException {
        Params.of(ctx, Set.of());
        String id = ctx.pathParam("id");
        ObjectNode story = archive.story(id).orElseThrow(() -> StoriesApi.unknown(id));
        List<Event> events = new ArrayList<>(archive.ofStory(id, Event.Log.CHANGES, Long.MAX_VALUE));
        Collections.reverse(events);
        feed(
                ctx,
                story.path("title").asText(),
                "/feeds/stories/" + Links.segment(id) + ".atom",
                Links.page(id),
                events.subList(0, Math.min(events.size(), ENTRIES)));
    }

    private void feed(Context ctx, String title, String self, String page, List<Event> events)
            throws XMLStreamException {
        String base = ctx.scheme() + "://" + ctx.host();
        StringWriter out = new StringWriter();
        XMLStreamWriter xml = XML.createXMLStreamWriter(out);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element(xml, "id", base + self);
        element(xml, "title", "deltawire: " + title);
        link(xml, "self", base + self);
        link(xml, "alternate", base + page);
        element(
                xml,
                "updated",
                (events.isEmpty()
                                ? Instant.EPOCH
                                : Instant.ofEpochMilli(events.get(0).at()))
                        .toString());
        xml.writeStartElement("author");
        element(xml, "name", "deltawire");
        xml.writeEndElement();
        for (Event event : events) {
            entry(xml, base, event);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        Answers.tagged(
                ctx, "application/atom+xml; charset=utf-8", out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void entry(XMLStreamWriter xml, String base, Event event) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:deltawire:change:" + Links.segment(event.id()));
        element(xml, "title", event.json().path("text").asText());
        element(xml, "updated", Instant.ofEpochMilli(event.at()).toString());
        link(xml, "alternate", base + Links.page(event.storyId()));
        xml.writeStartElement("category");
        xml.writeAttribute("term", event.type());
        xml.writeEndElement();
        String story = archive.summary(event.storyId()).map(Summary::title).orElse("");
        String sentence = event.json().path("evidence").path("sentence").asText();
        element(xml, "summary", story + (sentence.isEmpty() ? "" : " — “" + sentence + "”"));
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }

    /** XML 1.0 has no way to write most control characters and lone surrogates; they become spaces. */
    private static String allowed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(c -> isXml(c) ? c : ' ').forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
    }
}
