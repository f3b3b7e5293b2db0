package dev.pinflow.streams.state;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the native memory of all RocksDB stores of this process together: blocks, indexes, filters and memtables are
 * charged to one cache. Without it each store takes its own 50 MB of blocks and 48 MB of memtables.
 *
 * <p>Kafka Streams makes one of these for each store, from its class name, and offers no other way to hand objects in;
 * so what the stores share is static, and lives as long as the process. Closing a store must not close it.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    /** The setting of Kafka Streams, not known to it, that holds the bytes for the whole process. */
    public static final String BYTES_CONFIG = "pinflow.state.memory.bytes";

    /** The largest share of the memory that unwritten data may take; the rest is for reading. */
    private static final double MEMTABLE_SHARE = 0.5;

    /** Indexes and filters are evicted after data blocks. */
    private static final double INDEX_SHARE = 0.2;

    private static final int SHARD_BITS_BY_CAPACITY = -1;
    private static final long LARGEST_MEMTABLE_BYTES = 4L * 1024 * 1024;
    private static final int MEMTABLES_PER_STORE = 2;

    private static final Map<Long, SharedMemory> SHARED = new ConcurrentHashMap<>();

    /** What the stores of a process share. */
    record SharedMemory(LRUCache cache, WriteBufferManager memtables) {
        static SharedMemory of(long bytes) {
            RocksDB.loadLibrary();
            // Not strict: a strict cache fails reads when it is full instead of evicting later.
            LRUCache cache = new LRUCache(bytes, SHARD_BITS_BY_CAPACITY, false, INDEX_SHARE);
            return new SharedMemory(cache, new WriteBufferManager((long) (bytes * MEMTABLE_SHARE), cache));
        }
    }

    /** The memory of that size; the same for all callers. */
    static SharedMemory shared(long bytes) {
        return SHARED.computeIfAbsent(bytes, SharedMemory::of);
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        long bytes = Long.parseLong(String.valueOf(configs.get(BYTES_CONFIG)));
        SharedMemory memory = shared(bytes);
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinL0FilterAndIndexBlocksInCache(false);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.memtables());
        options.setWriteBufferSize(Math.min(LARGEST_MEMTABLE_BYTES, Math.max(1, bytes / 16)));
        options.setMaxWriteBufferNumber(MEMTABLES_PER_STORE);
    }

    /** Leaves the shared memory alone: other stores use it. */
    @Override
    public void close(String storeName, Options options) {}
}
