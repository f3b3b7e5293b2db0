package dev.pinflow.streams.answers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;

/**
 * One report's groups with their rows, in memory, and how far its topic was read. Written by Kafka's global thread, read
 * by any. Kafka's own store in memory may miss entries when it is read while it is written, and does not tell how far it
 * is.
 */
final class AnswerTable implements StateStore {
    private final String name;
    private final Map<String, List<String>> rows = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
    private volatile boolean open;

    AnswerTable(String name) {
        this.name = name;
    }

    /** @param changed the group's rows as JSON objects, in order; none when the group is gone */
    void put(String group, List<String> changed) {
        if (changed.isEmpty()) {
            rows.remove(group);
        } else {
            rows.put(group, changed);
        }
    }

    /** To be called after what was read has been put. */
    void readUpTo(TopicPartition partition, long nextOffset) {
        positions.put(partition, nextOffset);
    }

    /** Weakly consistent: each group's rows are of one moment. */
    Map<String, List<String>> rows() {
        return rows;
    }

    /** The offset after the last record that was read, of the partitions that have one. */
    Map<TopicPartition, Long> positions() {
        return positions;
    }

    @Override
    public String name() {
        return name;
    }

    /** The processor rebuilds the table from its topic at each start; Kafka needs no way to restore it. */
    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {
            throw new IllegalStateException("The table " + name + " is restored by its processor.");
        });
        open = true;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
