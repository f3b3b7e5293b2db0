package dev.pinflow.benchmarks.s3;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the sinks read: three topics of two partitions each. */
enum Input {
    /** Plain JSON objects without keys. */
    EVENTS("benchjson", 170_000, 100) {
        @Override
        ProducerRecord<byte[], byte[]> of(String topic, int partition, Event event) {
            return new ProducerRecord<>(topic, partition, event.timestamp(), null, bytes(event.json()));
        }
    },
    /** Objects in JsonConverter's schema envelope, of 1.24 kB, with keys. */
    ENVELOPES("benchstr", 30_000, 1000) {
        @Override
        ProducerRecord<byte[], byte[]> of(String topic, int partition, Event event) {
            byte[] key = bytes("k" + event.id() % 1000);
            return new ProducerRecord<>(topic, partition, event.timestamp(), key, bytes(event.envelope()));
        }
    };

    static final int TOPICS = 3;
    static final int PARTITIONS = 2;

    private final String prefix;
    private final long mostPerPartition;
    private final long step;

    Input(String prefix, long mostPerPartition, long step) {
        this.prefix = prefix;
        this.mostPerPartition = mostPerPartition;
        this.step = step;
    }

    abstract ProducerRecord<byte[], byte[]> of(String topic, int partition, Event event);

    List<String> topics() {
        return IntStream.range(0, TOPICS).mapToObj(this::topic).toList();
    }

    String topic(int number) {
        return prefix + "-" + number;
    }

    /** How many records each partition gets, when all partitions of {@link #EVENTS} get these many together. */
    long perPartition(long records) {
        return Math.min(mostPerPartition, records / (TOPICS * PARTITIONS));
    }

    Event event(int topic, int partition, long id) {
        return Event.of(topic, partition, id, step);
    }

    ProducerRecord<byte[], byte[]> record(int topic, int partition, long id) {
        return of(topic(topic), partition, event(topic, partition, id));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
