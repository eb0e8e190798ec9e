package io.deltawire.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Processor time of this JVM by what its threads do, in nanoseconds. What no Java thread used is the JVM's own: garbage collection,
 * compilation, and the background work of state stores.
 */
final class CpuByThread {
    private final Map<Long, Long> byThread = new HashMap<>();
    private final long process;

    private CpuByThread(long process) {
        this.process = process;
    }

    static CpuByThread now() {
        CpuByThread now = new CpuByThread(Machine.processNanos());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (long id : threads.getAllThreadIds()) {
            now.byThread.put(id, threads.getThreadCpuTime(id));
        }
        return now;
    }

    /** Time since then by kind of thread. Threads that have ended meanwhile count as the JVM's own. */
    static Map<String, Long> since(CpuByThread before) {
        Map<String, Long> kinds = new TreeMap<>();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long all = Machine.processNanos() - before.process;
        long java = 0;
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null) {
                long used = threads.getThreadCpuTime(info.getThreadId())
                        - before.byThread.getOrDefault(info.getThreadId(), 0L);
                if (used > 0) {
                    java += used;
                    kinds.merge(kind(info.getThreadName()), used, Long::sum);
                }
            }
        }
        kinds.put("jvm: gc, jit, rocksdb", Math.max(0, all - java));
        return kinds;
    }

    private static String kind(String thread) {
        if (thread.contains("kafka-producer-network-thread")) {
            return "producer i/o";
        }
        if (thread.contains("StreamThread")
                || thread.contains("GlobalStreamThread")
                || thread.contains("StateUpdater")) {
            return "stream threads";
        }
        if (thread.startsWith("data-plane")
                || thread.startsWith("kafka-")
                || thread.startsWith("raft")
                || thread.startsWith("quorum")
                || thread.startsWith("Expiration")
                || thread.contains("executor-")
                || thread.contains("coordinator")
                || thread.contains("transaction")) {
            return "broker";
        }
        return "other";
    }
}
