package io.deltawire.producer;

import io.deltawire.article.BadArticleException;
import io.deltawire.article.BadArticleException.Reason;
import java.util.EnumMap;
import java.util.Map;

/** Counts what is skipped, by reason, on its way to a listener. */
final class Tally implements ProgressListener {
    private final ProgressListener listener;
    private final Map<Reason, Long> skipped = new EnumMap<>(Reason.class);

    Tally(ProgressListener listener) {
        this.listener = listener;
    }

    @Override
    public void skipped(String where, BadArticleException why) {
        synchronized (skipped) {
            skipped.merge(why.reason(), 1L, Long::sum);
        }
        listener.skipped(where, why);
    }

    Map<Reason, Long> byReason() {
        synchronized (skipped) {
            return new EnumMap<>(skipped);
        }
    }

    long inAll() {
        return byReason().values().stream().mapToLong(Long::longValue).sum();
    }
}
