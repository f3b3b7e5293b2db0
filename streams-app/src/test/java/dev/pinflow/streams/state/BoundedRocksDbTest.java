package dev.pinflow.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class BoundedRocksDbTest {
    private static final long BYTES = 4L * 1024 * 1024;
    private static final int STORES = 3;
    private static final int RECORDS = 20_000;
    private static final int RECORD_BYTES = 512;

    @TempDir
    private Path folder;

    @Test
    void allStoresTogetherStayWithinTheBound() throws RocksDBException {
        List<RocksDB> stores = new ArrayList<>();
        List<Options> options = new ArrayList<>();
        for (int store = 0; store < STORES; store++) {
            options.add(options("store" + store));
            stores.add(RocksDB.open(
                    options.get(store), folder.resolve("store" + store).toString()));
        }
        Random random = new Random(1);
        byte[] value = new byte[RECORD_BYTES];
        long most = 0;
        for (int record = 0; record < RECORDS; record++) {
            random.nextBytes(value);
            for (RocksDB store : stores) {
                store.put(ByteBuffer.allocate(4).putInt(record).array(), value);
                store.get(ByteBuffer.allocate(4)
                        .putInt(random.nextInt(record + 1))
                        .array());
            }
            most = Math.max(most, BoundedRocksDb.shared(BYTES).cache().getUsage());
        }

        assertThat(most).as("of 30 MB written").isGreaterThan(BYTES / 4).isLessThan(BYTES * 3 / 2);
        stores.forEach(RocksDB::close);
        options.forEach(Options::close);
    }

    @Test
    void closingOneStoreLeavesTheMemoryOfTheOthers() throws RocksDBException {
        Options first = options("first");
        new BoundedRocksDb().close("first", first);
        first.close();

        try (Options second = options("second");
                RocksDB store = RocksDB.open(second, folder.resolve("second").toString())) {
            store.put(new byte[] {1}, new byte[] {2});
            assertThat(store.get(new byte[] {1})).containsExactly(2);
        }
    }

    private static Options options(String store) {
        Options options = new Options().setCreateIfMissing(true);
        options.setTableFormatConfig(new BlockBasedTableConfig());
        new BoundedRocksDb().setConfig(store, options, Map.of(BoundedRocksDb.BYTES_CONFIG, Long.toString(BYTES)));
        return options;
    }
}
