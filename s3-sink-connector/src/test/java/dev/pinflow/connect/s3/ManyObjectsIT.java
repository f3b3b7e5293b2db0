package dev.pinflow.connect.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.connect.s3.format.parquet.ParquetRowsOf;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * One task with as many open objects as a field has values, which together are larger than the worker's heap. The system
 * properties {@code pinflow.records}, {@code pinflow.values}, {@code pinflow.heap} (as -Xmx takes it) and {@code
 * pinflow.format} (json or parquet) make it larger, or tell how small a heap can be.
 */
class ManyObjectsIT {
    private static final int VALUES = Integer.getInteger("pinflow.values", 500);
    private static final int RECORDS = Integer.getInteger("pinflow.records", 80 * VALUES);
    private static final String HEAP = System.getProperty("pinflow.heap", "256m");
    private static final boolean PARQUET =
            System.getProperty("pinflow.format", "json").equals("parquet");
    private static final int TEXT_LENGTH = 5_000;
    private static final String TOPIC = "many";
    private static final String SCHEMA = "{\"type\":\"struct\",\"fields\":["
            + "{\"field\":\"number\",\"type\":\"int32\"},"
            + "{\"field\":\"shard\",\"type\":\"string\"},"
            + "{\"field\":\"text\",\"type\":\"string\"}]}";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void writesMoreOpenObjectsThanItsHeapCanHold() throws Exception {
        try (SinkStack stack = SinkStack.start(folder, SinkStack.ownKafka())) {
            stack.addWorker("-Xmx" + HEAP, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
            stack.topics().create(1, TOPIC);
            stack.topics().send(records());
            long began = System.nanoTime();

            stack.connect().deploy(TOPIC, stack.config(options()));
            stack.topics().awaitNoLag(stack.connect(), TOPIC, TOPIC);

            long seconds = (System.nanoTime() - began) / 1_000_000_000;
            ObjectLedger ledger = PARQUET
                    ? ObjectLedger.read(stack.topics(), stack.bucket(), ManyObjectsIT::rows, TOPIC)
                    : ObjectLedger.read(stack.topics(), stack.bucket(), TOPIC);
            System.out.printf(
                    "%s, %,d open objects in a heap of %s, %,d s%n%s%n",
                    PARQUET ? "Parquet" : "JSON", VALUES, HEAP, seconds, ledger.table());
            assertThat(ledger.isExact()).as(ledger.table()).isTrue();
            assertThat(stack.bucket().sizes("topics/" + TOPIC + "/")).hasSize(VALUES);
        }
    }

    private static Map<String, String> options() {
        Map<String, String> options = new HashMap<>(Map.of(
                "topics",
                TOPIC,
                "flush.size",
                Integer.toString(RECORDS),
                "partitioner.class",
                "io.confluent.connect.storage.partitioner.FieldPartitioner",
                "partition.field.name",
                "shard"));
        if (PARQUET) {
            options.put("format.class", "io.confluent.connect.s3.format.parquet.ParquetFormat");
            options.put("value.converter.schemas.enable", "true");
        }
        return options;
    }

    private static Stream<ProducerRecord<String, String>> records() {
        Random random = new Random(7);
        // No format can make it much smaller.
        String texts = random.ints(1 << 20, 'A', 'z' - 6)
                .map(letter -> letter == '\\' ? '{' : letter)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return IntStream.range(0, RECORDS).mapToObj(number -> {
            int from = random.nextInt(texts.length() - TEXT_LENGTH);
            String value = "{\"number\":%d,\"shard\":\"s%d\",\"text\":\"%s\"}"
                    .formatted(number, number % VALUES, texts.substring(from, from + TEXT_LENGTH));
            return new ProducerRecord<>(
                    TOPIC, 0, "k", PARQUET ? "{\"schema\":%s,\"payload\":%s}".formatted(SCHEMA, value) : value);
        });
    }

    private static Stream<String> rows(byte[] file) {
        return ParquetRowsOf.file(file).stream();
    }
}
