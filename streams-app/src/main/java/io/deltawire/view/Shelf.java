package io.deltawire.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** Bytes by key on disk, in order; what one {@link Batch} holds is written whole or not at all. */
final class Shelf implements AutoCloseable {
    private static final long CACHE_BYTES = 16L << 20;
    private static final long WRITE_BUFFER_BYTES = 8L << 20;

    static {
        RocksDB.loadLibrary();
    }

    private final LRUCache cache = new LRUCache(CACHE_BYTES);
    private final Options options;
    private final RocksDB rocks;

    /** @throws IOException if it can't be opened, as when another process holds it */
    Shelf(Path directory) throws IOException {
        Files.createDirectories(directory);
        options = new Options()
                .setCreateIfMissing(true)
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setKeepLogFileNum(2)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(cache));
        try {
            rocks = RocksDB.open(options, directory.toString());
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    byte @Nullable [] get(byte[] key) throws IOException {
        try {
            return rocks.get(key);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    /** Entries from {@code from} on, in order of their keys, until the taker says false. */
    void forward(byte[] from, BiPredicate<byte[], byte[]> taker) throws IOException {
        try (RocksIterator iterator = rocks.newIterator()) {
            for (iterator.seek(from); iterator.isValid(); iterator.next()) {
                if (!taker.test(iterator.key(), iterator.value())) {
                    break;
                }
            }
            iterator.status();
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    /** Entries before {@code from}, backward, until the taker says false. */
    void backward(byte[] from, BiPredicate<byte[], byte[]> taker) throws IOException {
        try (RocksIterator iterator = rocks.newIterator()) {
            iterator.seekForPrev(from);
            while (iterator.isValid() && taker.test(iterator.key(), iterator.value())) {
                iterator.prev();
            }
            iterator.status();
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    /** Removes everything. */
    void clear() throws IOException {
        try {
            rocks.deleteRange(new byte[] {0}, new byte[] {(byte) 0xff});
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    void write(Batch batch) throws IOException {
        try (WriteOptions write = new WriteOptions()) {
            rocks.write(write, batch.batch);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        rocks.close();
        options.close();
        cache.close();
    }

    private static IOException failed(RocksDBException e) {
        return new IOException("the store of what is published: " + e.getMessage(), e);
    }

    /** What is to be written together. */
    static final class Batch implements AutoCloseable {
        private final WriteBatch batch = new WriteBatch();

        void put(byte[] key, byte[] value) throws IOException {
            try {
                batch.put(key, value);
            } catch (RocksDBException e) {
                throw failed(e);
            }
        }

        void delete(byte[] key) throws IOException {
            try {
                batch.delete(key);
            } catch (RocksDBException e) {
                throw failed(e);
            }
        }

        @Override
        public void close() {
            batch.close();
        }
    }
}
