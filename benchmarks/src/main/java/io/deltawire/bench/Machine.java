package io.deltawire.bench;

import com.sun.management.OperatingSystemMXBean;
import io.deltawire.ops.RunId;
import io.deltawire.ops.StreamsSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;

/** What a benchmark ran on. */
final class Machine {
    private Machine() {}

    /** Writes machine, versions and load into the conditions of a report. */
    static void describe(Report report) {
        Runtime runtime = Runtime.getRuntime();
        report.condition("begun", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        report.condition("cores", runtime.availableProcessors() + " × " + processor());
        report.condition(
                "memory",
                bean().getTotalMemorySize() / (1 << 20) + " MB, heap " + runtime.maxMemory() / (1 << 20)
                        + " MB at most");
        report.condition("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        report.condition("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        report.condition("kafka", AppInfoParser.getVersion());
        report.condition("run id", RunId.of(StreamsSettings.defaults()));
        report.condition("load before", load());
    }

    /** Load average of the last minute: what else the machine was doing. */
    static double load() {
        return bean().getSystemLoadAverage();
    }

    /** Processor time of this JVM in nanoseconds, all of its threads. */
    static long processNanos() {
        return bean().getProcessCpuTime();
    }

    private static OperatingSystemMXBean bean() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
