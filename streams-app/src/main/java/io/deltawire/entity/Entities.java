package io.deltawire.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entities of one document, found by id or by token. */
public final class Entities {
    private final List<Entity> all;
    private final Map<String, Entity> byId = new HashMap<>();
    private final Map<Integer, Mention> byToken = new HashMap<>();

    /** @param all entities in order of first mention; mentions must not overlap */
    public Entities(List<Entity> all) {
        this.all = List.copyOf(all);
        for (Entity entity : all) {
            byId.put(entity.id(), entity);
            for (Mention mention : entity.mentions()) {
                for (int t = mention.firstToken(); t < mention.endToken(); t++) {
                    byToken.put(t, mention);
                }
            }
        }
    }

    public List<Entity> all() {
        return all;
    }

    public @Nullable Entity byId(String id) {
        return byId.get(id);
    }

    /** The mention that covers a token, or null. */
    public @Nullable Mention at(int token) {
        return byToken.get(token);
    }
}
