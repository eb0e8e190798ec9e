package io.deltawire.entity;

import io.deltawire.text.Document;
import java.util.List;

/** Finds who says what. Thread-safe, no state. */
public final class Attributor {
    /** Attributions in text order; contents may nest but not cross. */
    public List<Attribution> attribute(Document document, Entities entities) {
        return List.of();
    }
}
