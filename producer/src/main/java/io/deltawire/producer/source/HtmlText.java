package io.deltawire.producer.source;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of HTML, one line a block; nothing of it is ever run. */
public final class HtmlText {
    private static final String FURNITURE =
            "script, style, noscript, template, iframe, object, svg, input, button, select, textarea,"
                    + " nav, header, footer, aside, figure, [hidden], [aria-hidden=true], [role=navigation], [role=complementary]";
    private static final Set<String> LINE_BREAKS = Set.of("br", "hr", "tr", "dt", "dd", "div", "section");

    private HtmlText() {}

    /** Text of a fragment as feeds carry it; plain text passes unharmed. */
    public static String ofFragment(String html) {
        return of(Jsoup.parseBodyFragment(html).body());
    }

    /** Text of an element, without scripts, navigation and the like. The element is changed. */
    static String of(Element element) {
        element.select(FURNITURE).remove();
        StringBuilder text = new StringBuilder();
        element.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    append(text, words);
                } else if (isBlock(node)) {
                    breakLine(text);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (isBlock(node)) {
                    breakLine(text);
                }
            }
        });
        return text.toString().strip();
    }

    private static boolean isBlock(Node node) {
        return node instanceof Element element && (element.isBlock() || LINE_BREAKS.contains(element.normalName()));
    }

    private static void append(StringBuilder text, TextNode words) {
        String part = words.getWholeText();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean space = Character.isWhitespace(c) || c == '\u00a0';
            if (!space) {
                text.append(c);
            } else if (text.length() > 0 && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
        }
    }

    private static void breakLine(StringBuilder text) {
        while (text.length() > 0 && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
