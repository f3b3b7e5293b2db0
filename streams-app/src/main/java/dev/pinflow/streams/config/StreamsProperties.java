package dev.pinflow.streams.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The service's configuration in Kafka Streams' own terms. */
public final class StreamsProperties {
    /**
     * The client's guard against large records, wide open: it measures before compression and would refuse what the
     * raw topic accepted. The topics' {@code max.message.bytes} decide.
     */
    private static final int LARGEST_REQUEST_BYTES = 16 * 1024 * 1024;

    /**
     * Records of one poll, all in memory at once. Fetches are limited in compressed bytes only, and a batch of records
     * that are large and alike is small.
     */
    private static final int POLLED_RECORDS = 200;

    /** Kafka's own constant was deprecated together with its introduction; without the setting each start warns. */
    private static final String GLOBAL_EXCEPTION_HANDLER = "processing.exception.handler.global.enabled";

    private StreamsProperties() {}

    /** Of the stateless cleaning. */
    public static Properties ofCleaning(StreamsConfiguration config) {
        Properties properties = common(config);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        properties.putAll(config.kafkaSettings());
        return properties;
    }

    /** Of the live answers. */
    public static Properties ofAnswers(StreamsConfiguration config) {
        AnswersConfiguration answers = config.answers();
        Properties properties = common(config);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, answers.applicationId());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, answers.threads());
        if (config.groupProtocol() == GroupProtocol.CLASSIC) {
            properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, answers.standbyReplicas());
        }
        properties.putAll(config.kafkaSettings());
        return properties;
    }

    /** Kafka makes a folder of its own for each application id below the state directory. */
    private static Properties common(StreamsConfiguration config) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDirectory().toString());
        properties.put(
                StreamsConfig.GROUP_PROTOCOL_CONFIG, config.groupProtocol().id());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
        properties.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(GLOBAL_EXCEPTION_HANDLER, true);
        Map<String, Object> producer = new HashMap<>();
        producer.put(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Math.toIntExact(config.transactionTimeout().toMillis()));
        producer.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        producer.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST_BYTES);
        Map<String, Object> consumer = new HashMap<>();
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLLED_RECORDS);
        if (config.groupProtocol() == GroupProtocol.CLASSIC) {
            consumer.put(
                    ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                    Math.toIntExact(config.sessionTimeout().toMillis()));
        }
        // A setting with a client's prefix would win over the user's without one.
        Set<String> given = config.kafkaSettings().keySet();
        producer.keySet().removeAll(given);
        consumer.keySet().removeAll(given);
        producer.forEach((key, value) -> properties.put(StreamsConfig.producerPrefix(key), value));
        consumer.forEach((key, value) -> properties.put(StreamsConfig.consumerPrefix(key), value));
        return properties;
    }
}
