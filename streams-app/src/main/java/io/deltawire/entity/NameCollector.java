package io.deltawire.entity;

import io.deltawire.entity.Catalog.CatalogIndex;
import io.deltawire.entity.LinkingPass.Name;
import io.deltawire.text.Document;
import io.deltawire.text.Sentence;
import io.deltawire.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trims the tagger's spans to bare names and adds catalog names that the tagger missed. */
final class NameCollector {
    /** A single city name that the tagger did not mark counts only above this many thousand people. */
    private static final int LARGE_CITY = 500;

    private final Document document;
    private final List<Token> tokens;
    private final CatalogIndex catalog;
    private final @Nullable String[] normals;

    NameCollector(Document document, CatalogIndex catalog) {
        this.document = document;
        this.catalog = catalog;
        tokens = document.tokens();
        normals = new String[tokens.size()];
    }

    /** Names in text order without overlap. */
    List<Name> collect(List<NameSpan> spans) {
        @Nullable Name[] at = new Name[tokens.size()];
        for (NameSpan span : spans) {
            int first = Math.max(0, span.firstToken());
            int end = Math.min(tokens.size(), span.endToken());
            while (first < end - 1 && isLead(first, span.type())) {
                first++;
            }
            while (end - 1 > first && isTail(end - 1)) {
                end--;
            }
            first = withoutOffice(first, end);
            if (first < end && hasLetter(first, end) && !isDemonym(first, end)) {
                Name name = name(first, end, span.type());
                if (!name.normal().isEmpty() && free(at, first, end)) {
                    cover(at, name);
                }
            }
        }
        for (Sentence sentence : document.sentences()) {
            addKnown(at, sentence);
        }
        List<Name> names = new ArrayList<>();
        for (int t = 0; t < at.length; t++) {
            if (at[t] != null && at[t].first() == t) {
                names.add(at[t]);
            }
        }
        names.sort(Comparator.comparingInt(Name::first));
        return names;
    }

    /** Where a known person's name begins inside a span that also took in an office: "UK Prime Minister Sir Keir Starmer". */
    private int withoutOffice(int first, int end) {
        for (int t = first + 1; t < end - 1 && t < first + 6; t++) {
            if (catalog.longestFrom(normal(t)) < 2) {
                continue;
            }
            boolean person = catalog.named(name(t, end, EntityType.PERSON).normal()).stream()
                    .anyMatch(known -> known.entry().type() == EntityType.PERSON);
            if (person) {
                return t;
            }
        }
        return first;
    }

    private static boolean free(@Nullable Name[] at, int first, int end) {
        for (int t = first; t < end; t++) {
            if (at[t] != null) {
                return false;
            }
        }
        return true;
    }

    private static void cover(@Nullable Name[] at, Name name) {
        for (int t = name.first(); t < name.end(); t++) {
            at[t] = name;
        }
    }

    private void addKnown(@Nullable Name[] at, Sentence sentence) {
        int t = sentence.firstToken();
        while (t < sentence.endToken()) {
            Name found = knownAt(at, t, sentence.endToken());
            if (found != null) {
                for (int k = found.first(); k < found.end(); k++) {
                    at[k] = null;
                }
                cover(at, found);
                t = found.end();
            } else {
                t++;
            }
        }
    }

    /** The longest catalog name at a token that does not cut through a name of the tagger, or null. */
    private @Nullable Name knownAt(@Nullable Name[] at, int t, int limit) {
        Token token = tokens.get(t);
        if (!token.word().isCapital() || (at[t] != null && at[t].first() != t)) {
            return null;
        }
        int longest = catalog.longestFrom(normal(t));
        if (longest == 0 && token.text().indexOf('-') > 0) {
            String normal = NameKeys.normal(token.text());
            longest = catalog.longestFrom(normal.substring(0, Math.max(0, normal.indexOf(' '))));
        }
        if (longest == 0 && normal(t).indexOf(' ') < 0) {
            return null; // no name begins with it, nor is it one
        }
        for (int end = Math.min(limit, t + Math.min(8, longest + 1)); end > t; end--) {
            boolean cuts = at[end - 1] != null && at[end - 1].end() > end;
            boolean same = at[t] != null && at[t].end() >= end;
            if (cuts || same || isTail(end - 1) || !hasLetter(end - 1, end)) {
                continue;
            }
            if (end - t > 1 && !mayEnd(end - 1)) {
                continue;
            }
            Name name = name(t, end, EntityType.OTHER);
            List<Known> known = catalog.named(name.normal());
            if (!known.isEmpty() && mayStandAlone(known.get(0), t, end)) {
                return name(t, end, known.get(0).entry().type());
            }
        }
        return null;
    }

    private boolean mayStandAlone(Known known, int t, int end) {
        boolean country = known.entry().id().startsWith("country:") || known.people() == 1_000;
        boolean several = end - t > 1;
        // "Miss." and "Mass." are states only behind a town: "Natchez, Miss."
        boolean abbreviation = known.entry().id().startsWith("region:")
                && !NameKeys.normal(known.entry().name())
                        .equals(NameKeys.normal(tokens.get(t).text()));
        if (!several && abbreviation && (t == 0 || !tokens.get(t - 1).text().equals(","))) {
            return false;
        }
        return switch (known.entry().type()) {
            case PLACE -> country || several || (known.people() >= LARGE_CITY && !partOfLongerName(t, end));
            case PERSON -> several;
            case ORGANISATION -> several || tokens.get(t).text().length() > 2;
            case OTHER -> true;
        };
    }

    /** A capital word right before or behind, as in "Houston Smith" or "Mr Lincoln". */
    private boolean partOfLongerName(int t, int end) {
        boolean before = t > 0
                && Character.isUpperCase(tokens.get(t - 1).text().charAt(0))
                && tokens.get(t - 1).end() + 1 == tokens.get(t).begin()
                && !tokens.get(t - 1).text().endsWith(".");
        boolean after = end < tokens.size()
                && Character.isUpperCase(tokens.get(end).text().charAt(0))
                && tokens.get(end - 1).end() + 1 == tokens.get(end).begin();
        return before || after;
    }

    /** Names end in a word that begins with a capital or a digit. */
    private boolean mayEnd(int t) {
        char first = tokens.get(t).text().charAt(0);
        return Character.isUpperCase(first) || Character.isDigit(first) || first == '\'' || first == '’';
    }

    private String normal(int t) {
        String known = normals[t];
        if (known == null) {
            known = NameKeys.normalWord(tokens.get(t).text());
            normals[t] = known;
        }
        return known;
    }

    private Name name(int first, int end, EntityType type) {
        int begin = tokens.get(first).begin();
        int endChar = tokens.get(end - 1).end();
        String surface = document.text().substring(begin, endChar);
        String normal = end - first == 1 ? NameKeys.normalWord(surface) : NameKeys.normal(surface);
        return new Name(first, end, type, surface, normal, begin, endChar);
    }

    /** Titles, offices and demonyms before a person's name; an article before any. */
    private boolean isLead(int t, EntityType type) {
        String lower = tokens.get(t).lower();
        if (lower.equals("the") || lower.equals("“") || lower.equals("\"") || lower.equals("'") || lower.equals("-")) {
            return true;
        }
        if (type != EntityType.PERSON) {
            return false;
        }
        // "Pope Francis" and "King Charles" are known by their title.
        boolean named = !catalog.named(NameKeys.normal(
                        tokens.get(t).text() + " " + tokens.get(t + 1).text()))
                .isEmpty();
        return !named
                && (!NameLists.ENGLISH.title(lower).isEmpty()
                        || catalog.demonym(tokens.get(t).text()) != null
                        || lower.equals("."));
    }

    private boolean isTail(int t) {
        String lower = tokens.get(t).lower();
        return lower.equals("'s")
                || lower.equals("’s")
                || lower.equals("'")
                || lower.equals("’")
                || lower.equals("”")
                || lower.equals("\"")
                || lower.equals(",")
                || lower.equals(")");
    }

    private boolean isDemonym(int first, int end) {
        String text = document.text()
                .substring(tokens.get(first).begin(), tokens.get(end - 1).end());
        return end - first <= 2
                && catalog.demonym(text) != null
                && catalog.named(NameKeys.normal(text)).isEmpty();
    }

    private boolean hasLetter(int first, int end) {
        for (int t = first; t < end; t++) {
            if (Character.isLetter(tokens.get(t).text().charAt(0))) {
                return true;
            }
        }
        return false;
    }

    /** 'm' or 'f' from a title right before a name, else 0. */
    static char genderBefore(Document document, int first) {
        for (int t = first - 1; t >= Math.max(0, first - 3); t--) {
            String title = NameLists.ENGLISH.title(document.tokens().get(t).lower());
            if (title.isEmpty() && !document.tokens().get(t).text().equals(".")) {
                return 0;
            }
            if (title.startsWith("m") || title.startsWith("f")) {
                return title.charAt(0);
            }
        }
        return 0;
    }
}
