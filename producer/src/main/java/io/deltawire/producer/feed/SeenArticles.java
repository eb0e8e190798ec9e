package io.deltawire.producer.feed;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ids published last, so that polling does not publish an entry again for as long as it stays in a feed. */
final class SeenArticles {
    private final Map<String, Boolean> ids;

    SeenArticles(int capacity) {
        ids = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized boolean contains(String id) {
        return ids.get(id) != null;
    }

    synchronized void add(String id) {
        ids.put(id, true);
    }
}
