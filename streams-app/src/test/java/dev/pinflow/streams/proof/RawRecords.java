package dev.pinflow.streams.proof;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The raw records by their numbers, read back from the raw topics. */
final class RawRecords {
    /**
     * A raw record as it lies in its topic; its content as digests.
     *
     * @param bytes of key and value
     */
    record Raw(Entity entity, int partition, long offset, long timestamp, long bytes, Digests digests) {
        static Raw of(Entity entity, ConsumerRecord<byte[], byte[]> record) {
            long bytes = Math.max(0L, record.serializedKeySize()) + Math.max(0L, record.serializedValueSize());
            return new Raw(
                    entity, record.partition(), record.offset(), record.timestamp(), bytes, Digests.ofRaw(record));
        }
    }

    /** Where a raw record lies. */
    record Origin(String topic, String partition, String offset) {}

    private final Map<Integer, Raw> records = new HashMap<>();
    private final Map<Origin, Integer> ids = new HashMap<>();

    private RawRecords() {}

    static RawRecords read(String bootstrapServers, Topics topics) {
        RawRecords raw = new RawRecords();
        for (Entity entity : Entity.values()) {
            try (CommittedEnd end = new CommittedEnd(bootstrapServers, List.of(topics.raw(entity)))) {
                end.readAll(record -> raw.add(entity, record));
            }
        }
        return raw;
    }

    private void add(Entity entity, ConsumerRecord<byte[], byte[]> record) {
        int id = Posting.id(record.headers());
        records.put(id, Raw.of(entity, record));
        ids.put(new Origin(record.topic(), Integer.toString(record.partition()), Long.toString(record.offset())), id);
    }

    /** The number of the record that lies there; -1 when none does. */
    int idAt(Origin origin) {
        return ids.getOrDefault(origin, -1);
    }

    int size() {
        return records.size();
    }

    Map<Integer, Raw> byId() {
        return records;
    }
}
