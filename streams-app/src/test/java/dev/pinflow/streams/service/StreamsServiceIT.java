package dev.pinflow.streams.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import dev.pinflow.streams.cleaning.RejectedHeaders;
import dev.pinflow.streams.stack.RawRows;
import dev.pinflow.streams.stack.SharedStack;
import dev.pinflow.streams.stack.StreamsStack;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class StreamsServiceIT {
    private final StreamsStack stack;
    private final Topics topics;

    StreamsServiceIT(StreamsStack stack) {
        this.stack = stack;
        this.topics = stack.newTopics();
        stack.createTopics(topics, 2);
        stack.registerSchemas(topics);
    }

    @Test
    void everyRecordIsEitherCuratedOrRejected() throws Exception {
        int posted = postGoodAndBad(100);

        try (StreamsService service = StreamsService.start(stack.configuration(topics))) {
            assertThat(service.awaitRunning(StreamsStack.PATIENCE)).isTrue();
            List<ConsumerRecord<byte[], byte[]>> cleaned = readCleaned(posted);

            assertThat(cleaned).hasSize(posted);
            assertThat(cleaned.stream().filter(this::isRejected)).hasSize(posted - 300);
            assertThat(service.state()).isEqualTo(ServiceState.RUNNING);
        }
    }

    @Test
    void curatedValuesDecodeWithTheSchemaThatTheRegistryHasUnderTheirId() throws Exception {
        stack.post(topics.raw(Entity.GEO), RawRows.of(Entity.GEO, 7528));

        try (StreamsService service = StreamsService.start(stack.configuration(topics))) {
            ConsumerRecord<byte[], byte[]> curated = readCleaned(1).get(0);

            GenericRecord decoded = new ConfluentReader(stack.registry()).read(curated.value());
            assertThat(decoded.get("ind")).isEqualTo(7528);
            assertThat(decoded.get("country")).hasToString("Albania");
            assertThat(new String(curated.key(), UTF_8)).isEqualTo("7528");
            assertThat(ConnectReader.read(stack.registry(), curated).getInt32("ind"))
                    .as("read by Kafka Connect's converter")
                    .isEqualTo(7528);
            assertThat(service.failure()).isEmpty();
        }
    }

    @Test
    void aRestartedServiceGoesOnWhereItStopped() throws Exception {
        int first = postGoodAndBad(20);
        StreamsService stopped = StreamsService.start(stack.configuration(topics));
        try (stopped) {
            readCleaned(first);
        }
        assertThat(stopped.awaitEnd()).isEqualTo(ServiceState.STOPPED);
        int second = postGoodAndBad(20);

        try (StreamsService service = StreamsService.start(stack.configuration(topics))) {
            assertThat(service.awaitRunning(StreamsStack.PATIENCE)).isTrue();
            assertThat(readCleaned(first + second)).hasSize(first + second);
        }
    }

    /** Posts as many good records to each raw topic, and rubbish between them; yields how many records that were. */
    private int postGoodAndBad(int perTopic) {
        List<byte[]> rubbish = List.of(
                "not json".getBytes(UTF_8),
                new byte[] {(byte) 0xff, (byte) 0xfe},
                "[]".getBytes(UTF_8),
                "[".repeat(100_000).getBytes(UTF_8),
                ("{\"index\":1,\"unique_id\":\"" + "x".repeat(1_000_000)).getBytes(UTF_8),
                RawRows.of(Entity.USER, -1));
        for (Entity entity : Entity.values()) {
            for (int ind = 0; ind < perTopic; ind++) {
                stack.post(topics.raw(entity), RawRows.of(entity, ind));
            }
            rubbish.forEach(value -> stack.post(topics.raw(entity), value));
            stack.post(topics.raw(entity), null);
        }
        return 3 * (perTopic + rubbish.size() + 1);
    }

    private List<ConsumerRecord<byte[], byte[]>> readCleaned(int expected) {
        return stack.read(
                Stream.concat(topics.curated().stream(), Stream.of(topics.rejected()))
                        .toList(),
                expected);
    }

    private boolean isRejected(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(topics.rejected()) && record.headers().lastHeader(RejectedHeaders.REASON) != null;
    }
}
