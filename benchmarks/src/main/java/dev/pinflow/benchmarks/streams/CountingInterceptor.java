package dev.pinflow.benchmarks.streams;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.streams.StreamsConfig;

/** Tells a meter of each record that Kafka Streams sends. Public for the producer, which makes it. */
public final class CountingInterceptor implements ProducerInterceptor<byte[], byte[]> {
    private static final String METER = "benchmark.meter";

    private Meter meter;

    static void add(Properties properties, Meter meter) {
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG),
                CountingInterceptor.class.getName());
        properties.put(StreamsConfig.producerPrefix(METER), meter);
    }

    @Override
    public void configure(Map<String, ?> settings) {
        meter = (Meter) settings.get(METER);
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        meter.count();
        return record;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception failure) {
        // A failure ends the run.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
