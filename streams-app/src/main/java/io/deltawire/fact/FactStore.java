package io.deltawire.fact;

import io.deltawire.state.Pieces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts under their own keys, {@code fact|story|fact id}, read a story at a time when needed and held in memory within a
 * bound; and a mark {@code fact-seen|story|article} for each article taken. Ids must not contain '|'.
 */
final class FactStore {
    private static final byte[] MARK = {1};

    private final Pieces pieces;
    private final FactConfig config;
    private final LinkedHashMap<String, StoryFacts> cache = new LinkedHashMap<>(64, 0.75f, true);
    private final FactCodec.Writer writer = new FactCodec.Writer();
    private int cached;
    private @Nullable Notes notes;

    /** What is done to the facts of a story, the last of each fact. */
    private static final class Notes {
        private final Map<String, SharedHearings.Written> written = new LinkedHashMap<>();
        private final Map<String, Fact> held = new LinkedHashMap<>();
        private final Map<String, Fact> removed = new LinkedHashMap<>();
    }

    FactStore(Pieces pieces, FactConfig config) {
        this.pieces = pieces;
        this.config = config;
    }

    private static String factPrefix(String storyId) {
        return "fact|" + storyId + "|";
    }

    private static String seenPrefix(String storyId) {
        return "fact-seen|" + storyId + "|";
    }

    /** All facts of a story; do not keep it past the next call for another story. */
    StoryFacts of(String storyId) {
        StoryFacts known = cache.get(storyId);
        if (known != null) {
            return known;
        }
        StoryFacts facts = new StoryFacts();
        String prefix = factPrefix(storyId);
        pieces.scan(
                prefix, (key, piece) -> facts.put(FactCodec.decode(storyId, key.substring(prefix.length()), piece)));
        cache.put(storyId, facts);
        cached += facts.size();
        makeRoom(storyId);
        return facts;
    }

    /** A story that begins has no facts. Looked for all the same, none are found slowly: RocksDB walks over what closed stories left deleted. */
    void begin(String storyId) {
        if (cache.putIfAbsent(storyId, new StoryFacts()) == null) {
            makeRoom(storyId);
        }
    }

    private void makeRoom(String keep) {
        var eldest = cache.entrySet().iterator();
        while ((cached > config.cachedFacts() || cache.size() > config.cachedFacts()) && eldest.hasNext()) {
            Map.Entry<String, StoryFacts> entry = eldest.next();
            if (!entry.getKey().equals(keep)) {
                cached -= entry.getValue().size();
                eldest.remove();
            }
        }
    }

    /** Takes note of what is done from now on, until {@link #noted}. */
    void note() {
        notes = new Notes();
    }

    /** What was done since {@link #note}, with the changes that it brought. */
    SharedHearings.Heard noted(List<Change> changes) {
        Notes done = notes;
        notes = null;
        if (done == null) {
            throw new IllegalStateException("nothing was noted");
        }
        return new SharedHearings.Heard(
                changes,
                List.copyOf(done.written.values()),
                List.copyOf(done.held.values()),
                List.copyOf(done.removed.values()));
    }

    /** Does the same to this store. */
    void take(SharedHearings.Heard heard) {
        heard.removed().forEach(this::remove);
        for (SharedHearings.Written each : heard.written()) {
            hold(each.fact());
            pieces.put(key(each.fact()), each.piece());
        }
        heard.held().forEach(this::hold);
    }

    private static String key(Fact fact) {
        return factPrefix(fact.storyId()) + fact.id();
    }

    /** Holds a fact in memory until {@link #put} writes it, within one article. */
    void hold(Fact fact) {
        StoryFacts facts = of(fact.storyId());
        int before = facts.size();
        facts.put(fact);
        cached += facts.size() - before;
        if (notes != null) {
            notes.held.put(fact.id(), fact);
            notes.removed.remove(fact.id());
        }
    }

    void put(Fact fact) {
        hold(fact);
        byte[] piece = writer.encode(fact);
        pieces.put(key(fact), piece);
        if (notes != null) {
            notes.held.remove(fact.id());
            notes.written.put(fact.id(), new SharedHearings.Written(fact, piece));
        }
    }

    void remove(Fact fact) {
        StoryFacts facts = of(fact.storyId());
        int before = facts.size();
        facts.remove(fact);
        cached += facts.size() - before;
        pieces.delete(key(fact));
        if (notes != null) {
            notes.held.remove(fact.id());
            notes.written.remove(fact.id());
            notes.removed.put(fact.id(), fact);
        }
    }

    /** Lets the least supported facts that were not heard of for longest go, down to the bound. */
    void trim(String storyId) {
        StoryFacts facts = of(storyId);
        if (facts.size() <= config.maxFacts()) {
            return;
        }
        List<Fact> weakest = new ArrayList<>(facts.all());
        weakest.sort(Comparator.comparing((Fact fact) -> fact.standings().size() > 1 || fact.support() > 1)
                .thenComparing(Fact::lastAt)
                .thenComparing(Fact::id));
        // a tenth at once, so that a long story does not sort its facts at every article
        int goal = config.maxFacts() - config.maxFacts() / 10;
        weakest.subList(0, facts.size() - goal).forEach(this::remove);
    }

    boolean seen(String storyId, String articleId) {
        return pieces.get(seenPrefix(storyId) + articleId) != null;
    }

    void markSeen(String storyId, String articleId) {
        pieces.put(seenPrefix(storyId) + articleId, MARK);
    }

    /** Articles taken for a story, in order of id. */
    List<String> articles(String storyId) {
        List<String> articles = new ArrayList<>();
        String prefix = seenPrefix(storyId);
        pieces.scan(prefix, (key, piece) -> articles.add(key.substring(prefix.length())));
        return articles;
    }

    void moveSeen(String from, String to, List<String> articles) {
        for (String article : articles) {
            if (seen(from, article)) {
                pieces.delete(seenPrefix(from) + article);
                markSeen(to, article);
            }
        }
    }

    void forget(String storyId) {
        new ArrayList<>(of(storyId).all()).forEach(this::remove);
        articles(storyId).forEach(article -> pieces.delete(seenPrefix(storyId) + article));
        cache.remove(storyId);
    }
}
