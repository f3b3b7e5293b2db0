package dev.pinflow.connect.rds;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * Drives a task as a worker does, but keeps no record: what the heap has to hold is what the task itself holds. The
 * arguments are the number of postings and the connector's options as {@code key=value}; the output is one line.
 */
final class LoneTask {
    private static final int MIB = 1024 * 1024;

    private LoneTask() {}

    public static void main(String[] arguments) throws InterruptedException {
        long postings = Long.parseLong(arguments[0]);
        Map<String, String> options = new HashMap<>();
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            String[] option = argument.split("=", 2);
            options.put(option[0], option[1]);
        }
        RdsPostingSourceConnector connector = new RdsPostingSourceConnector();
        connector.start(options);
        RdsPostingSourceTask task = new RdsPostingSourceTask();
        task.initialize(new LoneContext(options));
        task.start(connector.taskConfigs(1).get(0));
        long records = 0;
        while (records < postings * Ledger.TOPICS.size()) {
            List<SourceRecord> batch = task.poll();
            if (batch != null) {
                records += batch.size();
                for (SourceRecord record : batch) {
                    task.commitRecord(record, null);
                }
            }
        }
        task.stop();
        connector.stop();
        System.out.printf(
                Locale.ROOT,
                "%,d postings, %,d records; heap: %d MiB at most, %d MiB live after the last full collection%n",
                postings,
                records,
                Runtime.getRuntime().maxMemory() / MIB,
                liveBytes() / MIB);
    }

    private static long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** A worker that has stored no offset, has no transactions and publishes no metrics. */
    private record LoneContext(Map<String, String> configs) implements SourceTaskContext {
        @Override
        public OffsetStorageReader offsetStorageReader() {
            return new OffsetStorageReader() {
                @Override
                public <T> Map<String, Object> offset(Map<String, T> partition) {
                    return null;
                }

                @Override
                public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
                    return new HashMap<>();
                }
            };
        }

        @Override
        public PluginMetrics pluginMetrics() {
            return null;
        }
    }
}
