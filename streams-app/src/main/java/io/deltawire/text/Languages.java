package io.deltawire.text;

import java.util.Map;

/** The languages that have a class of their own. A new one is added here. */
final class Languages {
    private static final Map<String, Language> KNOWN = Map.of("en", new English());

    private Languages() {}

    static Language of(String code) {
        Language known = KNOWN.get(code);
        return known == null ? new AnyLanguage(code) : known;
    }
}
