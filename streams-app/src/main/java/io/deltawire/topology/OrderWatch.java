package io.deltawire.topology;

import io.deltawire.engine.Order;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.Value;
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
    private static final String GROUP = "deltawire-order-metrics";
    private static final long WARN_EVERY_MS = Duration.ofMinutes(1).toMillis();

    private final Order order;
    private final LineConfig config;
    private final ProcessorContext<String, Ordered> context;
    private final Map<Integer, Long> lastHeard = new HashMap<>();
    private final Sensor depth;
    private final Sensor span;
    private final Sensor forced;
    private final long begin;
    private long warned;
    private long forcedBefore;

    OrderWatch(Order order, LineConfig config, ProcessorContext<String, Ordered> context) {
        this.order = order;
        this.config = config;
        this.context = context;
        this.begin = context.currentSystemTimeMs();
        this.warned = begin;
        depth = sensor("depth", "articles that wait for their turn");
        span = sensor("lag-ms", "event time between the oldest and the newest article that wait");
        forced = sensor("forced-total", "articles let go before their turn because too many waited");
    }

    void heard(int partition, long now) {
        lastHeard.put(partition, now);
    }

    /** @return whether a partition is newly left out, so that more may be released */
    boolean look(long now) {
        depth.record(order.depth());
        span.record((double) order.span());
        forced.record((double) order.forced());
        if (order.forced() > forcedBefore) {
            LOG.warn(
                    "{} articles let go before their turn: more than {} waited ({}). This run can't be replayed exactly.",
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

    private Sensor sensor(String name, String description) {
        String task = context.taskId().toString();
        Sensor sensor = context.metrics().addSensor("order-" + name + "-" + task, Sensor.RecordingLevel.INFO);
        sensor.add(new MetricName(name, GROUP, description, Map.of("task-id", task)), new Value());
        return sensor;
    }

    void close() {
        context.metrics().removeSensor(depth);
        context.metrics().removeSensor(span);
        context.metrics().removeSensor(forced);
    }
}
