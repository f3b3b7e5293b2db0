package dev.pinflow.connect.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pinflow.stack.connect.ConnectProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Partitions move between tasks and workers while records flow. */
class RebalanceIT {
    private static final int PARTITIONS = 6;
    private static final int FLUSH_SIZE = 100;
    /** Not a number of whole objects, so that something is open in every partition whenever it moves. */
    private static final int SLICE = PARTITIONS * FLUSH_SIZE * 6 / 5;

    private static final String ASSIGNOR = "consumer.override.partition.assignment.strategy";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static SinkStack stack;
    private static ConnectProcess second;

    private final AtomicInteger sent = new AtomicInteger();

    @BeforeAll
    static void startServers() {
        stack = SinkStack.start(folder, SinkStack.ownKafka());
        stack.addWorker();
    }

    @AfterAll
    static void stopServers() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void everyRecordIsInOneObjectWhenPartitionsMoveOneByOne() throws Exception {
        assertExactlyOnce(
                "cooperative",
                stack.config(Map.of(ASSIGNOR, "org.apache.kafka.clients.consumer.CooperativeStickyAssignor")));
    }

    @Test
    void everyRecordIsInOneObjectWhenAllPartitionsMoveAtOnce() throws Exception {
        assertExactlyOnce("eager", stack.config(Map.of(ASSIGNOR, "org.apache.kafka.clients.consumer.RangeAssignor")));
    }

    private void assertExactlyOnce(String topic, Map<String, String> config) throws Exception {
        config.put("topics", topic);
        config.put("flush.size", Integer.toString(FLUSH_SIZE));
        stack.topics().create(PARTITIONS, topic);
        stack.connect().deploy(topic, config);
        feedAndAwaitSome(topic);

        scale(topic, config, 3);
        feedAndAwaitSome(topic);

        // The first case starts it, the second finds it stopped.
        if (second == null) {
            second = stack.addWorker();
        } else {
            second.start();
        }
        stack.connect().awaitTasks(topic, 3);
        feedAndAwaitSome(topic);

        scale(topic, config, 2);
        feedAndAwaitSome(topic);

        second.stop();
        stack.connect().awaitTasks(topic, 2);
        // A whole number of objects in all.
        feed(topic, SLICE);
        stack.topics().awaitNoLag(stack.connect(), topic, topic);

        ObjectLedger ledger = ObjectLedger.read(stack.topics(), stack.bucket(), topic);
        System.out.printf("%s: tasks.max 1 → 3 → 2, a second worker comes and goes%n%s%n", topic, ledger.table());
        assertThat(ledger.isExact()).as(ledger.table()).isTrue();
        assertThat(stack.bucket().sizes("topics/" + topic + "/")).hasSize(sent.get() / FLUSH_SIZE);
    }

    private static void scale(String topic, Map<String, String> config, int tasks) {
        config.put("tasks.max", Integer.toString(tasks));
        stack.connect().deploy(topic, config);
        stack.connect().awaitTasks(topic, tasks);
    }

    /** Sends a slice, and returns when the tasks are in the middle of it or have written all of it that fills objects. */
    private void feedAndAwaitSome(String topic) {
        int before = sent.get();
        feed(topic, SLICE);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(stack.bucket().sizes("topics/" + topic + "/"))
                        .hasSizeGreaterThan(before / FLUSH_SIZE));
    }

    private void feed(String topic, int records) {
        int from = sent.getAndAdd(records);
        stack.topics()
                .send(IntStream.range(from, from + records)
                        .mapToObj(number -> new ProducerRecord<>(
                                topic, number % PARTITIONS, "k", "{\"number\":%d}".formatted(number))));
    }
}
