package dev.pinflow.connect.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** The plugin in a worker of the newest Kafka, and how far its offsets come there when records are not written. */
class Kafka43IT extends WorkerContract {
    Kafka43IT() {
        super("4.3.", SinkStack.ownKafka());
    }

    @Test
    void theLagReachesZeroOverRecordsThatATransformDrops() throws Exception {
        String topic = "filtered";
        stack().topics().create(1, topic);
        send(topic, 0, 10);
        stack().topics().send(IntStream.range(10, 17).mapToObj(number -> {
            ProducerRecord<String, String> dropped = numbered(topic, 0, number);
            dropped.headers().add("drop", "yes".getBytes(StandardCharsets.UTF_8));
            return dropped;
        }));
        deploy(
                topic,
                Map.of(
                        "flush.size", "5",
                        "transforms", "drop",
                        "transforms.drop.type", "org.apache.kafka.connect.transforms.Filter",
                        "transforms.drop.predicate", "marked",
                        "predicates", "marked",
                        "predicates.marked.type", "org.apache.kafka.connect.transforms.predicates.HasHeaderKey",
                        "predicates.marked.name", "drop"));

        stack().topics().awaitNoLag(stack().connect(), topic, topic);
        assertThat(stack().bucket().sizes("topics/filtered/")).hasSize(2);
    }

    @Test
    void theLagReachesZeroOverRecordsWithoutAValue() throws Exception {
        String topic = "valueless";
        stack().topics().create(1, topic);
        send(topic, 0, 10);
        stack().topics().send(IntStream.range(0, 7).mapToObj(number -> new ProducerRecord<>(topic, 0, "k", null)));
        deploy(topic, Map.of("flush.size", "5", "behavior.on.null.values", "ignore"));

        stack().topics().awaitNoLag(stack().connect(), topic, topic);
        assertThat(awaitExact(topic).isExact()).isTrue();
    }

    /**
     * A worker hands on the offset after the last record that it has seen and does not ask its consumer for more: what
     * follows the last committed record, a marker or aborted records, is not for a sink to commit.
     */
    @Test
    void theLagIsThatOfTheMarkersAfterTheLastCommittedRecord() throws Exception {
        String topic = "transactions";
        stack().topics().create(1, topic);
        stack().topics().transaction(topic, true, json(0), json(1), json(2));
        stack().topics().transaction(topic, false, json(3), json(4));
        stack().topics().transaction(topic, true, json(5), json(6));
        deploy(topic, Map.of("flush.size", "5", "consumer.override.isolation.level", "read_committed"));
        awaitLag(topic, 1, topic);

        stack().topics().transaction(topic, false, json(7));
        awaitLag(topic, 3, topic);

        stack().topics().transaction(topic, true, json(8), json(9), json(10), json(11), json(12));
        awaitLag(topic, 1, topic);
        assertThat(awaitExact(topic).isExact()).isTrue();
    }

    private void deploy(String topic, Map<String, String> options) {
        Map<String, String> config = stack().config(options);
        config.put("topics", topic);
        stack().connect().deploy(topic, config);
    }
}
