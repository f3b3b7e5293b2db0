package dev.pinflow.streams.answers;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Offsets as a test notes them down. */
final class NotedOffsets implements Offsets {
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, Long> consumed = new HashMap<>();
    private final Map<TopicPartition, Long> tables = new HashMap<>();
    private final Map<TopicPartition, Set<Gap>> empty = new HashMap<>();
    private volatile String failing = "nothing";
    private volatile boolean closed;

    NotedOffsets end(TopicPartition partition, long offset) {
        ends.put(partition, offset);
        return this;
    }

    NotedOffsets consumed(TopicPartition partition, long offset) {
        consumed.put(partition, offset);
        return this;
    }

    NotedOffsets read(TopicPartition partition, long offset) {
        tables.put(partition, offset);
        return this;
    }

    NotedOffsets empty(TopicPartition partition, long from, long to) {
        empty.computeIfAbsent(partition, any -> new HashSet<>()).add(new Gap(from, to));
        return this;
    }

    /** Asking for the topic's ends fails from now on. */
    NotedOffsets failAt(String topic) {
        failing = topic;
        return this;
    }

    boolean isClosed() {
        return closed;
    }

    Map<TopicPartition, Long> tables() {
        return tables;
    }

    @Override
    public Map<TopicPartition, Long> ends(Collection<String> topics) {
        if (topics.contains(failing)) {
            throw new KafkaException("no broker");
        }
        Map<TopicPartition, Long> asked = new HashMap<>(ends);
        asked.keySet().removeIf(partition -> !topics.contains(partition.topic()));
        return asked;
    }

    @Override
    public Map<TopicPartition, Long> consumed() {
        return consumed;
    }

    @Override
    public boolean nothingLeft(Map<TopicPartition, Gap> gaps) {
        return gaps.entrySet().stream()
                .allMatch(gap -> empty.getOrDefault(gap.getKey(), Set.of()).contains(gap.getValue()));
    }

    @Override
    public void close() {
        closed = true;
    }
}
