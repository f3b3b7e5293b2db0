package dev.pinflow.connect.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pinflow.stack.connect.ConnectProcess;
import dev.pinflow.stack.s3.Fault;
import dev.pinflow.stack.s3.Faults;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Objects that end when the clock says so hold other records after a replay. How often the worker is killed is told by
 * the system property {@code pinflow.kills}.
 */
class WallClockIT {
    private static final int KILLS = Integer.getInteger("pinflow.kills", 2);
    private static final int PARTITIONS = 2;
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static SinkStack stack;

    private int sent;

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

    /** The worst moment: objects are there, and the worker dies before it learns of it or commits an offset. */
    @Test
    void everyRecordIsInOneObjectWhenAWorkerIsKilledBetweenAnUploadAndItsCommit() throws Exception {
        String topic = "ticking";
        deploy(topic, Map.of("s3.part.retries", "3"));
        for (int kill = 0; kill < KILLS; kill++) {
            stack.front().faults(WallClockIT::storesAndKeepsQuiet);
            int before = objects(topic);
            feed(topic, 101);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> assertThat(objects(topic)).isGreaterThan(before));
            // More of what the clock may have put into objects of its own; read again, it ends elsewhere.
            for (int tick = 0; tick < 3; tick++) {
                feed(topic, 50);
                pause(INTERVAL);
            }
            stack.worker().kill();
            stack.front().faults(Faults.none());
            stack.worker().start();
        }
        assertExact(topic, "killed " + KILLS + " times between an upload and its commit");
    }

    /** A worker that was taken for dead wakes up in the middle of an upload that its successor has long finished. */
    @Test
    void aZombieDoesNotReplaceWhatItsSuccessorHasWritten() throws Exception {
        String topic = "zombie";
        deploy(topic, Map.of("s3.part.retries", "1000", "s3.retry.backoff.ms", "200"));
        ConnectProcess other = stack.addWorker();
        stack.connect().awaitTasks(topic, 1);
        ConnectProcess owner = ownerOf(topic, other);
        stack.front().faults((method, target) -> isObject(method) ? Optional.of(Fault.HANG_UP) : Optional.empty());
        feed(topic, 50);
        await().atMost(PATIENCE).until(() -> stack.front().failed().containsKey(Fault.HANG_UP));

        signal("STOP", owner);
        stack.front().faults(Faults.none());
        feed(topic, 100);
        ConnectRest successor = new ConnectRest((owner == other ? stack.worker() : other).address());
        stack.topics().awaitNoLag(successor, topic, topic);
        Map<String, String> written = stack.bucket().checksums("topics/" + topic + "/");
        long requests = stack.front().requests();
        signal("CONT", owner);
        await().atMost(PATIENCE).until(() -> stack.front().requests() > requests);
        feed(topic, 10);

        stack.topics().awaitNoLag(successor, topic, topic);
        assertExact(topic, "a zombie came back");
        assertThat(stack.bucket().checksums("topics/" + topic + "/")).containsAllEntriesOf(written);
    }

    private static Optional<Fault> storesAndKeepsQuiet(String method, String target) {
        return Optional.of(isObject(method) ? Fault.WITHHOLD_ANSWER : Fault.HANG);
    }

    private static boolean isObject(String method) {
        return method.equals("PUT") || method.equals("POST");
    }

    private static void deploy(String topic, Map<String, String> options) throws Exception {
        stack.topics().create(PARTITIONS, topic);
        Map<String, String> config = new HashMap<>(stack.config(options));
        config.putAll(Map.of(
                "topics",
                topic,
                "flush.size",
                "1000000",
                "rotate.schedule.interval.ms",
                Long.toString(INTERVAL.toMillis()),
                "timezone",
                "UTC"));
        stack.connect().deploy(topic, config);
    }

    private static ConnectProcess ownerOf(String topic, ConnectProcess other) throws IOException {
        JsonNode task = stack.connect().get("/connectors/" + topic + "/status").at("/tasks/0/worker_id");
        return URI.create(other.address()).getAuthority().equals(task.asText()) ? other : stack.worker();
    }

    private static void signal(String name, ConnectProcess worker) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(worker.pid()))
                .start()
                .waitFor();
        assertThat(code).as("exit code of kill -%s", name).isZero();
    }

    private static int objects(String topic) {
        return stack.bucket().sizes("topics/" + topic + "/").size();
    }

    private void feed(String topic, int records) {
        int from = sent;
        sent += records;
        stack.topics()
                .send(IntStream.range(from, sent)
                        .mapToObj(number -> new ProducerRecord<>(
                                topic, number % PARTITIONS, "k", "{\"number\":%d}".formatted(number))));
    }

    private static void pause(Duration time) {
        await().pollDelay(time).until(() -> true);
    }

    /** Once the lag is gone, nothing is on its way any more. */
    private static void assertExact(String topic, String what) {
        stack.topics().awaitNoLag(stack.connect(), topic, topic);
        ObjectLedger ledger = ObjectLedger.read(stack.topics(), stack.bucket(), topic);
        System.out.printf("rotate.schedule.interval.ms, %s%n%s%n", what, ledger.table());
        assertThat(ledger.isExact()).as(ledger.table()).isTrue();
    }
}
