package io.deltawire.ops;

import io.deltawire.schemas.Version;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What one instance tells of itself: its probes and its metrics, both there before the streams app is. */
public record Telemetry(Health health, PrometheusMeterRegistry registry) {
    /** With the metrics of this Java process. */
    public static Telemetry create(Version version) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new ClassLoaderMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Gauge.builder("deltawire_info", () -> 1)
                .description("version of deltawire and of Kafka's clients")
                .tag("version", version.deltawire())
                .tag("kafka", version.kafka())
                .register(registry);
        Gauge.builder("deltawire_rocksdb_memory_bytes", BoundedRocksDb::usage)
                .description("what RocksDB holds, all stores of the process together")
                .register(registry);
        return new Telemetry(new Health(), registry);
    }

    /** In the text form that Prometheus reads. */
    public String scrape() {
        return registry.scrape();
    }
}
