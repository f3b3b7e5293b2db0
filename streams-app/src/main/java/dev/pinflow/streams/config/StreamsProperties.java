package dev.pinflow.streams.config;

import java.util.Properties;
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
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                Math.toIntExact(config.transactionTimeout().toMillis()));
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_REQUEST_BYTES);
        if (config.groupProtocol() == GroupProtocol.CLASSIC) {
            properties.put(
                    StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                    Math.toIntExact(config.sessionTimeout().toMillis()));
        }
        return properties;
    }
}
