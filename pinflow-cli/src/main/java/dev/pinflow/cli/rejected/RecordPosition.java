package dev.pinflow.cli.rejected;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a record lies. */
record RecordPosition(String topic, int partition, long offset) {
    static RecordPosition of(ConsumerRecord<?, ?> record) {
        return new RecordPosition(record.topic(), record.partition(), record.offset());
    }

    /** The form that headers carry: {@code topic-0@42}. */
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
