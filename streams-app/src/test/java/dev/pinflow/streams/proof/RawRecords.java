package dev.pinflow.streams.proof;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The raw records by their numbers, read back from the raw topics. */
final class RawRecords {
    /** A raw record as it lies in its topic; its bytes as a digest. */
    record Raw(Entity entity, int partition, long offset, long timestamp, Digests digests) {
        static Raw of(Entity entity, ConsumerRecord<byte[], byte[]> record) {
            return new Raw(entity, record.partition(), record.offset(), record.timestamp(), Digests.ofRaw(record));
        }
    }

    private final Map<Integer, Raw> records = new HashMap<>();

    private RawRecords() {}

    static RawRecords read(String bootstrapServers, Topics topics) {
        RawRecords raw = new RawRecords();
        for (Entity entity : Entity.values()) {
            try (CommittedEnd end = new CommittedEnd(bootstrapServers, List.of(topics.raw(entity)))) {
                end.readAll(record -> raw.records.put(Posting.id(record.headers()), Raw.of(entity, record)));
            }
        }
        return raw;
    }

    int size() {
        return records.size();
    }

    Map<Integer, Raw> byId() {
        return records;
    }
}
