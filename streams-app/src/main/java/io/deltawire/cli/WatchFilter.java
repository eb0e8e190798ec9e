package io.deltawire.cli;

import io.deltawire.avro.ChangeType;
import io.deltawire.avro.ClaimKind;
import io.deltawire.avro.ClaimRecord;
import io.deltawire.avro.EntityWeight;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.avro.UpdateType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which records {@code watch} prints. Learns from the pictures of stories which of them are about the entity; what comes before the
 * picture that goes with it is held until then, since topics are read side by side.
 */
final class WatchFilter {
    static final Set<String> TYPES = types();

    private final String story;
    private final String entity;
    private final Set<ClaimKind> kinds;
    private final Set<String> types;
    private final int minSources;
    private final double minConfidence;
    private final Set<String> about = new HashSet<>();
    private final Map<String, Instant> painted = new HashMap<>();
    private final Map<String, List<SpecificRecord>> held = new HashMap<>();

    /** @param entity id or name; "" for any */
    WatchFilter(
            String story,
            String entity,
            Set<ClaimKind> kinds,
            Set<String> types,
            int minSources,
            double minConfidence) {
        this.story = story;
        this.entity = entity.toLowerCase(Locale.ROOT);
        this.kinds = kinds;
        this.types = types;
        this.minSources = minSources;
        this.minConfidence = minConfidence;
    }

    private static Set<String> types() {
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(Stream.of(ChangeType.values()), Stream.of(UpdateType.values()))
                .map(Enum::name)
                .filter(name -> !name.equals("UNKNOWN"))
                .forEach(names::add);
        return new TreeSet<>(names);
    }

    /** What is to be printed now that this record has come: itself, or what was held for this picture, or nothing. */
    List<SpecificRecord> take(String storyId, @Nullable SpecificRecord value) {
        learn(storyId, value);
        List<SpecificRecord> now = new ArrayList<>();
        if (value instanceof Story) {
            List<SpecificRecord> waiting = held.getOrDefault(storyId, new ArrayList<>());
            waiting.stream()
                    .filter(each -> isPainted(storyId, each) && wants(storyId, each))
                    .forEach(now::add);
            waiting.removeIf(each -> isPainted(storyId, each));
        }
        if (value != null && wants(storyId, value)) {
            now.add(value);
        } else if (value != null && !isPainted(storyId, value) && fits(storyId, value)) {
            held.computeIfAbsent(storyId, id -> new ArrayList<>()).add(value);
        }
        return now;
    }

    private boolean isPainted(String storyId, SpecificRecord value) {
        Instant at = value instanceof FactChange change
                ? change.getAt()
                : value instanceof StoryUpdate update ? update.getAt() : Instant.MIN;
        return entity.isEmpty() || !painted.getOrDefault(storyId, Instant.MIN).isBefore(at);
    }

    void learn(String storyId, @Nullable SpecificRecord value) {
        if (value instanceof Story picture && !entity.isEmpty()) {
            painted.put(storyId, picture.getUpdatedAt());
            boolean is = picture.getEntities().stream().anyMatch(this::is);
            if (is) {
                about.add(storyId);
            } else {
                about.remove(storyId);
            }
        }
    }

    private boolean is(EntityWeight each) {
        return is(each.getId()) || is(each.getName());
    }

    private boolean is(String text) {
        return text.toLowerCase(Locale.ROOT).equals(entity);
    }

    boolean wants(String storyId, @Nullable SpecificRecord value) {
        return (entity.isEmpty()
                        || about.contains(storyId)
                        || (value instanceof FactChange change && isNamed(change.getEvidence())))
                && fits(storyId, value);
    }

    /** Whether it is wanted as far as it tells by itself. */
    private boolean fits(String storyId, @Nullable SpecificRecord value) {
        if (!story.isEmpty() && !story.equals(storyId)) {
            return false;
        }
        if (value instanceof FactChange change) {
            return (kinds.isEmpty() || kinds.contains(change.getKind()))
                    && (types.isEmpty() || types.contains(change.getType().name()))
                    && change.getAfterSources().size() >= minSources
                    && change.getConfidence() >= minConfidence;
        }
        if (value instanceof StoryUpdate update) {
            return kinds.isEmpty()
                    && minSources == 0
                    && minConfidence == 0
                    && (types.isEmpty() || types.contains(update.getType().name()));
        }
        if (value instanceof Story picture) {
            return picture.getIndependentSources() >= minSources
                    && (kinds.isEmpty()
                            || picture.getFacts().stream().anyMatch(fact -> kinds.contains(fact.getKind())));
        }
        return false;
    }

    private boolean isNamed(@Nullable ClaimRecord claim) {
        return claim != null
                && Stream.of(
                                claim.getSubject(),
                                claim.getSubjectId(),
                                claim.getValue(),
                                claim.getValueId(),
                                claim.getSpeaker(),
                                claim.getSpeakerId())
                        .anyMatch(this::is);
    }
}
