package io.deltawire.topology;

import io.deltawire.engine.Order;
import io.deltawire.topology.LineMetrics.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at ORDER from outside, by the wall clock: depth and lag as metrics, a warning when a partition holds everything
 * back, and, where that is switched on, no more waiting for it. Nothing of this changes the order of what comes out, but
 * for the switch and the limit, which say so.
 */
final class OrderWatch {
    private static final Logger LOG = LoggerFactory.getLogger(OrderWatch.class);
    private static final double MS = 1000;
    private static final long WARN_EVERY_MS = Duration.ofMinutes(1).toMillis();

    private final Order order;
    private final LineConfig config;
    private final Map<Integer, Long> lastHeard = new HashMap<>();
    private final LineMetrics metrics;
    private final int partition;
    private final long begin;
    private long warned;
    private long forcedBefore;

    OrderWatch(Order order, LineConfig config, ProcessorContext<String, Ordered> context, LineMetrics metrics) {
        this.order = order;
        this.config = config;
        this.begin = context.currentSystemTimeMs();
        this.warned = begin;
        this.metrics = metrics;
        this.partition = context.taskId().partition();
    }

    void heard(int partition, long now) {
        lastHeard.put(partition, now);
    }

    /** @return whether a partition is newly left out, so that more may be released */
    boolean look(long now) {
        metrics.level(Level.ORDER_DEPTH, partition, order.depth());
        metrics.level(Level.ORDER_SPAN, partition, (double) order.span() / MS);
        metrics.level(Level.ORDER_FORCED, partition, (double) order.forced());
        Instant floor = order.floor();
        if (floor != null) {
            metrics.level(Level.WATERMARK_LAG, partition, (double) (now - floor.toEpochMilli()) / MS);
        }
        if (order.forced() > forcedBefore) {
            LOG.warn(
                    "{} articles let go before their turn: more than {} waited ({}). This run can't be replayed"
                            + " exactly.",
                    order.forced() - forcedBefore,
                    config.orderLimit(),
                    LineConfig.ORDER_LIMIT);
            forcedBefore = order.forced();
        }
        boolean leftOut = !config.idleTimeout().isZero() && leaveOutIdle(now);
        if (order.depth() > 0 && now - warned >= WARN_EVERY_MS) {
            warnOfSilence(now);
        }
        return leftOut;
    }

    private boolean leaveOutIdle(long now) {
        boolean leftOut = false;
        for (int partition = 0; partition < config.sourcePartitions(); partition++) {
            if (silence(partition, now) >= config.idleTimeout().toMillis()) {
                leftOut |= order.ignore(partition);
            }
        }
        return leftOut;
    }

    private void warnOfSilence(long now) {
        for (int partition : order.slowest()) {
            if (silence(partition, now) >= WARN_EVERY_MS) {
                warned = now;
                LOG.warn(
                        "{} articles wait for partition {} of {}, silent for {} s. Producers must write marks to every"
                                + " partition; for those that can't, see {}.",
                        order.depth(),
                        partition,
                        config.topics().articlesRaw(),
                        silence(partition, now) / 1000,
                        LineConfig.IDLE_TIMEOUT);
            }
        }
    }

    private long silence(int partition, long now) {
        return now - lastHeard.getOrDefault(partition, begin);
    }

    void close() {
        metrics.forget(partition, Level.ORDER_DEPTH, Level.ORDER_SPAN, Level.ORDER_FORCED, Level.WATERMARK_LAG);
    }
}
