package dev.pinflow.streams.service;

import dev.pinflow.streams.answers.AnswersTopology;
import dev.pinflow.streams.cleaning.TopicLimit;
import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.config.StreamsProperties;
import dev.pinflow.streams.state.BoundedRocksDb;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;

/** The configuration of the service's parts in Kafka Streams' terms. */
final class PartProperties {
    private static final String NO_COMPRESSION = "none";

    private final StreamsConfiguration config;

    PartProperties(StreamsConfiguration config) {
        this.config = config;
    }

    Properties cleaning() {
        return of(StreamsProperties.ofCleaning(config), config.applicationId());
    }

    Properties answers() {
        Properties properties =
                of(StreamsProperties.ofAnswers(config), config.answers().applicationId());
        properties.putIfAbsent(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        AnswersTopology.internalTopicSettings().forEach(properties::putIfAbsent);
        properties.put(BoundedRocksDb.BYTES_CONFIG, Long.toString(config.stateMemoryBytes()));
        return properties;
    }

    /**
     * What no record can cause fails the thread, which is replaced: the processors deal with bad records themselves, and
     * skipping any other failure would lose records.
     */
    private static Properties of(Properties properties, String applicationId) {
        // Settings for Kafka go to both parts, but one id for both would mix up their groups.
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailExceptionHandler.class);
        properties.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailProcessingExceptionHandler.class);
        properties.put(
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DefaultProductionExceptionHandler.class);
        return properties;
    }

    /** For an admin client with the cleaning's permissions. */
    Map<String, Object> admin() {
        return new StreamsConfig(cleaning()).getAdminConfigs(config.applicationId() + "-start-check");
    }

    /** How large a record of the cleaning the topic takes. */
    TopicLimit limit(TopicConfigs topics, String topic) {
        ProducerConfig producer = new ProducerConfig(producer());
        String compression = producer.getString(ProducerConfig.COMPRESSION_TYPE_CONFIG);
        return new TopicLimit(
                topics.maxMessageBytes(topic),
                producer.getInt(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                topics.keepsCompression(topic) ? compression : NO_COMPRESSION);
    }

    private Map<String, Object> producer() {
        Map<String, Object> settings = new StreamsConfig(cleaning()).getProducerConfigs("limits");
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return settings;
    }
}
