package io.deltawire.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entities of one document, found by id or by token. */
public final class Entities {
    private final List<Entity> all;
    private final Map<String, Entity> byId = new HashMap<>();
    private final @Nullable Mention[] mentionAt;
    private final @Nullable Entity[] entityAt;

    /** @param all entities in order of first mention; mentions must not overlap */
    public Entities(List<Entity> all) {
        this.all = List.copyOf(all);
        int tokens = 0;
        for (Entity entity : all) {
            byId.put(entity.id(), entity);
            for (Mention mention : entity.mentions()) {
                tokens = Math.max(tokens, mention.endToken());
            }
        }
        mentionAt = new Mention[tokens];
        entityAt = new Entity[tokens];
        for (Entity entity : all) {
            for (Mention mention : entity.mentions()) {
                for (int t = mention.firstToken(); t < mention.endToken(); t++) {
                    mentionAt[t] = mention;
                    entityAt[t] = byId.get(mention.entityId());
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

    /** The entity whose mention covers a token, or null. */
    public @Nullable Entity entityAt(int token) {
        return token >= 0 && token < entityAt.length ? entityAt[token] : null;
    }

    /** The mention that covers a token, or null. */
    public @Nullable Mention at(int token) {
        return token >= 0 && token < mentionAt.length ? mentionAt[token] : null;
    }
}
