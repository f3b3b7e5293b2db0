package dev.pinflow.streams.answers;

import dev.pinflow.contract.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** The live answers against a broker, without the service around them. */
record RunningAnswers(KafkaStreams streams, AnswerReader reader, AsOf asOf, AnswersCounts allCounts)
        implements AutoCloseable {
    static RunningAnswers start(String brokers, Admin admin, Topics topics, Path state) {
        Properties settings = settings(brokers, topics, state);
        AnswersCounts counts = new AnswersCounts();
        KafkaStreams streams = new KafkaStreams(
                AnswersTopology.build(topics, () -> new PlainAvro(topics), () -> true, counts, settings), settings);
        AnswerTables tables = new AnswerTables(streams);
        AsOf asOf = AsOf.start(
                admin,
                new StreamsConfig(settings).getGlobalConsumerConfigs("as-of"),
                topics.userId(),
                topics,
                tables::positions,
                Duration.ofMillis(200));
        streams.start();
        return new RunningAnswers(streams, new GlobalTableAnswers(tables, asOf::instant), asOf, counts);
    }

    static Properties settings(String brokers, Topics topics, Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, topics.userId());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put("processing.exception.handler.global.enabled", true);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 16 * 1024 * 1024);
        settings.putAll(AnswersTopology.internalTopicSettings());
        return settings;
    }

    Map<AnswersCounts.Event, Long> counts() {
        return allCounts.snapshot();
    }

    @Override
    public void close() {
        asOf.close();
        streams.close(CloseOptions.timeout(Duration.ofSeconds(30))
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }
}
