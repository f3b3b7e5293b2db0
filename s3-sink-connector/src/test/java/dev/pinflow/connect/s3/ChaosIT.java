package dev.pinflow.connect.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pinflow.stack.s3.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store that fails a share of all calls at random, and a worker that gets SIGKILL while records flow. How many records,
 * kills and faults, and from which seed they come, is told by the system properties {@code pinflow.records}, {@code
 * pinflow.kills}, {@code pinflow.faults} (percent) and {@code pinflow.seed}.
 */
class ChaosIT {
    private static final int RECORDS = Integer.getInteger("pinflow.records", 9_600);
    private static final int KILLS = Integer.getInteger("pinflow.kills", 2);
    private static final int FAULTS = Integer.getInteger("pinflow.faults", 30);
    private static final long SEED = Long.getLong("pinflow.seed", System.nanoTime());
    private static final int LONGEST_LIFE_MILLIS = 1_500;
    private static final int LARGE_TEXT = 100_000;

    /**
     * A topic and how it is written.
     *
     * @param records multiple of what the rotations of all partitions take, so that no record is left over
     */
    private record Case(String topic, int partitions, int records, int textLength, Map<String, String> options) {
        ProducerRecord<String, String> record(int number) {
            String text = "%08x".formatted(number * 31 + 7).repeat(textLength / 8);
            String value = "{\"number\":%d,\"shard\":\"s%d\",\"text\":\"%s\"}".formatted(number, number % 5, text);
            return new ProducerRecord<>(topic, number % partitions, Integer.toString(number), value);
        }
    }

    /** One object of a partition at a time, five at a time, and objects of more than one part. */
    private static final List<Case> CASES = List.of(
            new Case("chaos-default", 2, wholeRotations(RECORDS, 400), 50, Map.of("flush.size", "200")),
            new Case(
                    "chaos-field",
                    2,
                    wholeRotations(RECORDS, 1200),
                    50,
                    Map.of(
                            "flush.size",
                            "600",
                            "partitioner.class",
                            "io.confluent.connect.storage.partitioner.FieldPartitioner",
                            "partition.field.name",
                            "shard")),
            new Case("chaos-large", 1, wholeRotations(RECORDS / 50, 60), LARGE_TEXT, Map.of("flush.size", "60")));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void everyRecordIsInOneObjectOneTimeAndTheObjectsAreThoseOfACalmRun() throws Exception {
        try (SinkStack stack = SinkStack.start(folder, SinkStack.ownKafka())) {
            stack.addWorker();
            for (Case one : CASES) {
                stack.topics().create(one.partitions(), one.topic());
                stack.connect().deploy(one.topic(), stack.config(options(one)));
            }
            stack.front().faults(Faults.random(SEED, FAULTS));

            long undone = killAgainAndAgain(stack);
            awaitAllWritten(stack, "");

            ObjectLedger ledger = ledger(stack, stack.bucket());
            System.out.printf(
                    "Worker killed %d times with %,d records under way in all, %,d of %,d calls to S3 failed %s (seed %d)%n%s%n",
                    KILLS,
                    undone,
                    stack.front().failed().values().stream()
                            .mapToLong(Long::longValue)
                            .sum(),
                    stack.front().requests(),
                    stack.front().failed(),
                    SEED,
                    ledger.table());
            assertThat(ledger.isExact()).as(ledger.table()).isTrue();

            stack.front().faults(Faults.none());
            assertThat(stack.bucket().checksums("topics/")).isEqualTo(calmRun(stack));
        }
    }

    /** Feeds the topics slice by slice and kills the worker at a random moment after each slice but the last. */
    private static long killAgainAndAgain(SinkStack stack) throws Exception {
        Random random = new Random(SEED);
        long undone = 0;
        for (int slice = 0; slice <= KILLS; slice++) {
            for (Case one : CASES) {
                feed(stack, one, slice);
            }
            if (slice < KILLS) {
                pause(random.nextInt(LONGEST_LIFE_MILLIS));
                for (Case one : CASES) {
                    undone += stack.topics().lag(one.topic(), one.topic());
                }
                stack.worker().kill();
                stack.worker().start();
            }
        }
        return undone;
    }

    private static void feed(SinkStack stack, Case one, int slice) {
        int from = (int) ((long) one.records() * slice / (KILLS + 1));
        int to = (int) ((long) one.records() * (slice + 1) / (KILLS + 1));
        stack.topics().send(IntStream.range(from, to).mapToObj(one::record));
    }

    /** The same topics again, by connectors that nothing disturbs, into a bucket of their own. */
    private static Map<String, String> calmRun(SinkStack stack) throws Exception {
        try (Bucket calm = stack.bucket("calm")) {
            for (Case one : CASES) {
                Map<String, String> options = options(one);
                options.put("s3.bucket.name", calm.name());
                stack.connect().deploy("calm-" + one.topic(), stack.config(options));
            }
            awaitAllWritten(stack, "calm-");
            ObjectLedger ledger = ledger(stack, calm);
            assertThat(ledger.isExact()).as(ledger.table()).isTrue();
            return calm.checksums("topics/");
        }
    }

    private static Map<String, String> options(Case one) {
        Map<String, String> options = new HashMap<>(one.options());
        options.put("topics", one.topic());
        return options;
    }

    private static void awaitAllWritten(SinkStack stack, String connectorPrefix) {
        CASES.forEach(one -> stack.topics().awaitNoLag(stack.connect(), connectorPrefix + one.topic(), one.topic()));
    }

    private static ObjectLedger ledger(SinkStack stack, Bucket bucket) {
        return ObjectLedger.read(
                stack.topics(), bucket, CASES.stream().map(Case::topic).toArray(String[]::new));
    }

    private static int wholeRotations(int records, int rotation) {
        return Math.max(1, records / rotation) * rotation;
    }

    private static void pause(int millis) {
        await().pollDelay(Duration.ofMillis(millis)).until(() -> true);
    }
}
