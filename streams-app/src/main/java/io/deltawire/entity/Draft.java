package io.deltawire.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entity of a document while it is being linked. */
final class Draft {
    final String id;
    final EntityType type;
    final String normal;
    final List<String> parts;
    final @Nullable Known known;
    private final String name;
    private final Set<String> surfaces = new LinkedHashSet<>();
    private final List<Mention> mentions = new ArrayList<>();
    /** 'm', 'f' or 0 from titles before the name. */
    char gender;

    Draft(String id, String name, EntityType type, @Nullable Known known) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.known = known;
        normal = NameKeys.normal(name);
        parts = NameKeys.personParts(normal);
    }

    static Draft of(Known known) {
        return new Draft(known.entry().id(), known.entry().name(), known.entry().type(), known);
    }

    boolean isFullName() {
        return type == EntityType.PERSON && parts.size() > 1;
    }

    String surname() {
        if (known != null && !known.surname().isEmpty()) {
            return known.surname();
        }
        return parts.isEmpty() ? "" : parts.get(parts.size() - 1);
    }

    String country() {
        return known == null ? "" : known.entry().country();
    }

    void mention(int firstToken, int endToken, int begin, int end, Mention.Form form, String surface) {
        mentions.add(new Mention(id, firstToken, endToken, begin, end, form));
        if (form == Mention.Form.NAME) {
            surfaces.add(surface);
        }
    }

    /** First token of the last mention by name before a token, or -1. */
    int lastNamedBefore(int token) {
        int last = -1;
        for (Mention mention : mentions) {
            if (mention.form() == Mention.Form.NAME && mention.firstToken() < token) {
                last = Math.max(last, mention.firstToken());
            }
        }
        return last;
    }

    int firstToken() {
        return mentions.stream().mapToInt(Mention::firstToken).min().orElse(Integer.MAX_VALUE);
    }

    List<Mention> mentions() {
        return mentions;
    }

    String name() {
        return name;
    }

    Entity entity() {
        mentions.sort(Comparator.comparingInt(Mention::firstToken));
        return new Entity(id, name, type, country(), List.copyOf(surfaces), List.copyOf(mentions));
    }
}
