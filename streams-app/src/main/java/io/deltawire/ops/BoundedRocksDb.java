package io.deltawire.ops;

import io.deltawire.schemas.Settings;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One cache and one write buffer manager for all stores of this process, as Kafka's guide to memory has it: without, each store of
 * each task takes its own 50 MB cache and 48 MB of write buffers. Index and filter blocks count too, so the bound is one.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    /** MB that RocksDB may take in all. */
    public static final String MEMORY = "deltawire.rocksdb.memory.mb";

    private static final String DEFAULT_MB = "256";
    private static final int LEAST_MB = 8;
    private static final long MB = 1L << 20;

    /** Of the cache, for index and filter blocks, so that a scan does not push them out. */
    private static final double HIGH_PRIORITY = 0.1;

    /** The write buffers' part of the whole. */
    private static final int WRITE_BUFFERS = 3;

    private static final long BUFFER_BYTES = 8 * MB;
    private static final long BLOCK_BYTES = 16 << 10;

    private static @Nullable Shared shared;

    /** What all stores of the process share. */
    private record Shared(LRUCache cache, WriteBufferManager buffers) {}

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        Shared all = shared(bytes(configs));
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(all.cache());
        table.setBlockSize(BLOCK_BYTES);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(all.buffers());
        options.setWriteBufferSize(BUFFER_BYTES);
        options.setTableFormatConfig(table);
    }

    /** What RocksDB holds now, all stores of the process together, in bytes; write buffers are part of the cache. */
    static synchronized double usage() {
        return shared == null ? 0 : shared.cache().getUsage();
    }

    /** The first store of the process says how much; a second app in one process, as in tests, shares it. */
    private static synchronized Shared shared(long bytes) {
        Shared all = shared;
        if (all == null) {
            RocksDB.loadLibrary();
            LRUCache cache = new LRUCache(bytes, -1, false, HIGH_PRIORITY);
            all = new Shared(cache, new WriteBufferManager(bytes / WRITE_BUFFERS, cache));
            shared = all;
        }
        return all;
    }

    private static long bytes(Map<String, Object> configs) {
        Object set = configs.get(MEMORY);
        return megabytes(set == null ? DEFAULT_MB : String.valueOf(set)) * MB;
    }

    /** @throws IllegalArgumentException that names the setting, if it is wrong */
    static void check(Settings settings) {
        megabytes(settings.get(MEMORY, DEFAULT_MB));
    }

    private static int megabytes(String value) {
        try {
            int megabytes = Integer.parseInt(value.strip());
            if (megabytes >= LEAST_MB) {
                return megabytes;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number that is too small.
        }
        throw new IllegalArgumentException(MEMORY + " is '" + value + "'; it must be a whole number of 8 or more");
    }

    @Override
    public void close(String store, Options options) {
        // Cache and write buffers are the whole process's; a store that closes must not take them from the others.
    }
}
